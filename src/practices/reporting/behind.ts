// The list behind each figure: the same records by the same filter, so that what is counted can be opened.
import type { Behind, Figures, Section, Window } from './figures.record.ts';

/** `inside`: the reader may filter by fields that customers are not shown. */
export function behind(figures: Figures, inside: boolean): Behind[] {
  return figures.sections.flatMap((each) => [...targets(each), ...byCase(each, figures, inside), ...byId(each)]);
}

const plurals: Readonly<Record<string, string>> = { accept: 'work_orders', repair: 'work_orders' };
const span = ({ from, to }: Pick<Window, 'from' | 'to'>): string => `${from}..${to}`;

function targets({ service, customer, times, suppliers }: Section): Behind[] {
  return [...times, ...suppliers.flatMap((each) => each.times)].flatMap(({ promise, metric, window }) =>
    (['met', 'missed'] as const).map((what) => ({
      service,
      customer,
      promise,
      what,
      plural: plurals[metric] ?? 'incidents',
      q: `${what}:${promise}@${span(window)}`,
    })),
  );
}

function byCase({ service, customer, throughput, satisfaction }: Section, { window }: Figures, inside: boolean): Behind[] {
  const whose = inside ? ` affected_customers:${customer}` : '';
  const resolved = (of: Pick<Window, 'from' | 'to'>): string => `service:${service}${whose} resolved_at:>=${of.from} resolved_at:<${of.to} -is:cancelled`;
  const rated = satisfaction.flatMap((each): Behind[] => {
    const at = `service:${service} customer:${customer} rated_at:>=${each.window.from} rated_at:<${each.window.to}`;
    const of = { service, customer, promise: each.promise, plural: 'incidents' };
    if (inside)
      return [
        { ...of, what: 'answers', q: at },
        { ...of, what: 'content', q: `${at} satisfaction:>=4` },
      ];
    return each.rated.length === each.answers && each.answers > 0 ? [{ ...of, what: 'answers', q: `id:${each.rated.join()}` }] : [];
  });
  return [
    { service, customer, promise: null, what: 'cases', plural: 'incidents', q: resolved(window) },
    ...throughput.map((each) => ({ service, customer, promise: each.promise, what: 'handled', plural: 'incidents', q: resolved(each.window) })),
    ...rated,
  ];
}

function byId({ service, customer, availability, restoration, suppliers }: Section): Behind[] {
  const list = (promise: string | null, what: string, ids: readonly string[]): Behind[] =>
    ids.length ? [{ service, customer, promise, what, plural: 'incidents', q: `id:${ids.join()}` }] : [];
  return [
    ...[...availability, ...suppliers.flatMap((each) => each.availability)].flatMap((each) => list(each.promise, 'incidents', each.incidents)),
    ...list(null, 'through_parts', restoration.through_parts),
    ...suppliers.flatMap((each) => list(each.supplier, 'cases', each.cases)),
  ];
}
