// What changed between two computations of the same report: figure by figure, in numbers.
import type { Correction, Difference, Figures, Section } from './figures.record.ts';

type Figure = { readonly service: string; readonly promise: string | null; readonly what: string; readonly value: number | null };

/** Every figure that is not what it was; none when the report still stands. */
export function differences(was: Figures, now: Figures): Difference[] {
  const before = new Map(was.sections.flatMap(figuresIn).map((each) => [keyOf(each), each]));
  const after = new Map(now.sections.flatMap(figuresIn).map((each) => [keyOf(each), each]));
  const keys = [...new Set([...before.keys(), ...after.keys()])];
  return keys.flatMap((key) => {
    const [old, fresh] = [before.get(key), after.get(key)];
    const either = old ?? fresh;
    if (!either || (old?.value ?? null) === (fresh?.value ?? null)) return [];
    return [{ service: either.service, promise: either.promise, what: either.what, was: old?.value ?? null, now: fresh?.value ?? null }];
  });
}

/** The figures that hold: those of the last correction, else those that were frozen. */
export function standing({ figures, corrections }: { figures: Figures | null; corrections: readonly Correction[] | null }): Figures | null {
  return corrections?.at(-1)?.figures ?? figures;
}

const keyOf = ({ service, promise, what }: Figure): string => `${service} ${promise ?? ''} ${what}`;

function figuresIn(section: Section): Figure[] {
  const { service, restoration } = section;
  const of = (promise: string | null, values: Readonly<Record<string, number | null>>): Figure[] =>
    Object.entries(values).map(([what, value]) => ({ service, promise, what, value }));
  return [
    ...section.times.flatMap(({ promise, met, missed, attained_ppm }) => of(promise, { met, missed, attained_ppm })),
    ...section.availability.flatMap(({ promise, measured_ppm, down_ms, outages, longest_ms }) => of(promise, { measured_ppm, down_ms, outages, longest_ms })),
    ...section.throughput.flatMap(({ promise, handled }) => of(promise, { handled })),
    ...section.satisfaction.flatMap(({ promise, answers, content }) => of(promise, { answers, content })),
    ...of(null, { cases: restoration.cases, mtrs_wall_ms: restoration.mtrs_wall_ms, mtrs_agreed_ms: restoration.mtrs_agreed_ms }),
    ...section.credits.owed.flatMap(({ promise, amount_minor }) => of(promise, { owed_minor: amount_minor })),
    ...section.suppliers.flatMap(({ supplier, times, availability, held_ms }) => [
      ...of(supplier, { held_ms }),
      ...times.flatMap(({ promise, met, missed }) => of(promise, { met, missed })),
      ...availability.flatMap(({ promise, measured_ppm }) => of(promise, { measured_ppm })),
    ]),
    ...section.credits.recoverable.flatMap(({ promise, amount_minor }) => of(promise, { recoverable_minor: amount_minor })),
  ];
}
