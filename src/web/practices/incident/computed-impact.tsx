// Beside an incident with a failing item: what was computed, what is in force, and why a person said otherwise.
import { Link } from '@tanstack/react-router';
import type { Field } from '../../../kernel/field.ts';
import { incident } from '../../../practices/incident/record.ts';
import type { OneAnswer } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { RefLink, Value } from '../../record/value.tsx';
import { impactTexts as words } from '../../texts/impact.ts';

export function ComputedImpact({ answer }: { readonly answer: OneAnswer }) {
  const say = useSay();
  const { data: row, refs } = answer;
  const { item, computed_impact, impact_reason } = row;
  if (typeof item !== 'string' && !computed_impact) return null;
  const pair = (effect: 'effect' | 'computed_effect', impact: 'impact' | 'computed_impact') => (
    <>
      <Plain field={incident.fields[effect]} value={row[effect]} /> · <Plain field={incident.fields[impact]} value={row[impact]} />
    </>
  );
  return (
    <section className="card">
      <h3>{say(words.computed)}</h3>
      {typeof item === 'string' ? (
        <p>
          <RefLink id={item} refs={refs} />{' '}
          <Link to="/$id" params={{ id: item }} search={{ tab: 'impact' }} className="small">
            {say(words.see_impact)}
          </Link>
        </p>
      ) : null}
      <dl className="fields small">
        <div className="field">
          <dt>{say(words.computed)}</dt>
          <dd>{pair('computed_effect', 'computed_impact')}</dd>
        </div>
        <div className="field">
          <dt>{say(words.in_force)}</dt>
          <dd>{pair('effect', 'impact')}</dd>
        </div>
      </dl>
      {typeof impact_reason === 'string' ? <p className="small">{say(words.by_hand, { reason: impact_reason })}</p> : null}
    </section>
  );
}

const Plain = ({ field, value }: { readonly field: Field; readonly value: unknown }) => <Value field={field} value={value} refs={{}} plain />;
