// What happens to services beyond their declaration: names that point to one service, and compositions that hold together.
import { type Composition, compositionFault, cycle, type Graph, partsIn, plan } from '../../calculus/composition.ts';
import type { Case, Decision, Rules } from '../../kernel/decide.ts';
import { type Refusal, refuse } from '../../kernel/refusal.ts';

export type KnownService = { readonly name: string; readonly state: string };
export type ServiceGiven = {
  /** Every service that is not retired, by id, and what the composed ones are composed of. Read only for commands that need it. */
  readonly services: ReadonlyMap<string, KnownService>;
  readonly graph: Graph;
  /** Services whose code or aliases are among the names asked for. */
  readonly namesakes: readonly { readonly id: string; readonly name: string; readonly names: readonly string[] }[];
  readonly provider: { readonly name: string; readonly open: boolean } | null;
  readonly team: { readonly name: string; readonly organisation: string } | null;
  /** Organisations with a promise in force on the service, and their names. */
  readonly customers: readonly { readonly id: string; readonly name: string }[];
};
type The = Case & { readonly given: ServiceGiven };

/** More would be a table of its own: a group of parts that means something is a service. */
const most = { parts: 100, levels: 5 };
const slug = /^[a-z0-9][a-z0-9._-]*$/;

export const serviceRules: Rules<ServiceGiven> = {
  open: (the) => {
    const refusal = refuseNames(the) ?? refuseProvider(the) ?? refuseComposition(the);
    return refusal ?? { changes: { aliases: the.input.aliases ?? [], customers: [] } };
  },
  edit: (the) => refuseNames(the) ?? refuseProvider(the) ?? {},
  compose: (the) => refuseComposition(the) ?? composed(the),
  launch: (the) => refuseUnready(the, the.row?.composition) ?? {},
  retire: (the) => refuseNeeded(the) ?? {},
  serve: ({ given }) => ({ changes: { customers: given.customers.map((each) => each.id) } }),
};

function composed({ input }: The): Decision {
  const composition = (input.composition ?? undefined) as Composition | undefined;
  return { changes: { composition: composition ?? null }, params: { parts: partsIn(composition).length } };
}

function refuseNames({ id, input, given }: The): Refusal | null {
  const { code, aliases } = input;
  if (typeof code === 'string' && !slug.test(code)) return refuse('service.code_not_slug', 'code', { code });
  const asked = [code, ...((aliases as readonly string[] | null | undefined) ?? [])];
  for (const other of given.namesakes) {
    const name = other.id === id ? undefined : other.names.find((each) => asked.includes(each));
    if (name !== undefined) return refuse('service.alias_taken', name === code ? 'code' : 'aliases', { alias: name, service: other.name });
  }
  return null;
}

function refuseProvider({ row, input, given: { provider, team } }: The): Refusal | null {
  if (provider && !provider.open) return refuse('service.provider_ended', 'provider', { provider: provider.name });
  const organisation = input.provider ?? row?.provider;
  if (!team || team.organisation === organisation) return null;
  return refuse('service.team_elsewhere', 'team', { team: team.name, provider: provider?.name ?? String(organisation) });
}

function refuseComposition(the: The): Refusal | null {
  const { id, row, given } = the;
  const composition = (the.input.composition ?? undefined) as Composition | undefined;
  if (composition === undefined) return null;
  const fault = compositionFault(composition);
  if (fault) return refuse('service.compose.fault', 'composition', { fault });
  const parts = partsIn(composition);
  if (parts.length > most.parts || levels(composition) > most.levels)
    return refuse('service.compose.too_large', 'composition', { most: most.parts, deep: most.levels });
  const unknown = parts.find((part) => part !== id && !given.services.has(part));
  if (unknown !== undefined) return refuse('service.compose.unknown_part', 'composition', { part: unknown });
  // This service first, so that the circle is told from where the reader stands.
  const graph = { [id]: composition, ...given.graph, [id]: composition };
  const circle = plan(id, graph).cyclic ? cycle(graph) : null;
  if (circle) return refuse('service.compose.cycle', 'composition', { path: circle.map((part) => nameOf(the, part)).join(' > ') });
  return row?.state === 'live' ? refuseUnready(the, composition) : null;
}

/** What is live stands on what is live. */
function refuseUnready(the: The, composition: unknown): Refusal | null {
  const parts = partsIn((composition ?? undefined) as Composition | undefined);
  const unready = parts.find((part) => the.given.services.get(part)?.state !== 'live');
  return unready === undefined ? null : refuse('service.launch.part_not_live', 'composition', { part: nameOf(the, unready) });
}

function refuseNeeded(the: The): Refusal | null {
  const [customer] = the.given.customers;
  if (customer) return refuse('service.retire.still_promised', undefined, { customer: customer.name });
  const whole = Object.entries(the.given.graph).find(([id, made]) => the.given.services.get(id)?.state === 'live' && partsIn(made).includes(the.id));
  return whole ? refuse('service.retire.still_part', undefined, { whole: nameOf(the, whole[0]) }) : null;
}

const nameOf = ({ given, id, row }: The, part: string): string => given.services.get(part)?.name ?? (part === id ? String(row?.name ?? part) : part);

/** How deep the grouping goes; a single part is none. */
function levels(composition: Composition): number {
  if ('part' in composition) return 0;
  const members = 'all' in composition ? composition.all : 'any' in composition ? composition.any : composition.of;
  return 1 + Math.max(0, ...members.map(levels));
}
