// The register of the demo world: improvements over all columns, an audit with findings, and the maturity of its processes in two rounds.
import type { MaturityQuestion } from '../../practices/improvement/checklist.record.ts';
import { questionnaire } from '../checklists.ts';
import { cards, maturities } from './governance-data.ts';
import { minute, type Step } from './plots.ts';
import type { Stage } from './stage.ts';

const day = 24 * 60 * minute;
const date = (at: number): string => new Date(at).toISOString().slice(0, 10);
/** The first of a month, so many months ago. */
const firstOf = (now: number, ago: number): string => {
  const at = new Date(now);
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() - ago, 1)).toISOString().slice(0, 10);
};
const monthsFrom = (first: string, offset: number, count: number): string[] => {
  const [year = 0, month = 1] = first.split('-').map(Number);
  return Array.from({ length: count }, (_, n) => new Date(Date.UTC(year, month - 1 + offset + n, 1)).toISOString().slice(0, 7));
};

export function improving(now: number): Step[] {
  return [
    { at: now - 200 * day, run: (stage) => assess(stage, now - 200 * day, 'was') },
    { at: now - 150 * day, run: (stage) => register(stage, now) },
    { at: now - 70 * day, run: (stage) => auditing(stage, now) },
    { at: now - 21 * day, run: (stage) => assess(stage, now - 21 * day, 'is') },
    // Three months were watched; their figures were in early in the month before this one.
    { at: Date.parse(firstOf(now, 1)) + 8 * day, run: (stage) => measured(stage, now) },
  ];
}

/** As far as each got five months ago; what was delivered then is measured when its months are over. */
async function register({ act, ids, id }: Stage, now: number): Promise<void> {
  for (const [index, card] of cards.entries()) {
    const { title, text, level, process, owner, measure, unit, better, baseline, expected, customer, until } = card;
    const plan = { measure, unit, better, baseline, expected };
    const given = Object.fromEntries(
      Object.entries({ ...plan, customer: customer && id(`organisation.${customer}`) }).filter(([, value]) => value !== undefined),
    );
    const row = await act(owner, 'improvement', 'propose', { input: { title, text, level, process: id(`process.${process}`), ...given } });
    ids[`improvement.${index}`] = row.id;
    const step = (command: string, input = {}) => act('eva', 'improvement', command, { target: row.id, input });
    if (until === 'stopped') await step('stop', { note: 'Geen kerntaak; kopen is goedkoper.' });
    if (until === 'idea' || until === 'stopped') continue;
    await step('accept', { owner: id(`person.${owner}`) });
    if (until === 'accepted') continue;
    await step('start', { beyond_limit: true });
    if (until === 'doing') continue;
    await step('deliver', { starts_on: firstOf(now, card.after ? 4 : 1) });
  }
}

async function measured(stage: Stage, now: number): Promise<void> {
  const { act, id } = stage;
  const first = firstOf(now, 4);
  for (const [index, card] of cards.entries()) {
    if (!card.after || !card.before) continue;
    const values = (list: readonly number[], offset: number) =>
      monthsFrom(first, offset, list.length).map((period, n) => ({ period, value: list[n] as number }));
    const input = { before: values(card.before, -card.before.length), after: values(card.after, 0), from: 'Maandcijfers van de desk' };
    const target = id(`improvement.${index}`);
    await act('eva', 'improvement', 'measure', { target, input });
    if (card.until === 'done')
      await act('eva', 'improvement', 'finish', { target, input: { lesson: card.lesson, ...(card.saved ? { saved_minutes: card.saved } : {}) } });
  }
}

