// What the screens must know about who is looking: person, side, roles, teams, the house, and whether this is the demo world.
import type { Principal } from '../auth/actor.ts';
import type { Session } from '../auth/session.ts';
import { settings } from '../house.ts';
import { type Context, isoNow } from './context.ts';

export async function sessionAnswer({ house, options }: Context, principal: Principal | null): Promise<Readonly<Record<string, unknown>>> {
  const set = await settings(house);
  const name = set.house ? await options.directory.nameOf(set.house) : null;
  const common = {
    house: set.house ? { id: set.house, name: name ?? set.house } : null,
    now: isoNow(house),
    version: options.version,
    demo: set.demo,
    setup_needed: set.house === null,
    engine: house.db.engine,
    vocabulary: set.vocabulary,
  };
  if (!principal) {
    const personas = set.demo ? { personas: await options.directory.personas() } : {};
    return { signed_in: false, person: null, side: null, organisation: null, roles: [], teams: [], csrf: null, ...common, ...personas };
  }
  const { actor, standing, session } = principal;
  return {
    signed_in: true,
    person: standing ? { id: standing.person, name: standing.name, email: standing.email, ...preferred(principal, session, set) } : null,
    side: actor.side,
    organisation:
      standing?.organisation ?? (actor.organisation ? { id: actor.organisation, name: (await options.directory.nameOf(actor.organisation)) ?? '' } : null),
    roles: actor.roles,
    teams: standing?.teams ?? [],
    csrf: session?.csrf ?? null,
    ...common,
    ...(set.demo && session ? { personas: await options.directory.personas() } : {}),
  };
}

function preferred(
  { standing }: Principal,
  session: Session | null,
  otherwise: { readonly language: string; readonly zone: string; readonly vocabulary: string },
) {
  const chosen = session?.preferences;
  return {
    language: chosen?.language ?? standing?.language ?? otherwise.language,
    zone: chosen?.zone ?? standing?.zone ?? otherwise.zone,
    theme: chosen?.theme ?? 'auto',
    density: chosen?.density ?? 'comfortable',
    shortcuts: chosen?.shortcuts ?? true,
    vocabulary: chosen?.vocabulary ?? otherwise.vocabulary,
  };
}
