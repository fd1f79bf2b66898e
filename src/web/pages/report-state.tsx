// How the report of one customer stands: provisional, frozen or corrected, with what differs since and what a manager may do about it.
import { Button, Textarea } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Difference, Section, Standing } from '../../practices/reporting/figures.record.ts';
import { newKey, send } from '../api.ts';
import type { OneAnswer, Refs } from '../contract.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Refused } from '../parts/states.tsx';
import { toast } from '../parts/toast.tsx';
import { differenceName, figureWords, periodWords, promiseNames } from '../report-words.ts';
import { reportTexts } from '../texts/report.ts';
import { texts } from '../texts.ts';
import { Table } from './report-table.tsx';

type Props = {
  readonly standing: Standing;
  readonly period: string;
  readonly zone: string;
  readonly sections: readonly Section[];
  readonly refs: Refs;
  readonly many: boolean;
};

const tones = { provisional: 'neutral', frozen: 'good', corrected: 'warn' } as const;

export function ReportState({ standing, period, zone, sections, refs, many }: Props) {
  const say = useSay();
  const format = useFormat();
  const { state, frozen_at, freezes_at, definition_version, corrections, differs, id } = standing;
  const names = promiseNames(sections);
  if (period.includes('Q')) return <p className="notice">{say(reportTexts.quarter_text)}</p>;
  const when = (at: string | null): string => (at ? format.instant(at, zone) : '');
  return (
    <section className="report-state" aria-label={`${refs[standing.customer] ?? standing.customer}: ${say(reportTexts[state])}`}>
      <p>
        {many ? <strong>{refs[standing.customer] ?? standing.customer} </strong> : null}
        <span className="badge" data-tone={tones[state]}>
          {say(reportTexts[state])}
        </span>{' '}
        {state === 'provisional'
          ? say(reportTexts.provisional_text, { when: when(freezes_at) })
          : say(reportTexts.frozen_text, { when: when(frozen_at), version: definition_version })}{' '}
        {id ? (
          <Link to="/$id" params={{ id }} className="no-print">
            {id}
          </Link>
        ) : null}{' '}
        <Acting standing={standing} period={period} refs={refs} />
      </p>
      {differs.length > 0 ? (
        <details className="notice" open>
          <summary>{say(reportTexts.differs, { count: differs.length })}</summary>
          <Differences caption={reportTexts.differs_now} list={differs} names={names} refs={refs} />
        </details>
      ) : null}
      {corrections.map((each) => (
        <div key={each.at} className="report-correction">
          <p>
            <strong>{say(reportTexts.correction, { when: when(each.at), who: each.by })}</strong>: {each.reason}
          </p>
          <Differences caption={reportTexts.correction_figures} list={each.differences} names={names} refs={refs} />
        </div>
      ))}
    </section>
  );
}

type Listed = {
  readonly caption: (typeof reportTexts)['differs_now'];
  readonly list: readonly Difference[];
  readonly names: Readonly<Record<string, string>>;
  readonly refs: Refs;
};

function Differences({ caption, list, names, refs }: Listed) {
  const say = useSay();
  const format = useFormat();
  return (
    <Table caption={caption} heads={[reportTexts.figure, [reportTexts.was], [reportTexts.now]]}>
      {list.map((each) => (
        <tr key={`${each.service} ${each.promise} ${each.what}`}>
          <th scope="row">{differenceName(each, names, { say, refs })}</th>
          <td className="figure">
            <s>{figureWords(each, each.was, { format })}</s>
          </td>
          <td className="figure">{figureWords(each, each.now, { format })}</td>
        </tr>
      ))}
    </Table>
  );
}

/** Freezing opens the report first where there is none; correcting asks why. */
function Acting({ standing, period, refs }: { readonly standing: Standing; readonly period: string; readonly refs: Refs }) {
  const say = useSay();
  const format = useFormat();
  const client = useQueryClient();
  const [asked, setAsked] = useState<'freeze' | 'correct' | null>(null);
  const [reason, setReason] = useState('');
  const [key] = useState(newKey);
  const { may, customer, differs } = standing;
  const doing = useMutation({
    mutationFn: async () => {
      const opened = standing.id ?? (await send<OneAnswer>({ path: '/api/service_reports', body: { customer, period_from: `${period}-01` }, key })).data.id;
      const what = asked === 'correct' ? { path: 'correct', body: { note: reason } } : { path: 'freeze', body: {} };
      return send<OneAnswer>({ path: `/api/service_reports/${opened}/${what.path}`, body: what.body, key: `${key}-${what.path}-${standing.version ?? 0}` });
    },
    onSuccess: (answer) => {
      toast(`${answer.data.id}: ${say(asked === 'correct' ? reportTexts.corrected : reportTexts.frozen)}`);
      setAsked(null);
      setReason('');
      void client.invalidateQueries({ queryKey: ['report'] });
      void client.invalidateQueries({ queryKey: ['service_report'] });
    },
  });
  const isFreezing = may.includes('freeze') || may.includes('open');
  const isCorrecting = may.includes('correct') && differs.length > 0;
  const close = (): void => {
    setAsked(null);
    doing.reset();
  };
  return (
    <span className="no-print">
      {isFreezing ? (
        <Button size="compact-xs" onClick={() => setAsked('freeze')}>
          {say(reportTexts.freeze)}
        </Button>
      ) : null}
      {isCorrecting ? (
        <Button size="compact-xs" onClick={() => setAsked('correct')}>
          {say(reportTexts.correct)}
        </Button>
      ) : null}
      {asked ? (
        <Dialog title={say(reportTexts[asked])} onClose={close}>
          <form
            className="form"
            onSubmit={(event) => {
              event.preventDefault();
              doing.mutate();
            }}
          >
            <p>
              {asked === 'freeze'
                ? say(reportTexts.freeze_text, { name: refs[customer] ?? customer, period: periodWords(period, { say, format }) })
                : say(reportTexts.correct_text)}
            </p>
            {asked === 'correct' ? (
              <Textarea
                label={say(reportTexts.cause)}
                withAsterisk
                data-autofocus
                autosize
                minRows={3}
                value={reason}
                onChange={(event) => setReason(event.currentTarget.value)}
              />
            ) : null}
            {doing.error ? <Refused error={doing.error} /> : null}
            <div className="form-foot">
              <Button variant="default" onClick={close}>
                {say(texts.cancel)}
              </Button>
              <Button type="submit" loading={doing.isPending} disabled={asked === 'correct' && reason.trim() === ''}>
                {say(reportTexts[asked])}
              </Button>
            </div>
          </form>
        </Dialog>
      ) : null}
    </span>
  );
}