type Verdict = Readonly<Record<string, readonly ['not' | 'observation' | 'not_applicable', string]>>;
const verdicts: Verdict = {
  GR2: ['observation', 'Werkinstructies staan op drie plaatsen.'],
  PR5: ['not', 'Er is geen plan voor capaciteit; er wordt bijgekocht als het vol is.'],
  PR6: ['not_applicable', 'Wordt door de securityafdeling zelf geauditeerd.'],
  PR12: ['not', 'Vier van de laatste twintig wijzigingen hadden geen weg terug.'],
};
const findings = [
  {
    clause: 'PR12',
    grade: 'major',
    title: 'Wijzigingen zonder weg terug',
    cause: 'Het formulier dwong het niet af.',
    fix: 'Zonder weg terug geen goedkeuring.',
    owner: 'chloe',
    due: -20,
    verified: 'Laatste dertig wijzigingen hadden alle een weg terug.',
  },
  {
    clause: 'PR5',
    grade: 'minor',
    title: 'Geen plan voor capaciteit',
    cause: 'Niemand was eigenaar.',
    fix: 'Kees stelt elk kwartaal een plan op.',
    owner: 'kees',
    due: 14,
  },
  { clause: 'GR2', grade: 'observation', title: 'Instructies op drie plaatsen' },
] as const;

async function auditing({ act, ids, id }: Stage, now: number): Promise<void> {
  const planned = {
    title: 'Interne audit dienstverlening',
    checklist: 'fitsm-1',
    auditor: id('person.daan'),
    owner: id('person.eva'),
    planned_on: date(now - 70 * day),
  };
  const row = await act('rosa', 'audit', 'plan', { input: { ...planned, scope: 'Alle processen van de servicedesk en het netwerk.' } });
  const started = await act('daan', 'audit', 'start', { target: row.id });
  ids['audit.year'] = row.id;
  for (const { clause } of started.clauses as readonly { clause: string }[]) {
    const [verdict, text] = verdicts[clause] ?? ['conform', 'Gezien in de records en in gesprek.'];
    await act('daan', 'audit', 'answer', { target: row.id, input: { clause, verdict, text } });
  }
  for (const each of findings) {
    const made = await act('daan', 'finding', 'open', {
      input: { title: each.title, audit: row.id, clause: each.clause, grade: each.grade, statement: verdicts[each.clause]?.[1] ?? each.title },
    });
    if (!('cause' in each)) continue;
    const answer = { cause: each.cause, corrective_action: each.fix, owner: id(`person.${each.owner}`), due_on: date(now + each.due * day) };
    await act('eva', 'finding', 'answer', { target: made.id, input: answer });
    if (!('verified' in each)) continue;
    await act('daan', 'finding', 'verify', { target: made.id, input: { effect: each.verified, evidence: [row.id] } });
    await act('eva', 'finding', 'close', { target: made.id });
  }
  await act('daan', 'audit', 'close', { target: row.id, input: { conclusion: 'Het systeem werkt; wijzigingen en capaciteit vragen aandacht.' } });
  const next = {
    title: 'Audit op configuratie',
    checklist: 'iso20000-1',
    auditor: id('person.bas'),
    process: id('process.configuration'),
    planned_on: date(now + 30 * day),
  };
  await act('rosa', 'audit', 'plan', { input: next });
}

async function assess({ act, ids, id }: Stage, at: number, round: 'was' | 'is'): Promise<void> {
  const { questions } = questionnaire();
  for (const [index, each] of maturities.entries()) {
    const input = { process: id(`process.${each.process}`), goal: each.goal, assessed_on: date(at), answers: answers(questions, each[round], index) };
    const row = await act('eva', 'maturity_assessment', 'open', { input });
    ids[`maturity.${each.process}`] = row.id;
    await act('eva', 'maturity_assessment', 'finalise', { target: row.id });
  }
}

/** Everything up to the level is so; of the next one something is not; what lies above was only partly looked at. */
function answers(questions: readonly MaturityQuestion[], score: number, index: number): object[] {
  const next = questions.filter((each) => each.level === score + 1);
  return questions
    .filter((each) => each.level <= score + 1)
    .map((each, n) => {
      const weak = each.level > score && next.indexOf(each) === index % next.length;
      const rating = weak ? 'p' : (n + index) % 3 === 0 ? 'f' : 'l';
      return { code: each.code, rating, text: weak ? 'Gebeurt soms, en niet overal.' : 'Gezien in gesprek en in de records.', records: [], shown: null };
    });
}
