// What the rules of improvements, audits, findings and assessments must know first; checklists and measures are handed in by the house.
import { monthsAfter, monthsBefore } from '../../calculus/effect.ts';
import type { Case } from '../../kernel/decide.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { AuditGiven, AuditRow } from './audit.rules.ts';
import type { Clause } from './audit.shapes.record.ts';
import { shownBy } from './automatic.queries.ts';
import type { Checklist, Questionnaire } from './checklist.record.ts';
import type { FindingGiven } from './finding.rules.ts';
import { type ImprovementGiven, type ImprovementRow, monthsOf } from './improvement.rules.ts';
import type { MaturityGiven, MaturityRow } from './maturity.rules.ts';

type The = Omit<Case, 'given'>;
/** Values of a measure by period ('YYYY-MM'); null where there are none. The practice of measures answers this. */
export type MeasuredBy = (
  db: Db,
  the: { readonly measure: string; readonly periods: readonly string[]; readonly customer: string | null; readonly now: number },
) => Promise<readonly { readonly period: string; readonly value: number | null }[]>;

const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);
const zoneSql = `coalesce((select o.zone from organisation o where o.id = (select value #>> '{}' from setting where key = 'house')), 'UTC')`;
/** Before something came into effect, so many months are looked at. */
const monthsBack = 12;

export function gatherImprovement(measuredBy: MeasuredBy) {
  return async (db: Db, { command, row, now }: The): Promise<ImprovementGiven> => {
    const own = row as ImprovementRow | null;
    const [found] = await db.query<Row & Omit<ImprovementGiven, 'values'>>(
      `select ${zoneSql} as zone, (select count(*)::int from improvement where state = 'doing') as doing,
         coalesce((select (value #>> '{}')::integer from setting where key = 'improvement_limit'), 4) as limit`,
    );
    if (!found) throw new Error('a select without a from answers one row');
    if (command !== 'measure' || !own?.measure || !own.starts_on) return { ...found, values: null };
    const [before, after] = [monthsBefore(own.starts_on, monthsBack), monthsAfter(own.starts_on, monthsOf(own))];
    const values = await measuredBy(db, { measure: own.measure, periods: [...before, ...after], customer: own.customer, now: Date.parse(now) });
    const known = new Map(values.map((each) => [each.period, each.value]));
    const of = (periods: readonly string[]) =>
      periods.flatMap((period) => (typeof known.get(period) === 'number' ? [{ period, value: Math.round(known.get(period) as number) }] : []));
    return { ...found, values: { before: of(before), after: of(after) } };
  };
}

export function gatherAudit(checklists: () => readonly Checklist[]) {
  return async (db: Db, { row, input, command, id, now }: The): Promise<AuditGiven> => {
    const own = row as AuditRow | null;
    const code = text(input.checklist) ?? own?.checklist ?? null;
    const clauses: Clause[] = (checklists().find((each) => each.code === code)?.clauses ?? []).map(({ clause, title, question, automatic = null }) => ({
      clause,
      title,
      question,
      automatic,
    }));
    const [found] = await db.query<Row & Pick<AuditGiven, 'found' | 'owners'>>(
      `select array(select distinct clause from finding where audit = $1 and clause is not null) as found,
         array(select distinct x from process p, unnest(array[p.owner, p.manager]) x where p.id = $2 and x is not null) as owners`,
      [id, text(input.process) ?? own?.process ?? null],
    );
    const asked = command === 'answer' ? (own?.clauses ?? []).find((each) => each.clause === input.clause) : undefined;
    const shown = asked?.automatic ? await shownBy(db, { codes: [asked.automatic], process: own?.process ?? null, now }) : [];
    return {
      checklists: checklists().map((each) => each.code),
      clauses,
      owners: found?.owners ?? [],
      found: found?.found ?? [],
      shown: shown[0]?.shown ?? null,
    };
  };
}

export async function gatherFinding(db: Db, { input }: The): Promise<FindingGiven> {
  const [found] = await db.query<Row & { audit: FindingGiven['audit'] }>(
    `select jsonb_build_object('id', a.id, 'process', a.process, 'clauses', (select coalesce(jsonb_agg(c ->> 'clause'), '[]') from jsonb_array_elements(a.clauses) c)) as audit
     from audit a where a.id = $1`,
    [text(input.audit)],
  );
  return { audit: found?.audit ?? null };
}

export function gatherMaturity(questionnaire: () => Questionnaire) {
  return async (db: Db, { row, input, id, now }: The): Promise<MaturityGiven> => {
    const own = row as MaturityRow | null;
    const process = text(input.process) ?? own?.process ?? '';
    const { questions } = questionnaire();
    const [found] = await db.query<Row & Pick<MaturityGiven, 'zone' | 'previous' | 'name'>>(
      `select ${zoneSql} as zone, (select p.name from process p where p.id = $1) as name, (select jsonb_build_object('score', m.score, 'goal', m.goal) from maturity_assessment m
         where m.process = $1 and m.state = 'final' and m.id <> $2 order by m.assessed_on desc, m.closed_at desc limit 1) as previous`,
      [process, id],
    );
    if (!found) throw new Error('a select without a from answers one row');
    const codes = [...new Set(questions.flatMap((each) => each.automatic ?? []))];
    const shown = input.answers ? await shownBy(db, { codes, process, now }) : [];
    const byCode = new Map(shown.map((each) => [each.code, each.shown]));
    const pairs = questions.flatMap((each) => (each.automatic && byCode.has(each.automatic) ? [[each.code, byCode.get(each.automatic)] as const] : []));
    return { ...found, questions, shown: Object.fromEntries(pairs) as MaturityGiven['shown'] };
  };
}
