// The way from a promise to its what-if, for those who negotiate promises.
import { Link } from '@tanstack/react-router';
import { whatIfAskers, whatIfMetrics } from '../../../practices/reporting/what-if.record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { mayAsk } from '../../record/may-open.ts';
import { useSession } from '../../session.tsx';
import { whatIfTexts } from '../../texts/what-if.ts';

/** Nothing where a period cannot be told again: drafts, and promises without a time target. */
export function WhatIfLink({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const session = useSession();
  const { id, state, metric } = answer.data;
  if (state === 'draft' || !whatIfMetrics.includes(String(metric)) || !mayAsk(whatIfAskers, session)) return null;
  return (
    <Link className="small" to="/what-if/$id" params={{ id }}>
      {say(whatIfTexts.title)}
    </Link>
  );
}
