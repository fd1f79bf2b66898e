// Every clock of a record, explained: what was promised, each start, pause, resume and stop with its reason, and what counted.
import { escalationRoles, roleTexts } from '../../kernel/escalation.ts';
import type { Definition } from '../../kernel/record.ts';
import { serverNow, useServerTime } from '../clockwork.ts';
import type { ClockExplained, ClockStep, Refs } from '../contract.ts';
import { type Format, useFormat } from '../format.ts';
import { type Say, useReader, useSay } from '../language.tsx';
import { Sideways } from '../parts/sideways.tsx';
import { Message, Panel } from '../parts/states.tsx';
import { Time } from '../parts/time.tsx';
import { clockTexts, recordTexts } from '../texts/record.ts';
import { clockLabel, readClock } from './clock.ts';
import { ClockBadge } from './clock-badge.tsx';
import { commandsOf } from './commands.ts';
import { useClocks } from './queries.ts';
import { RefLink } from './value.tsx';

export function Clocks({ definition, id }: { readonly definition: Definition; readonly id: string }) {
  const say = useSay();
  const format = useFormat();
  const { zone } = useReader();
  const clocks = useClocks(definition, id);
  const now = useServerTime(60_000);
  return (
    <Panel of={clocks}>
      {({ data, refs, now: as_of }) =>
        data.length === 0 ? (
          <Message icon="clock" title={say(recordTexts.no_clocks)} />
        ) : (
          <div className="clocks">
            <p className="dim small">{say(clockTexts.now, { when: format.instant(new Date(now).toISOString()), zone })}</p>
            {[...data].sort(byPhase).map((clock) => (
              <Explained key={`${clock.clock} ${clock.key}`} definition={definition} clock={clock} refs={refs} as_of={as_of} />
            ))}
          </div>
        )
      }
    </Panel>
  );
}

/** What still counts comes first. */
const byPhase = (a: ClockExplained, b: ClockExplained): number => order.indexOf(a.phase) - order.indexOf(b.phase) || (a.due ?? '').localeCompare(b.due ?? '');
const order: readonly ClockExplained['phase'][] = ['running', 'paused', 'idle', 'missed', 'met', 'cancelled'];

const sides = { customer: clockTexts.side_customer, desk: clockTexts.side_desk, supplier: clockTexts.side_supplier };

type ExplainedProps = { readonly definition: Definition; readonly clock: ClockExplained; readonly refs: Refs; readonly as_of: string };

function Explained({ definition, clock, refs, as_of }: ExplainedProps) {
  const say = useSay();
  const format = useFormat();
  const reading = readClock(clock, Date.parse(as_of), serverNow());
  const whom =
    clock.side === 'customer' && clock.customer
      ? ` ${refs[clock.customer] ?? ''}`
      : clock.side === 'supplier' && clock.provider
        ? ` ${refs[clock.provider] ?? ''}`
        : '';
  const name = `${say(sides[clock.side])}${whom}: ${say(clockTexts.target, { label: say(clockLabel(clock)), span: format.minutes(clock.target_minutes) })}`;
  const used = say(clockTexts.used, { span: format.span(reading.used_ms), percent: format.percent(reading.permille / 1_000) });
  const share = Math.min(100, reading.permille / 10);
  return (
    <section className="clock-explained" aria-label={name}>
      <header>
        <h3>{name}</h3>
        <ClockBadge clock={clock} as_of={as_of} refs={refs} />
      </header>
      <div className="meter" data-tone={reading.tone} role="meter" aria-valuemin={0} aria-valuemax={100} aria-valuenow={Math.round(share)} aria-label={used}>
        <span style={{ width: `${share}%` }} />
      </div>
      <p className="small">
        {used}
        {clock.paused_ms > 0 ? ` · ${say(clockTexts.not_counted, { span: format.span(clock.paused_ms) })}` : ''}
        <Due clock={clock} />
      </p>
      <p className="small dim">
        {clock.promise ? <RefLink id={clock.promise} refs={refs} /> : null}{' '}
        {clock.provider ? say(clockTexts.provider, { name: refs[clock.provider] ?? clock.provider }) : ''}
      </p>
      {clock.steps.length > 0 ? <Steps clock={clock} refs={refs} definition={definition} /> : null}
    </section>
  );
}

