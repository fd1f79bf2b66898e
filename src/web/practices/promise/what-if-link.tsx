// The way from a promise to its what-if, for those who negotiate promises.
import { Link } from '@tanstack/react-router';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { useSession } from '../../session.tsx';
import { whatIfTexts } from '../../texts/what-if.ts';

const timed = ['respond', 'restore', 'accept', 'repair', 'fulfil'];
const roles = ['administrator', 'process_manager', 'service_level_manager'];

/** Nothing where a period cannot be told again: drafts, and promises without a time target. */
export function WhatIfLink({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const session = useSession();
  const { id, state, metric } = answer.data;
  if (state === 'draft' || !timed.includes(String(metric)) || !roles.some((role) => session.roles.includes(role))) return null;
  return (
    <Link className="small" to="/what-if/$id" params={{ id }}>
      {say(whatIfTexts.title)}
    </Link>
  );
}
