// Which known errors an incident looks like, and why: the same service or part, and the telling words they share.

export type Told = { readonly title: string; readonly description: string | null };
export type Looking = Told & { readonly services: readonly string[]; readonly part: string | null; readonly refused: readonly string[] };
export type Offered = { readonly id: string; readonly title: string; readonly symptoms: string | null; readonly services: readonly string[] };
/** Why it is offered: the service or part they have in common, the words, and how much of the title those are (ppm). */
export type Because = {
  readonly id: string;
  readonly service: string;
  readonly same_part: boolean;
  readonly words: readonly string[];
  readonly share_ppm: number;
};

/** At least so much of the telling words of the title must be in the known error, unless the failing part is the same. */
const least = 250_000;
const most = 5;
/** Words that tell nothing about what is wrong, in the languages spoken here. */
const idle = new Set(
  `the and not with for from has have does this that when then again since about after before into over been was are can will all
   het een van voor met niet wel dat die deze zijn is als bij naar door nog weer sinds heeft hebben kan over uit aan maar ook
   der die das den dem des ein eine einen und nicht mit von für auf bei nach seit ist sind hat haben kann wird auch aber oder
   problem probleem störung storing fout error incident`
    .split(/\s+/)
    .filter(Boolean),
);
/** Words with the same beginning are taken for the same word: "anmelden" and "Anmeldung", "verbinding" and "verbindingen". */
const stem = 6;

/** The best first, at most five; those that were refused on this incident are not offered again. */
export function matching(incident: Looking, errors: readonly Offered[]): Because[] {
  const title = telling(incident.title);
  const all = new Map([...title, ...telling(incident.description ?? '')]);
  const found = errors.flatMap((each): Because[] => {
    const service = each.services.find((one) => one === incident.part) ?? each.services.find((one) => incident.services.includes(one));
    if (!service || incident.refused.includes(each.id)) return [];
    const known = telling(`${each.title} ${each.symptoms ?? ''}`);
    const words = [...all].filter(([key]) => known.has(key)).map(([, word]) => word);
    const share_ppm = title.size ? Math.floor(([...title.keys()].filter((key) => known.has(key)).length * 1_000_000) / title.size) : 0;
    const same_part = service === incident.part;
    if (!words.length || (share_ppm < least && !same_part)) return [];
    return [{ id: each.id, service, same_part, words: words.slice(0, 8), share_ppm }];
  });
  return found.sort((a, b) => b.share_ppm - a.share_ppm || b.words.length - a.words.length || (a.id < b.id ? -1 : 1)).slice(0, most);
}

/** Telling words by their beginning, as they were written first. */
function telling(text: string): Map<string, string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [];
  const found = new Map<string, string>();
  for (const word of words) if (!idle.has(word) && !found.has(word.slice(0, stem))) found.set(word.slice(0, stem), word);
  return found;
}
