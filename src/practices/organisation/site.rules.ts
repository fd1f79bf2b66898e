// What happens to sites beyond their declaration: where one may be added.
import type { Rules } from '../../kernel/decide.ts';
import { type Belonging, refuseAdding } from './own.ts';

export type SiteGiven = { readonly organisation: Belonging };

export const siteRules: Rules<SiteGiven> = {
  open: ({ actor, input, given }) => refuseAdding({ record: 'site', actor, organisation: input.organisation, belonging: given.organisation }) ?? {},
};
