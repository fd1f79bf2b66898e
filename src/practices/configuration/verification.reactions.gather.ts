// The reactions to a verification with what they must read first: the attributes that stay, and the items of the scope.
import type { Reaction } from '../../kernel/practice.ts';
import type { Db, Row } from '../../platform/db/types.ts';
import type { Attributes } from './fields.ts';
import { recordedInScope, scopeOf } from './queries.ts';
import { type CorrectionGiven, confirmed, correct, differenceOf } from './verification.reactions.ts';

/** Of more items than this the freshness is not renewed one by one: that is what an import is for. */
const most = 1_000;

const correcting: Reaction<Db, CorrectionGiven> = {
  name: 'configuration_item.correct',
  on: ['verification.decided'],
  asks: ['configuration_item.open', 'configuration_item.sync'],
  when: ({ params }) => params.decision === 'corrected',
  async gather(db, fact, row) {
    const item = differenceOf(fact, row)?.item ?? null;
    const [found] = await db.query<{ attributes: Attributes }>('select attributes from configuration_item where id = $1', [item]);
    return { attributes: found?.attributes ?? null };
  },
  react: correct,
};

const confirming: Reaction<Db, { readonly found: readonly string[] }> = {
  name: 'configuration_item.confirm_found',
  on: ['verification.compared'],
  asks: ['configuration_item.confirm'],
  async gather(db, _fact, row) {
    const items = await recordedInScope<Row & { id: string }>(db, scopeOf(row));
    return { found: items.length > most ? [] : items.map((each) => each.id) };
  },
  react: confirmed,
};

export const verificationReactions = [correcting, confirming];
