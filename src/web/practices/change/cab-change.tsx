// The change on the table, in the middle of the room: risk with its reasons, the way back, the evidence, and whom it hits.
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Text } from '../../../kernel/text.ts';
import type { RoomItem } from '../../../practices/change/cab-room.record.ts';
import type { ToldConflict } from '../../../practices/change/calendar.record.ts';
import { get } from '../../api.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Skeleton } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { definitionOf } from '../../record/definitions.ts';
import { RefLink, StateBadge } from '../../record/value.tsx';
import { useSession } from '../../session.tsx';
import { conflictTexts, riskTexts, cabTexts as texts } from '../../texts/cab.ts';

type Props = { readonly item: RoomItem; readonly refs: Refs };
type Cells = Readonly<Record<string, unknown>>;

export function CabChange({ item, refs }: Props) {
  const say = useSay();
  const format = useFormat();
  const inside = useSession().side === 'integrator';
  const definition = definitionOf('change');
  const row: Cells = item.row ?? {};
  const has = (name: string): boolean => Object.hasOwn(row, name);
  const minutes = Number(row.outage_minutes ?? 0);
  return (
    <article className="cab-change" aria-labelledby="cab-change">
      <header>
        <h2 id="cab-change">
          <RefLink id={item.change} refs={{}} /> {String(row.title ?? '')}
        </h2>
        {definition ? <StateBadge definition={definition} state={String(row.state ?? '')} customer={!inside} /> : null}
        {item.late ? (
          <span className="badge" data-tone="warn">
            {item.why_late ? say(texts.late_why, { reason: item.why_late }) : say(texts.late)}
          </span>
        ) : null}
      </header>
      <dl className="cab-facts">
        {has('risk_score') ? <Fact label={say(texts.risk)}>{<Risk score={row.risk_score as number | null} />}</Fact> : null}
        <Fact label={say(texts.when)}>
          {row.planned_start ? (
            <>
              <Time at={String(row.planned_start)} />
              {row.planned_end ? (
                <>
                  {' '}
                  – <Time at={String(row.planned_end)} />
                </>
              ) : null}
            </>
          ) : (
            say(texts.not_planned)
          )}
        </Fact>
        <Fact label={say(texts.outage)}>
          {row.outage_minutes === null || row.outage_minutes === undefined ? '–' : minutes === 0 ? say(texts.no_outage) : format.minutes(minutes)}
        </Fact>
        {has('backout_plan') ? (
          <Fact label={say(texts.backout)}>
            <Tick is={Boolean(row.backout_plan)} />
            {row.backout_plan ? ` · ${say(row.backout_tested ? texts.tested : texts.untested)}` : null}
          </Fact>
        ) : null}
        {has('test_evidence') ? <Fact label={say(texts.evidence)}>{<Tick is={Boolean(row.test_evidence)} />}</Fact> : null}
      </dl>
      {has('risk') ? <Parts risk={row.risk as Scored | null} /> : null}
      {inside ? <Hits row={row} refs={refs} /> : null}
      {inside ? <Conflicts id={item.change} /> : null}
      {definition
        ? ['notice', 'description', 'reason', 'benefit', 'risks', 'backout_plan', 'test_evidence', 'conditions', 'exception'].map((name) =>
            typeof row[name] === 'string' && row[name] !== '' && definition.fields[name] ? (
              <section key={name} className="cab-text">
                <h3>{say(definition.fields[name].label)}</h3>
                <p className="prose">{String(row[name])}</p>
              </section>
            ) : null,
          )
        : null}
    </article>
  );
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** There or missing, as a sign and in a word. */
function Tick({ is }: { readonly is: boolean }) {
  const say = useSay();
  return (
    <span className="cab-tick" data-tone={is ? 'good' : 'bad'}>
      <Icon name={is ? 'check' : 'cross'} /> {say(is ? texts.there : texts.missing)}
    </span>
  );
}

function Risk({ score }: { readonly score: number | null }) {
  const say = useSay();
  if (score === null) return say(texts.risk_unknown);
  const level = score >= 60 ? 'high' : score >= 30 ? 'medium' : 'low';
  const tone = { high: 'bad', medium: 'warn', low: 'good' }[level];
  return (
    <span className="badge" data-tone={tone}>
      {score} · {say(texts[`risk_${level}`])}
    </span>
  );
}

type Scored = { readonly parts?: readonly { readonly part: string; readonly points: number; readonly of: number }[] };

function Parts({ risk }: { readonly risk: Scored | null }) {
  const say = useSay();
  if (!risk?.parts?.length) return null;
  return (
    <section className="cab-text">
      <h3>{say(texts.risk_why)}</h3>
      <ul className="cab-parts">
        {risk.parts.map((each) => (
          <li key={each.part}>
            {riskTexts[each.part] ? say(riskTexts[each.part] as Text) : each.part}: <b>{each.points}</b> / {each.of}
          </li>
        ))}
      </ul>
    </section>
  );
}

type Hurt = { readonly customer: string; readonly service: string; readonly effect: string; readonly promises: readonly string[]; readonly inside: boolean };

function Hits({ row, refs }: { readonly row: Cells; readonly refs: Refs }) {
  const say = useSay();
  const hurt = (row.hurt ?? []) as readonly Hurt[];
  const customers = (row.affected_customers ?? []) as readonly string[];
  return (
    <section className="cab-text">
      <h3>{say(texts.hits)}</h3>
      {hurt.length === 0 && customers.length === 0 ? <p className="dim">{say(texts.hits_nobody)}</p> : null}
      <ul className="cab-hits">
        {hurt.map((each) => (
          <li key={`${each.customer} ${each.service}`}>
            <RefLink id={each.customer} refs={refs} /> · <RefLink id={each.service} refs={refs} />{' '}
            {each.effect === 'down' ? say(texts.effect_down) : say(texts.effect_degraded)}, {say(each.inside ? texts.inside_hours : texts.outside_hours)}
            {each.promises.length ? (
              <span className="small dim">
                {' '}
                · {say(texts.promises)}:{' '}
                {each.promises.map((one, index) => (
                  <span key={one}>
                    {index ? ', ' : ''}
                    <RefLink id={one} refs={refs} />
                  </span>
                ))}
              </span>
            ) : null}
          </li>
        ))}
        {customers
          .filter((each) => !hurt.some((one) => one.customer === each))
          .map((each) => (
            <li key={each}>
              <RefLink id={each} refs={refs} />
            </li>
          ))}
      </ul>
    </section>
  );
}

/** What gets in its way by the calendar; nothing is shown where the calendar has nothing to say. */
function Conflicts({ id }: { readonly id: string }) {
  const say = useSay();
  const found = useQuery({
    queryKey: ['change', 'conflicts', id],
    queryFn: ({ signal }) => get<{ readonly data: readonly ToldConflict[] }>(`/api/changes/${id}/conflicts`, signal),
    retry: false,
  });
  if (found.isPending) return <Skeleton lines={1} />;
  if (found.isError) return null;
  return (
    <section className="cab-text">
      <h3>{say(texts.conflicts)}</h3>
      {found.data.data.length === 0 ? <p className="dim">{say(texts.no_conflicts)}</p> : null}
      <ul className="cab-hits">
        {found.data.data.map((each) => (
          <li key={`${each.kind} ${each.with} ${each.about}`}>
            <span className="badge" data-tone={each.severity === 'block' ? 'bad' : each.severity === 'warn' ? 'warn' : 'info'}>
              {say(conflictTexts[each.severity])}
            </span>{' '}
            {each.passes ? <b>{say(texts[`passes_${each.passes}`])}. </b> : null}
            {each.says} <span className="dim small">{each.solve}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
