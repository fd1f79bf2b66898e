// Forms of the doors that are no records (signing in, tokens): checked and described by the same kinds of field as commands.
import { checkInput, type Input } from '../../kernel/command.ts';
import { type Field, kinds } from '../../kernel/field.ts';
import type { Command, Definition } from '../../kernel/record.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

export type Form = { readonly needs?: Readonly<Record<string, Field>>; readonly takes?: Readonly<Record<string, Field>> };

const none = { en: '', nl: '', de: '' };
const noRecord: Definition = {
  name: 'door',
  plural: 'doors',
  practice: 'door',
  level: 'operational',
  prefix: 'DR',
  label: none,
  plural_label: none,
  means: none,
  title: 'id',
  fields: {},
  states: {},
  initial: '',
  commands: {},
  see: 'nobody',
};

export function readForm(form: Form, body: unknown): Input | Refusal {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return refuse('body.not_object');
  const command: Command = { label: none, fact: '', tells: none, may: 'nobody', needs: Object.keys(form.needs ?? {}), input: { ...form.needs, ...form.takes } };
  return checkInput(noRecord, command, body as Input);
}

/** JSON Schema of the form, for the API document. */
export function formSchema(form: Form): Record<string, unknown> {
  const fields = Object.entries({ ...form.needs, ...form.takes });
  return {
    type: 'object',
    properties: Object.fromEntries(fields.map(([name, field]) => [name, { ...kinds[field.kind].schema(field), description: field.label.en }])),
    required: Object.keys(form.needs ?? {}),
    additionalProperties: false,
  };
}

/** A field whose label is only for the API document. */
export const field = <const F extends Omit<Field, 'label'>>(said: string, kind: F): F & { label: { en: string; nl: string; de: string } } => ({
  ...kind,
  label: { en: said, nl: said, de: said },
});
