// The report as a customer may read it: its own figures, and nothing of who stands behind the house.
import type { Difference, Figures, HeldPart, PartyTime, Section } from './figures.record.ts';

type Reader = { readonly own: readonly string[]; readonly house: string };

/** A customer is told its own time and that of its provider; suppliers, the chain and what can be had back from them stay inside. */
export function forCustomer(figures: Figures, reader: Reader): Figures {
  const sections = figures.sections.filter((each) => reader.own.includes(each.customer)).map((each) => section(each, reader));
  return { ...figures, sections, balance: figures.balance.map((each) => ({ ...each, recoverable_minor: 0, exposure_minor: each.owed_minor })) };
}

/** Of what was corrected, the figures that the customer was told: those of its own promises and cases. */
export function correctedFor(differences: readonly Difference[], figures: Figures): Difference[] {
  const own = new Set(
    figures.sections.flatMap((each) => [...each.times, ...each.availability, ...each.throughput, ...each.satisfaction].map((one) => one.promise)),
  );
  const services = new Set(figures.sections.map((each) => each.service));
  return differences.filter((each) => services.has(each.service) && (each.promise === null || own.has(each.promise)));
}

function section(told: Section, reader: Reader): Section {
  const { credits } = told;
  return {
    ...told,
    availability: told.availability.map((each) => ({ ...each, chain_ppm: null, naive_ppm: null })),
    breaches: told.breaches.map((each) => ({ ...each, longest: hands(each.longest, reader), last: hands(each.last, reader) })),
    parties: merged(told.parties, reader),
    suppliers: [],
    credits: {
      owed: credits.owed,
      recoverable: [],
      balance: credits.balance.map((each) => ({ ...each, recoverable_minor: 0, exposure_minor: each.owed_minor })),
    },
    mood: null,
  };
}

/** Whoever had it behind the house, to the customer it was the house. */
function hands(part: HeldPart | null, { own, house }: Reader): HeldPart | null {
  if (part === null || own.includes(part.party)) return part;
  return { party: house, team: null, reason: 'working', used_ms: part.used_ms };
}

function merged(parties: readonly PartyTime[], { own, house }: Reader): PartyTime[] {
  const sums = new Map<string, PartyTime>();
  for (const { party, ms, waiting_ms } of parties) {
    const name = own.includes(party) ? party : house;
    const sum = sums.get(name);
    sums.set(name, { party: name, ms: (sum?.ms ?? 0) + ms, waiting_ms: (sum?.waiting_ms ?? 0) + (name === house ? 0 : waiting_ms) });
  }
  return [...sums.values()];
}
