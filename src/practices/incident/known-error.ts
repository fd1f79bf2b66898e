// Known errors on an incident: used ones fill its workaround, dismissed ones are not offered again. Nothing of its state or clocks changes.
import type { Field } from '../../kernel/field.ts';
import type { Command } from '../../kernel/record.ts';
import type { Scope } from '../../kernel/scope.ts';

export const knownErrorFields = {
  workaround: {
    kind: 'prose',
    max: 20_000,
    shown_to: ['integrator'],
    label: { en: 'Workaround', nl: 'Omweg', de: 'Umgehung' },
    means: {
      en: 'As the known error said when it was used.',
      nl: 'Zoals de bekende fout zei toen ze werd gebruikt.',
      de: 'Wie es der bekannte Fehler sagte, als er verwendet wurde.',
    },
  },
  known_errors: {
    kind: 'refs',
    to: 'known_error',
    shown_to: ['integrator'],
    label: { en: 'Known errors used', nl: 'Gebruikte bekende fouten', de: 'Verwendete bekannte Fehler' },
  },
  dismissed_errors: { kind: 'refs', to: 'known_error', shown_to: ['integrator'], label: { en: 'Not these', nl: 'Deze niet', de: 'Diese nicht' } },
} as const satisfies Readonly<Record<string, Field>>;

const known_error = { kind: 'ref', to: 'known_error', label: { en: 'Known error', nl: 'Bekende fout', de: 'Bekannter Fehler' } } as const satisfies Field;

/** Until it is closed: what was used may still be noted on what is resolved. */
export function knownErrorCommands({ from, may }: { readonly from: readonly string[]; readonly may: Scope }) {
  return {
    use_known_error: {
      fact: 'known_error_used',
      from,
      label: { en: 'Use known error', nl: 'Bekende fout gebruiken', de: 'Bekannten Fehler verwenden' },
      tells: { en: 'used {known_error}', nl: 'gebruikte {known_error}', de: 'verwendete {known_error}' },
      needs: ['known_error'],
      input: { known_error },
      may,
    },
    dismiss_known_error: {
      fact: 'known_error_dismissed',
      from,
      label: { en: 'Not this known error', nl: 'Niet deze bekende fout', de: 'Nicht dieser bekannte Fehler' },
      tells: { en: 'says that it is not {known_error}', nl: 'zegt dat het niet {known_error} is', de: 'sagt, dass es nicht {known_error} ist' },
      needs: ['known_error'],
      input: { known_error },
      may,
    },
    suggest_known_error: {
      silent: true,
      fact: 'known_error_suggested',
      from,
      label: { en: 'Known error may fit', nl: 'Bekende fout past mogelijk', de: 'Bekannter Fehler passt vielleicht' },
      tells: { en: 'thinks that {known_error} may fit', nl: 'denkt dat {known_error} kan passen', de: 'meint, dass {known_error} passen könnte' },
      needs: ['known_error'],
      input: { known_error },
      may: { any: [] },
    },
  } as const satisfies Readonly<Record<string, Command>>;
}

export const knownErrorRefusals = {
  'incident.use_known_error.not_published': {
    en: 'known_error {known_error} is not published; publish it first.',
    nl: 'known_error {known_error} is niet gepubliceerd; publiceer die eerst.',
    de: 'known_error {known_error} ist nicht veröffentlicht; veröffentlichen Sie ihn zuerst.',
  },
  'incident.use_known_error.again': {
    en: 'known_error {known_error} is in use here already.',
    nl: 'known_error {known_error} is hier al in gebruik.',
    de: 'known_error {known_error} wird hier schon verwendet.',
  },
} as const;
