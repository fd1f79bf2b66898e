// How the things of a NetBox dump hang together: what contains what, runs on what, is fed by what and is joined by cables and circuits.
import type { RelationKind } from './item-relation.record.ts';
import type { Dump, Entry, Note } from './netbox-dump.ts';

export type SourceRelation = {
  /** By which the same relation is recognised in the next dump. */
  readonly key: string;
  readonly subject: string;
  readonly kind: RelationKind;
  readonly object: string;
  readonly redundancy: string | null;
  readonly need: number | null;
};
type Said = Omit<SourceRelation, 'key'>;

/** Each once, and only between things that were taken. */
export function relationsOf(dump: Dump, known: ReadonlySet<string>, note: Note): SourceRelation[] {
  const cables = cablesOf(dump, note);
  const all = [...placed(dump), ...hosted(dump), ...grouped(fedBy(dump, cables), 'power'), ...joined(dump, cables), ...circuits(dump)];
  const found = new Map<string, SourceRelation>();
  for (const said of all) {
    if (said.subject === said.object || !known.has(said.subject) || !known.has(said.object)) continue;
    const key = `${said.subject} ${said.kind} ${said.object}${said.redundancy ? ` ${said.redundancy}` : ''}`;
    const turned = said.kind === 'connects' && found.has(`${said.object} connects ${said.subject}`);
    if (!turned && !found.has(key)) found.set(key, { key, ...said });
  }
  return [...found.values()];
}

const plain = (subject: string, kind: RelationKind, object: string): Said => ({ subject, kind, object, redundancy: null, need: null });
const keyIn = (entry: Entry, field: string, model: string): string | null => {
  const value = entry.fields[field];
  return typeof value === 'number' || typeof value === 'string' ? `${model}:${value}` : null;
};

/** A thing is in the narrowest place it is said to be in: the rack before the room, the room before the site. */
const places: Readonly<Record<string, readonly (readonly [field: string, model: string])[]>> = {
  'dcim.location': [
    ['parent', 'dcim.location'],
    ['site', 'dcim.site'],
  ],
  'dcim.rack': [
    ['location', 'dcim.location'],
    ['site', 'dcim.site'],
  ],
  'dcim.device': [
    ['rack', 'dcim.rack'],
    ['location', 'dcim.location'],
    ['site', 'dcim.site'],
  ],
  'dcim.powerpanel': [
    ['location', 'dcim.location'],
    ['site', 'dcim.site'],
  ],
  'dcim.module': [['device', 'dcim.device']],
  'virtualization.cluster': [['site', 'dcim.site']],
  'virtualization.virtualmachine': [['site', 'dcim.site']],
  'ipam.vlan': [['site', 'dcim.site']],
  'ipam.prefix': [['site', 'dcim.site']],
};

function placed(dump: Dump): Said[] {
  const bays = new Map(dump.all('dcim.devicebay').map((bay) => [keyIn(bay, 'installed_device', 'dcim.device'), keyIn(bay, 'device', 'dcim.device')]));
  return Object.entries(places).flatMap(([model, ways]) =>
    dump.all(model).flatMap((entry) => {
      const within = bays.get(entry.key) ?? ways.map(([field, of]) => keyIn(entry, field, of)).find((each) => each !== null);
      const runs = model === 'virtualization.virtualmachine' && entry.fields.cluster !== null && entry.fields.cluster !== undefined;
      return within && !runs ? [plain(within, 'contains', entry.key)] : [];
    }),
  );
}

/** Machines run on their cluster, clusters and stacks on any of their devices; a subnet on its VLAN. */
function hosted(dump: Dump): Said[] {
  const on = (model: string, field: string, of: string): Said[] =>
    dump.all(model).flatMap((entry) => {
      const host = keyIn(entry, field, of);
      return host ? [plain(entry.key, 'hosted_on', host)] : [];
    });
  const members = (field: string, of: string): Said[] =>
    dump.all('dcim.device').flatMap((entry) => {
      const whole = keyIn(entry, field, of);
      return whole ? [plain(whole, 'needs', entry.key)] : [];
    });
  const pinned = on('virtualization.virtualmachine', 'device', 'dcim.device');
  const machines = on('virtualization.virtualmachine', 'cluster', 'virtualization.cluster');
  const wholes = [...grouped(members('cluster', 'virtualization.cluster'), 'hosts'), ...grouped(members('virtual_chassis', 'dcim.virtualchassis'), 'members')];
  return [...machines, ...pinned, ...wholes, ...on('ipam.prefix', 'vlan', 'ipam.vlan')];
}

