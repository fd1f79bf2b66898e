// The services of a review: the figures of the month as the report shows them, each with what is said about it.
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import { meeting } from '../../../practices/governance/meeting.record.ts';
import type { Review } from '../../../practices/governance/review.record.ts';
import { reviewTexts as texts } from '../../../practices/governance/review-texts.ts';
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';

const Explaining = lazy(() => import('./explaining.tsx').then((found) => ({ default: found.Explaining })));

type Props = { readonly review: Review; readonly refs: Refs };

/** Comments on services; the figures themselves follow beneath. */
export function ReviewComments({ review, refs }: Props) {
  const say = useSay();
  const client = useQueryClient();
  const [asked, setAsked] = useState<Review['services'][number] | null>(null);
  const may = review.may.includes('explain');
  return (
    <section className="review-part">
      <h2>{say(texts.services)}</h2>
      {review.services.map((each) => (
        <div key={each.service}>
          <strong>{refs[each.service] ?? each.service}</strong>{' '}
          {each.mood ? (
            <span className="badge" data-tone={each.mood === 'green_but_unhappy' ? 'warn' : 'info'}>
              <Icon name="flag" size={12} /> {say(each.mood === 'green_but_unhappy' ? texts.watermelon : texts.red_but_happy)}
            </span>
          ) : null}
          <p className="review-comment">
            {each.comment ?? <span className="dim">{say(texts.no_comment)}</span>}{' '}
            {may ? (
              <button type="button" className="link" onClick={() => setAsked(each)} aria-label={`${say(texts.explain)} ${refs[each.service] ?? each.service}`}>
                {say(texts.explain)}
              </button>
            ) : null}
          </p>
        </div>
      ))}
      {asked ? (
        <Suspense fallback={null}>
          <Explaining
            review={review}
            about={asked.service}
            text={asked.comment}
            onClose={() => {
              setAsked(null);
              void client.invalidateQueries({ queryKey: [meeting.name, 'review', review.id] });
            }}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
