// How much risk the house may accept by itself: the appetite that names most of a risk counts.

export type Appetite = { readonly id: string; readonly name: string; readonly customer: string | null; readonly service: string | null; readonly most: number };
/** What the house may accept by itself when it never said how much. */
const standardAppetite = 9;

/** Which appetite counts: customer and service, then service, then customer, then the one that names neither. */
export function appetiteFor(of: { readonly customer: string | null; readonly service: string | null }, appetites: readonly Appetite[]) {
  const fits = appetites.filter((each) => (each.customer === null || each.customer === of.customer) && (each.service === null || each.service === of.service));
  const weight = (each: Appetite): number => Number(each.service !== null) * 2 + Number(each.customer !== null);
  const [first] = [...fits].sort((a, b) => weight(b) - weight(a));
  return first ? { most: first.most, why: `${first.id} ${first.name}`, id: first.id } : { most: standardAppetite, why: 'standard', id: null };
}