/** What somebody needs several of by one name, one of which is enough: any of them; a single one is simply needed. */
function grouped(needs: readonly Said[], name: string): Said[] {
  const distinct = [...new Map(needs.map((each) => [`${each.subject} ${each.object}`, each])).values()];
  const counts = new Map<string, number>();
  for (const { subject } of distinct) counts.set(subject, (counts.get(subject) ?? 0) + 1);
  return distinct.map((each) => ((counts.get(each.subject) ?? 0) > 1 ? { ...each, kind: 'any_of', redundancy: name } : each));
}

/** Two ends of a cable: the part it is plugged into and the thing that part belongs to. */
type Cable = { readonly a: End; readonly b: End };
type End = { readonly model: string; readonly part: Entry; readonly thing: string };
const partOf: Readonly<Record<string, readonly [field: string, model: string]>> = {
  'circuits.circuittermination': ['circuit', 'circuits.circuit'],
};

function endOf(model: string, part: Entry): End | null {
  if (model === 'dcim.powerfeed') return { model, part, thing: part.key };
  const [field, of] = partOf[model] ?? ['device', 'dcim.device'];
  const thing = keyIn(part, field, of);
  return thing ? { model, part, thing } : null;
}

/** Cables with something on both sides. An end that points to nothing is noted. */
function cablesOf(dump: Dump, note: Note): Cable[] {
  const sides = new Map<string, { A: End[]; B: End[] }>();
  for (const entry of dump.all('dcim.cabletermination')) {
    const type = entry.fields.termination_type;
    const model = Array.isArray(type) ? type.join('.') : '';
    const part = dump.get(model, entry.fields.termination_id);
    if (!part) {
      note(entry, 'dangling', `${model}: ${String(entry.fields.termination_id)}`);
      continue;
    }
    const end = endOf(model, part);
    const cable = String(entry.fields.cable);
    const both = sides.get(cable) ?? { A: [], B: [] };
    sides.set(cable, both);
    if (end) both[entry.fields.cable_end === 'B' ? 'B' : 'A'].push(end);
  }
  return [...sides.values()].flatMap(({ A, B }) => A.flatMap((a) => B.map((b) => ({ a, b }))));
}

const feeding = new Set(['dcim.poweroutlet', 'dcim.powerfeed']);
const isPower = ({ a, b }: Cable): boolean => [a, b].some((each) => each.model === 'dcim.powerport') && [a, b].some((each) => feeding.has(each.model));

/** Who needs whom for power: by cable, and a rack its feeds that are cabled to nothing; a feed its panel. */
function fedBy(dump: Dump, cables: readonly Cable[]): Said[] {
  const byCable = cables.filter(isPower).map((cable) => {
    const [taker, giver] = cable.a.model === 'dcim.powerport' ? [cable.a, cable.b] : [cable.b, cable.a];
    return plain(taker.thing, 'needs', giver.thing);
  });
  const cabled = new Set(cables.flatMap(({ a, b }) => [a, b]).map((each) => each.part.key));
  const feeds = dump.all('dcim.powerfeed').flatMap((feed) => {
    const [rack, panel] = [keyIn(feed, 'rack', 'dcim.rack'), keyIn(feed, 'power_panel', 'dcim.powerpanel')];
    const toRack = rack && !cabled.has(feed.key) ? [plain(rack, 'needs', feed.key)] : [];
    return panel ? [...toRack, plain(feed.key, 'needs', panel)] : toRack;
  });
  return [...byCable, ...feeds];
}

const joined = (_dump: Dump, cables: readonly Cable[]): Said[] =>
  cables.filter((cable) => !isPower(cable)).map(({ a, b }) => plain(...inOrder(a.thing, b.thing)));

/** A joining has no direction: it is always said the same way round. */
const inOrder = (a: string, b: string): [string, 'connects', string] => (a < b ? [a, 'connects', b] : [b, 'connects', a]);

/** A circuit ends at a site or in the network of a provider. */
function circuits(dump: Dump): Said[] {
  return dump.all('circuits.circuittermination').flatMap((end) => {
    const circuit = keyIn(end, 'circuit', 'circuits.circuit');
    const far = keyIn(end, 'site', 'dcim.site') ?? keyIn(end, 'provider_network', 'circuits.providernetwork');
    return circuit && far ? [plain(circuit, 'connects', far)] : [];
  });
}
