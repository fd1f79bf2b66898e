// What parts of a ledger are called: parties and reasons as the reader knows them.
import type { Refs } from '../contract.ts';
import { useSay } from '../language.tsx';
import { custodyTexts } from '../texts/custody.ts';
import { recordTexts } from '../texts/record.ts';

export type Naming = {
  readonly party: (id: string | null) => string;
  readonly reason: (of: { readonly reason: string; readonly receiver?: string | null }) => string;
};

export function useNaming(refs: Refs): Naming {
  const say = useSay();
  const party = (id: string | null) => (id ? (refs[id] ?? id) : say(recordTexts.nobody));
  return {
    party,
    reason: ({ reason, receiver }) => {
      if (reason === 'working') return say(recordTexts.working);
      if (reason === 'done') return say(custodyTexts.done);
      if (reason !== 'handover') return refs[reason] ?? reason;
      return receiver ? say(custodyTexts.handover_to, { who: party(receiver) }) : say(custodyTexts.handover);
    },
  };
}
