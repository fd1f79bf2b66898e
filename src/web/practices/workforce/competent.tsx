// Who has the competences that a service asks for, before somebody is chosen to work on it.
import { useQuery } from '@tanstack/react-query';
import type { CompetentAnswer } from '../../../practices/workforce/figures.record.ts';
import { get, query } from '../../api.ts';
import { useSay } from '../../language.tsx';
import type { FormState } from '../../record/arrangement.ts';
import { RefLink } from '../../record/value.tsx';
import { workforceTexts as texts } from '../../texts/workforce.ts';

export function Competent({ row }: FormState) {
  const say = useSay();
  // The part that fails asks for it, and else the service as the customer knows it.
  const service = [row?.part, row?.service].find((each) => typeof each === 'string');
  const found = useQuery({
    queryKey: ['skill', 'list', 'competent', service],
    queryFn: ({ signal }) => get<CompetentAnswer>(`/api/workforce/competent${query({ service })}`, signal),
    enabled: service !== undefined,
    staleTime: 60_000,
  });
  const { data = [], refs = {} } = found.data ?? {};
  if (data.length === 0) return null;
  return (
    <section aria-label={say(texts.competent)}>
      <h3>{say(texts.competent)}</h3>
      <ul className="link-list small">
        {data.map(({ competence, people }) => (
          <li key={competence}>
            <RefLink id={competence} refs={refs} />:{' '}
            {people
              .map(
                (each) =>
                  `${refs[each.person] ?? each.person} (${say(texts.competent_level, { level: each.level })}${each.team ? `, ${refs[each.team] ?? each.team}` : ''})`,
              )
              .join(', ')}
          </li>
        ))}
      </ul>
    </section>
  );
}
