// Feasibility beyond one promise: the chain beneath one drawn as a graph, and the verdict on all promises of the house.
import { sideOf } from '../../calculus/terms.ts';
import { explainPromise, judge, offeredBy } from './chain.ts';
import { nameOf } from './chain-beneath.ts';
import {
  type Acceptance,
  type Chain,
  type ChainData,
  type ChainNode,
  type ChainPromise,
  type Judged,
  type Judgement,
  type Link,
  verdicts,
} from './link.record.ts';

/** Who rests on whom, down to what other parties promise. A promise met again is the same node, as deep as it lies deepest. */
export function chainGraph(top: ChainPromise, data: ChainData): Chain & { readonly link: Link } {
  const nodes = new Map<string, ChainNode>();
  const edges = new Map<string, { from: string; to: string }>();
  const links = new Map<string, Link>();
  const visit = (promise: ChainPromise, layer: number, weakest: boolean, above: readonly string[]): void => {
    const known = nodes.get(promise.id);
    const link = links.get(promise.id) ?? explainPromise(promise, data);
    links.set(promise.id, link);
    nodes.set(promise.id, nodeOf(promise, { link, layer: Math.max(layer, known?.layer ?? 0), weakest: weakest || (known?.weakest ?? false) }));
    if (above.includes(promise.id) || link.side === 'supplier') return;
    const beneath = data.promises.filter((each) => link.backed_by.some(({ promise: id }) => id === each.id));
    for (const each of beneath) {
      edges.set(`${promise.id} ${each.id}`, { from: promise.id, to: each.id });
      visit(each, layer + 1, each.service === link.weakest, [...above, promise.id]);
    }
    for (const part of link.bare) {
      const id = `${part} ${promise.metric}`;
      edges.set(`${promise.id} ${id}`, { from: promise.id, to: id });
      nodes.set(id, bareNode(id, part, { layer: layer + 1, data, weakest: part === link.weakest }));
    }
  };
  visit(top, 0, false, []);
  return { nodes: [...nodes.values()].sort((a, b) => a.layer - b.layer), edges: [...edges.values()], link: links.get(top.id) ?? explainPromise(top, data) };
}

type Placed = { readonly link: Link; readonly layer: number; readonly weakest: boolean };

function nodeOf(promise: ChainPromise, { link, layer, weakest }: Placed): ChainNode {
  const { id, name, service, provider, customer, metric } = promise;
  const ok = link.side === 'supplier' ? null : link.ok;
  return { id, promise: id, name, service, provider, customer, metric, said: offeredBy(promise), ok, slack: link.slack, unit: link.unit, weakest, layer };
}

function bareNode(id: string, service: string, { layer, data, weakest }: { layer: number; data: ChainData; weakest: boolean }): ChainNode {
  const provider = data.services.get(service)?.provider ?? null;
  const none = { promise: null, customer: null, metric: null, said: null, ok: false, slack: null, unit: 'ppm' } as const;
  return { id, name: nameOf(service, data), service, provider, layer, weakest, ...none };
}

/** Every promise the house makes, judged; the worst first. */
export function judgeAll(data: ChainData, acceptances: ReadonlyMap<string, Acceptance>): Judgement[] {
  const own = data.promises.filter((each) => sideOf(each, data.house) !== 'supplier');
  const briefly = { ...data, brief: true };
  return own.map((each) => judgement(each, briefly, acceptances.get(each.id) ?? null)).sort(worstFirst);
}

export function judgement(promise: ChainPromise, data: ChainData, accepted: Acceptance | null): Judgement {
  const judged = judge(promise, data);
  const offered = offeredBy(promise);
  const { slack, unit, weakest, reasons, tighten } = judged;
  const ok = reasons.every((each) => each.holds);
  const slack_ppm = relativeSlack(judged, offered);
  const unkept = accepted === null ? 'broken' : accepted.expired ? 'expired' : 'accepted';
  const verdict = ok ? (slack_ppm !== null && slack_ppm < TIGHT ? 'tight' : 'ok') : unkept;
  const { id, name, service, provider, customer, metric } = promise;
  const said = { promise: id, name, service, provider, customer, metric, side: sideOf(promise, data.house), offered };
  const reason = reasons.find((each) => !each.holds) ?? reasons[0] ?? null;
  return { ...said, ok, slack, unit, weakest, verdict, slack_ppm, cheapest: tighten.find((each) => each.alone) ?? null, reason, accepted };
}

export function acceptanceOf(row: { accepted_risk: string | null; risk_owner: string | null; risk_until: string | null }, today: string): Acceptance | null {
  if (row.accepted_risk === null) return null;
  // What was accepted without an end, before an end was asked for, is to be decided again.
  return { reason: row.accepted_risk, owner: row.risk_owner, until: row.risk_until, expired: row.risk_until === null || row.risk_until < today };
}

/** Less than a tenth left is tight. */
const TIGHT = 100_000;
const MILLION = 1_000_000;

function relativeSlack({ slack, ways }: Judged, offered: Link['offered']): number | null {
  if (slack === null) return null;
  const way = ways.toSorted((a, b) => a.slack_minutes - b.slack_minutes)[0];
  const whole = way ? way.offered_minutes : typeof offered === 'number' ? MILLION - offered : 0;
  return whole > 0 ? Math.trunc((slack * MILLION) / whole) : null;
}

function worstFirst(a: Judgement, b: Judgement): number {
  const order = verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict);
  return order || (a.slack_ppm ?? MILLION) - (b.slack_ppm ?? MILLION) || a.promise.length - b.promise.length || (a.promise < b.promise ? -1 : 1);
}
