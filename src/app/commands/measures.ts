// `tessera measure incident.restore_in_time --periods 13`: values, limits and what they say, from a terminal.
import type { Command } from 'commander';
import { say } from '../../kernel/text.ts';
import type { ValuesAnswer } from '../../practices/measurement/answers.record.ts';
import { formulaNames } from '../../practices/measurement/names.record.ts';
import { formatFor } from '../../web/formats.ts';
import { figureWords } from '../../web/measure-words.ts';
import { ask, asking, print, Said, table, talking, type Where } from '../terminal.ts';

type Shown = Where & { json?: boolean; periods?: string; per?: string; customer?: string; service?: string };

export function measureCommands(program: Command): void {
  asking(program, 'measure <code>', 'the values of a measure with its limits, for example: tessera measure incident.restore_in_time')
    .option('--periods <count>', 'so many periods, the present one included', '13')
    .option('--per <grain>', 'week, month or quarter')
    .option('--customer <id>')
    .option('--service <id>')
    .action(measured);
}

async function measured(code: string, { periods, per, customer, service, ...shown }: Shown): Promise<void> {
  if (!/^[a-z_]+\.[a-z0-9_]+$|^MSR-\d+$/i.test(code)) throw new Said(`${code} is neither a formula, such as incident.mtrs_wall, nor a measure, such as MSR-3.`);
  const asked = Object.entries({ periods, per, customer, service }).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`],
  );
  const answer = await talking(shown, (to) =>
    ask<ValuesAnswer>(to, { method: 'GET', path: `/api/measures/${encodeURIComponent(code)}/values?${asked.join('&')}` }),
  );
  if (shown.json) return print(JSON.stringify(answer, null, 2));
  const { formula, measure, behaviour, capability, values } = answer;
  const format = formatFor('en', 'UTC');
  const words = (value: number | null): string => figureWords(value === null ? null : Math.round(value), formula.unit, format);
  print(`${measure?.name ?? say(formulaNames[formula.code], 'en')} (${formula.code}), target ${words(measure?.target ?? null)}`);
  print(`  counted: ${say(formula.numerator, 'en')}${formula.denominator ? ` Out of: ${say(formula.denominator, 'en')}` : ''}`);
  const rows = behaviour.points.map((each, i) => [
    each.period,
    words(each.value),
    `${values[i]?.numerator ?? '-'} / ${values[i]?.denominator ?? '-'}`,
    words(each.lower),
    words(each.centre),
    words(each.upper),
    i === behaviour.points.length - 1 ? 'so far' : each.special ? 'special' : '',
  ]);
  print(table(['period', 'value', 'counted', 'lower', 'centre', 'upper', ''], rows));
  print(`\n${{ too_few: 'too few periods for limits', common: 'common causes only', special: 'a special cause' }[behaviour.verdict]}`);
  if (capability !== null) print(`capability index ${capability.toFixed(2)}: the room to the target over the usual variation; 1 just fits`);
  for (const each of behaviour.signals) print(`  rule ${each.rule}: ${each.length} ${each.side} the centre since ${each.from}`);
}
