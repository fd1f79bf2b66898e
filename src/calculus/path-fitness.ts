// How well the path a case took fits the path that was meant: the alignment with the fewest odd moves, and the share of moves that fit.

/**
 * One move of an alignment. `both`: the case did what was meant. `case`: it did something the meant path does not have there.
 * `model`: it left out what the meant path has there.
 */
export type Move = { readonly kind: 'both' | 'case' | 'model'; readonly state: string };
/** A path as it is meant: the states in their order. */
export type Meant = { readonly name: string; readonly states: readonly string[] };
/** `fits` of `of` moves are moves of both; `odd` are the others. `path` is the meant path that is nearest. */
export type Fit = { readonly path: string; readonly moves: readonly Move[]; readonly fits: number; readonly of: number; readonly odd: number };

/**
 * The alignment of a case with the nearest of the paths that are meant: insertions and deletions cost one each (Levenshtein
 * without substitution, the move model of alignment-based conformance checking: van der Aalst, Adriansyah, van Dongen, 2012).
 * A case that has not `ended` may still do what is left: what it has not come to yet is not counted. Nearest is the path with
 * the fewest odd moves, then the one with the larger share that fits, then the first. Null when no path is meant at all.
 */
export function fitOf(taken: readonly string[], meant: readonly Meant[], ended: boolean): Fit | null {
  let best: Fit | null = null;
  for (const path of meant) {
    const moves = aligned(taken, path.states, ended);
    const fits = moves.filter((each) => each.kind === 'both').length;
    const found = { path: path.name, moves, fits, of: moves.length, odd: moves.length - fits };
    if (best === null || found.odd < best.odd || (found.odd === best.odd && shareOf(found) > shareOf(best))) best = found;
  }
  return best;
}

/** The share of moves that fit, 0 to 1; 1 when there is nothing to move. */
export const shareOf = ({ fits, of }: Pick<Fit, 'fits' | 'of'>): number => (of === 0 ? 1 : fits / of);

/** The fewest odd moves; among equals a move of the case comes before one of the model, so that the answer is always the same. */
function aligned(taken: readonly string[], path: readonly string[], ended: boolean): Move[] {
  const width = path.length + 1;
  const cost = costs(taken, path, ended);
  const at = (i: number, j: number): number => cost[i * width + j] as number;
  const moves: Move[] = [];
  let i = 0;
  let j = 0;
  while (i < taken.length || j < path.length) {
    if (i === taken.length && !ended) break;
    const [did, should] = [taken[i], path[j]];
    if (did !== undefined && did === should && at(i, j) === at(i + 1, j + 1)) {
      moves.push({ kind: 'both', state: did });
      i += 1;
      j += 1;
    } else if (did !== undefined && at(i, j) === at(i + 1, j) + 1) {
      moves.push({ kind: 'case', state: did });
      i += 1;
    } else {
      moves.push({ kind: 'model', state: should as string });
      j += 1;
    }
  }
  return moves;
}

/** `cost[i * width + j]`: the fewest odd moves from the i-th state of the case and the j-th of the path to the end. */
function costs(taken: readonly string[], path: readonly string[], ended: boolean): Uint32Array {
  const width = path.length + 1;
  const cost = new Uint32Array((taken.length + 1) * width);
  for (let i = taken.length; i >= 0; i--)
    for (let j = path.length; j >= 0; j--) {
      const left = taken.length - i;
      if (left === 0) cost[i * width + j] = ended ? path.length - j : 0;
      else if (j === path.length) cost[i * width + j] = left;
      else {
        const odd = 1 + Math.min(cost[(i + 1) * width + j] as number, cost[i * width + j + 1] as number);
        cost[i * width + j] = taken[i] === path[j] ? Math.min(odd, cost[(i + 1) * width + j + 1] as number) : odd;
      }
    }
  return cost;
}
