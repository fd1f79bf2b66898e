// The pieces that every judgement of a chain is told with: verdict, slack, ways, availability, reasons; for services and promises alike.
import { chainTexts as reasonsOf } from '../../../practices/promise/chain-texts.ts';
import type { Link, Reason, Tighten, Way } from '../../../practices/promise/link.record.ts';
import type { Refs } from '../../contract.ts';
import { type Format, useFormat } from '../../format.ts';
import { type Say, useSay } from '../../language.tsx';
import { Icon } from '../../parts/icons.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Priority, RefLink } from '../../record/value.tsx';
import { chainTexts } from '../../texts/chain.ts';
import { serviceTexts } from '../../texts/service.ts';

/** 1h 05m, 0.25 %, 3 cases */
export function amountWords(amount: number, unit: Link['unit'], { say, format }: { readonly say: Say; readonly format: Format }): string {
  if (unit === 'minutes') return format.hours(Math.round(amount));
  return unit === 'ppm' ? format.ppm(amount) : say(chainTexts.cases, { count: format.number(amount) });
}

/** What is left, or what is lacking; nothing when nothing can be compared. */
export function slackWords(slack: number | null, unit: Link['unit'], tongue: { readonly say: Say; readonly format: Format }): string {
  if (slack === null) return '';
  return tongue.say(slack < 0 ? serviceTexts.short : serviceTexts.spare, { span: amountWords(Math.abs(slack), unit, tongue) });
}

/** P1 15m · P2 30m, 99.9 %, 40 cases */
export function saidWords(said: Link['offered'], unit: Link['unit'], tongue: { readonly say: Say; readonly format: Format }): string {
  if (said === null) return '';
  if (typeof said === 'number') return amountWords(said, unit, tongue);
  return Object.entries(said)
    .flatMap(([level, minutes]) => (minutes === undefined ? [] : [`P${level} ${tongue.format.hours(minutes)}`]))
    .join(' · ');
}

export function Carried({ ok, long = false }: { readonly ok: boolean; readonly long?: boolean }) {
  const say = useSay();
  const [kept, lost] = long ? [chainTexts.kept, chainTexts.not_kept] : [serviceTexts.feasible, serviceTexts.not_feasible];
  return (
    <span className="badge" data-tone={ok ? 'good' : 'bad'}>
      <Icon name={ok ? 'check' : 'cross'} size={12} /> {say(ok ? kept : lost)}
    </span>
  );
}

export function Slack({ link }: { readonly link: Pick<Link, 'slack' | 'unit'> }) {
  const tongue = { say: useSay(), format: useFormat() };
  return link.slack === null ? null : <span className="dim small">{slackWords(link.slack, link.unit, tongue)}</span>;
}

/** Per priority the slowest way the work can take: each stage as a part of a bar, the promise as its length. */
export function Ways({ ways, refs }: { readonly ways: readonly Way[]; readonly refs: Refs }) {
  const say = useSay();
  return (
    <Sideways label={say(serviceTexts.promised)}>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{say(serviceTexts.priority)}</th>
            <th scope="col" className="figure">
              {say(serviceTexts.promised)}
            </th>
            <th scope="col">{say(serviceTexts.backed_by)}</th>
            <th scope="col" className="figure">
              {say(serviceTexts.verdict)}
            </th>
          </tr>
        </thead>
        <tbody>
          {ways.map((way) => (
            <WayRow key={way.priority} way={way} refs={refs} />
          ))}
        </tbody>
      </table>
    </Sideways>
  );
}

function WayRow({ way, refs }: { readonly way: Way; readonly refs: Refs }) {
  const tongue = { say: useSay(), format: useFormat() };
  const { format } = tongue;
  return (
    <tr>
      <th scope="row">
        <Priority level={Number(way.priority)} />
      </th>
      <td className="figure">{format.hours(way.offered_minutes)}</td>
      <td>
        <div className="stack" aria-hidden="true">
          {way.stages.map((stage, index) => (
            <span key={stage.promise} data-part={index % 6} style={{ flexGrow: stage.elapsed_minutes }} />
          ))}
          {way.slack_minutes > 0 ? <span className="stack-rest" style={{ flexGrow: way.slack_minutes }} /> : null}
        </div>
        {way.stages.map((stage, index) => (
          <span key={stage.promise} className="stage small">
            <span className="swatch" data-part={index % 6} aria-hidden="true" />
            <RefLink id={stage.promise} refs={{ [stage.promise]: refs[stage.service] ?? stage.service }} /> {format.hours(stage.minutes)}
            {stage.elapsed_minutes === stage.minutes ? '' : ` → ${format.hours(stage.elapsed_minutes)}`}{' '}
            <span className="dim">{refs[stage.provider] ?? ''}</span>
          </span>
        ))}
      </td>
      <td className="figure">{slackWords(way.slack_minutes, 'minutes', tongue)}</td>
    </tr>
  );
}

/** Figures side by side, each with its name. */
export function Figures({ figures }: { readonly figures: readonly { readonly label: string; readonly value: string }[] }) {
  return (
    <dl className="figures">
      {figures.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function Available({ availability }: { readonly availability: NonNullable<Link['availability']> }) {
  const say = useSay();
  const format = useFormat();
  const { promised_ppm, computed_ppm, naive_ppm, bounds } = availability;
  const figures = [
    { label: say(serviceTexts.promised), value: format.ppm(promised_ppm) },
    { label: say(serviceTexts.computed), value: computed_ppm === null ? say(serviceTexts.unknown) : format.ppm(computed_ppm) },
    { label: say(serviceTexts.naive), value: naive_ppm === null ? '–' : format.ppm(naive_ppm) },
    { label: say(serviceTexts.bounds), value: `${format.ppm(bounds.low_ppm)} – ${format.ppm(bounds.high_ppm)}` },
  ];
  return <Figures figures={figures} />;
}

export function BackedBy({ link, refs }: { readonly link: Link; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  return (
    <p className="small">
      <span className="dim">{say(serviceTexts.backed_by)}: </span>
      {link.backed_by.map((each) => (
        <span key={each.promise} className="stage">
          <RefLink id={each.promise} refs={{ [each.promise]: refs[each.service] ?? each.service }} />{' '}
          {each.availability === null ? '' : format.ppm(each.availability)} <span className="dim">{refs[each.provider] ?? ''}</span>
        </span>
      ))}
    </p>
  );
}

const reasonTexts: Readonly<Record<string, { readonly en: string; readonly nl: string; readonly de: string }>> = reasonsOf;

/** The texts of the reasons live with the promise. */
export const reasonWords = (reason: Reason, say: Say): string => {
  const text = reasonTexts[reason.code];
  return text ? say(text, reason.params) : reason.code;
};

export function Reasons({ reasons }: { readonly reasons: readonly Reason[] }) {
  const say = useSay();
  return (
    <ul className="reasons small">
      {reasons.map((reason) => (
        <li key={`${reason.code} ${JSON.stringify(reason.params)}`} data-holds={reason.holds || undefined}>
          <Icon name={reason.holds ? 'check' : 'exclamation'} size={12} /> {reasonWords(reason, say)}
        </li>
      ))}
    </ul>
  );
}

/** P1: 4h → 3h 30m */
export function tightenWords({ priority, from, to }: Tighten, unit: Link['unit'], tongue: { readonly say: Say; readonly format: Format }): string {
  return `${priority ? `P${priority} ` : ''}${amountWords(from, unit, tongue)} → ${amountWords(to, unit, tongue)}`;
}