function Due({ clock }: { readonly clock: ClockExplained }) {
  const say = useSay();
  const format = useFormat();
  const parts: string[] = [];
  if (clock.due && clock.phase === 'running') {
    parts.push(say(clockTexts.due_at, { when: format.short(clock.due, serverNow()) }));
    if (clock.zone !== format.zone) parts.push(say(clockTexts.contract_zone, { when: format.short(clock.due, serverNow(), clock.zone), zone: clock.zone }));
  }
  if (clock.breached_at) parts.push(say(clockTexts.breached_at, { when: format.short(clock.breached_at, serverNow()) }));
  return parts.map((part) => ` · ${part}`).join('');
}

const stepTexts = {
  start: clockTexts.step_start,
  pause: clockTexts.step_pause,
  resume: clockTexts.step_resume,
  stop: clockTexts.step_stop,
  cancel: clockTexts.step_cancel,
  reopen: clockTexts.step_reopen,
  retarget: clockTexts.step_retarget,
  late: clockTexts.step_late,
};

/** Every step with the sums after it: the last line is what the clock says. */
function Steps({ definition, clock, refs }: { readonly definition: Definition; readonly clock: ClockExplained; readonly refs: Refs }) {
  const say = useSay();
  const head = [clockTexts.when, clockTexts.step, clockTexts.who, clockTexts.hours] as const;
  return (
    <Sideways label={say(clockTexts.steps)}>
      <table className="plain steps">
        <thead>
          <tr>
            {head.map((each) => (
              <th key={each.en} scope="col">
                {say(each)}
              </th>
            ))}
            <th scope="col" className="figure">
              {say(clockTexts.used_so_far)}
            </th>
            <th scope="col" className="figure">
              {say(clockTexts.paused_so_far)}
            </th>
          </tr>
        </thead>
        <tbody>
          {clock.steps.map((step) => (
            <Step key={`${step.fact} ${step.event}`} definition={definition} step={step} refs={refs} />
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function Step({ definition, step, refs }: { readonly definition: Definition; readonly step: ClockStep; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  const fact = Object.values(commandsOf(definition)).find((each) => `${definition.name}.${each.fact}` === step.fact_name);
  return (
    <tr data-step={step.event}>
      <td>
        <Time at={step.at} zone={step.zone} />
      </td>
      <td>
        <strong>{stepWords(step, say, format)}</strong>
        {step.reason ? `: ${refs[step.reason] ?? step.reason}` : ''}
        {fact && step.event !== 'warn' && step.event !== 'late' ? <span className="dim"> · {say(fact.label)}</span> : null}
      </td>
      <td>{step.actor_name}</td>
      <td className="small dim">
        {step.promise ? `${refs[step.promise] ?? step.promise}, ` : ''}
        {say(clockTexts.target_short, { span: format.minutes(step.target_minutes) })} · {refs[step.calendar] ?? step.calendar} · {step.zone}
      </td>
      <td className="figure">{format.span(step.used_ms)}</td>
      <td className="figure">{step.paused_ms > 0 ? format.span(step.paused_ms) : '–'}</td>
    </tr>
  );
}

function stepWords(step: ClockStep, say: Say, format: Format): string {
  if (step.event !== 'warn') return say(stepTexts[step.event]);
  const role = escalationRoles.find((each) => each === step.role);
  return say(clockTexts.step_warn, { percent: format.ppm(step.share ?? 0), who: role ? say(roleTexts[role]) : (step.role ?? '') });
}
