// What a record, a command or another thing of ours is called on the screens, from the path that models name it by.
import { useSay } from '../../language.tsx';
import { commandsOf } from '../../record/commands.ts';
import { definitionOf } from '../../record/definitions.ts';
import { capital } from '../../record/value.tsx';

/** `incident` → Incident; `incident.resolve` and `incident.resolve()` → Incident: Resolve; `incident.impact` → Incident: Impact; others as they are. */
export function useOurName(): (of: string) => string {
  const say = useSay();
  return (of) => {
    const [name = '', part, option] = of.split(/[.:]/);
    const definition = definitionOf(name);
    if (!definition) return of;
    const record = capital(say(definition.label));
    if (part === undefined) return record;
    const command = part.replace(/\(\)$/, '');
    const field = part.endsWith('()') ? undefined : definition.fields[part];
    const options = field?.kind === 'choice' ? field.options : {};
    const label = (option === undefined ? field?.label : options[option]) ?? commandsOf(definition)[command]?.label ?? definition.states[part]?.label;
    return label ? `${record}: ${say(label)}` : of;
  };
}
