// Suppliers' notices from files: first what would be done with each, then it is done. What nobody could read waits for a person.
import { Button, FileInput, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Text } from '../../../kernel/text.ts';
import { send } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { Refused } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import { noticeTexts as texts } from '../../texts/notices.ts';
import { texts as common } from '../../texts.ts';
import { calendarKey } from './calendar-data.ts';

type Outcome = 'received' | 'updated' | 'withdrawn' | 'nothing_new' | 'unreadable' | 'refused';
type Notice = {
  readonly outcome: Outcome;
  readonly id: string | null;
  readonly provider: string;
  readonly notice_key: string | null;
  readonly title: string;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  readonly problem: string | null;
  readonly objects: number;
};
type Taken = { readonly dry_run: boolean; readonly notices: readonly Notice[] };
type Told = { readonly file: string; readonly notices: readonly Notice[] };
const outcomes: readonly Outcome[] = ['received', 'updated', 'withdrawn', 'nothing_new', 'unreadable', 'refused'];
const tones: Readonly<Record<Outcome, string>> = {
  received: 'good',
  updated: 'info',
  withdrawn: 'neutral',
  nothing_new: 'neutral',
  unreadable: 'warn',
  refused: 'bad',
};

export function NoticeUpload({ onClose }: { readonly onClose: () => void }) {
  const say = useSay();
  const client = useQueryClient();
  const [files, setFiles] = useState<File[]>([]);
  const [provider, setProvider] = useState('');
  const take = useMutation({
    mutationFn: async (dry: boolean) => {
      const told: Told[] = [];
      const query = new URLSearchParams({ ...(dry ? { dry_run: 'true' } : {}), ...(provider.trim() ? { provider: provider.trim() } : {}) });
      for (const file of files) {
        const body = { content: await file.text() };
        told.push({ file: file.name, notices: (await send<Taken>({ path: `/api/maintenance_notices/intake?${query.toString()}`, body })).notices });
      }
      return { dry, told };
    },
    onSuccess: ({ dry }) => {
      if (!dry) void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === calendarKey[0] || queryKey[0] === 'maintenance_notice' });
    },
  });
  const choose = (chosen: File[]) => {
    setFiles(chosen);
    take.reset();
  };
  const done = take.data && !take.data.dry;
  return (
    <Dialog title={say(texts.upload)} onClose={onClose} size="xl">
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault();
          take.mutate(!take.data || done === true);
        }}
      >
        <p className="dim small">{say(texts.upload_text)}</p>
        <div className="cal-pair">
          <FileInput
            label={say(texts.files)}
            placeholder={say(texts.choose_files)}
            accept=".ics,.eml,.mbox,.html,.htm,.txt,text/calendar,message/rfc822,text/html,text/plain"
            multiple
            clearable
            clearButtonProps={{ 'aria-label': say(common.remove) }}
            value={files}
            onChange={choose}
          />
          <TextInput
            label={say(texts.whose)}
            description={say(texts.whose_text)}
            value={provider}
            maxLength={120}
            onChange={(event) => {
              setProvider(event.currentTarget.value);
              take.reset();
            }}
          />
        </div>
        <Refused error={take.error} />
        {take.data ? <Preview dry={take.data.dry} told={take.data.told} /> : null}
        <div className="cal-ways">
          {done ? (
            <Button size="xs" type="button" onClick={onClose}>
              {say(common.close)}
            </Button>
          ) : (
            <Button size="xs" type="submit" loading={take.isPending} disabled={files.length === 0}>
              {say(take.data ? texts.take : texts.preview)}
            </Button>
          )}
        </div>
      </form>
    </Dialog>
  );
}

function Preview({ dry, told }: { readonly dry: boolean; readonly told: readonly Told[] }) {
  const say = useSay();
  const all = told.flatMap((each) => each.notices);
  const sums = outcomes.flatMap((each) => {
    const count = all.filter((one) => one.outcome === each).length;
    return count ? [`${say(outcomeTexts[each])}: ${count}`] : [];
  });
  return (
    <section aria-live="polite">
      <p>
        <strong>{say(dry ? texts.would : texts.did)}</strong> {sums.join(' · ')}
      </p>
      <Sideways label={say(texts.upload)}>
        <table className="plain small">
          <thead>
            <tr>
              {(['outcome', 'about', 'number', 'when', 'file'] as const).map((each) => (
                <th key={each} scope="col">
                  {say(texts[each])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {told.flatMap(({ file, notices }) =>
              notices.map((each, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the answer stands still
                <tr key={`${file} ${index}`}>
                  <td>
                    <span className="badge" data-tone={tones[each.outcome]}>
                      {say(outcomeTexts[each.outcome])}
                    </span>
                  </td>
                  <th scope="row">
                    {each.id ? <a href={`/${each.id}`}>{each.id}</a> : null} {each.title}
                    <span className="dim"> · {each.provider}</span>
                    {each.problem ? <p className="dim">{say(texts.problem, { problem: each.problem })}</p> : null}
                  </th>
                  <td>{each.notice_key && each.notice_key.length > 40 ? `${each.notice_key.slice(0, 40)}…` : (each.notice_key ?? '–')}</td>
                  <td>
                    {each.starts_at ? <Time at={each.starts_at} style="instant" /> : '–'}
                    {each.ends_at ? (
                      <>
                        {' – '}
                        <Time at={each.ends_at} style="instant" />
                      </>
                    ) : null}
                  </td>
                  <td>{file}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Sideways>
    </section>
  );
}

const outcomeTexts: Readonly<Record<Outcome, Text>> = {
  received: texts.received,
  updated: texts.updated,
  withdrawn: texts.withdrawn,
  nothing_new: texts.nothing_new,
  unreadable: texts.for_a_person,
  refused: texts.refused,
};
