// What a mail template finds in its sample, while somebody writes it.
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { maintenanceNotice } from '../../../practices/change/notice.record.ts';
import { noticeTemplate } from '../../../practices/change/notice-template.record.ts';
import { send } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { Refused, Skeleton } from '../../parts/states.tsx';
import { Time } from '../../parts/time.tsx';
import type { FormState } from '../../record/arrangement.ts';
import { noticeTexts as texts } from '../../texts/notices.ts';
import '../../style/change-calendar.css';

type Found = {
  readonly notice_key: string | null;
  readonly account: string | null;
  readonly status: keyof typeof noticeStatus | null;
  readonly starts_at: string | null;
  readonly ends_at: string | null;
  readonly objects: readonly { readonly name: string }[];
};
type Answer = { readonly data: { readonly notice: Found | null; readonly faults: readonly { readonly field: string; readonly text: string }[] } };

const { fields: noticeFields } = maintenanceNotice;
const noticeStatus = noticeFields.status.options;
const { supplier: _supplier, ...sent } = noticeTemplate.fields;

export function Tried({ values, row }: FormState) {
  const say = useSay();
  const [said] = useDebouncedValue(values, 400);
  const body = Object.fromEntries(
    Object.keys(sent).flatMap((name) => ((said[name] ?? row?.[name] ?? null) === null ? [] : [[name, said[name] ?? row?.[name]]])),
  );
  const asked = useQuery({
    queryKey: ['notice_template', 'try', body],
    queryFn: () => send<Answer>({ path: '/api/notice_templates/try', body }),
    enabled: typeof body.sample === 'string' && body.sample.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
  return (
    <section className="card" aria-live="polite">
      <h3>{say(texts.tried)}</h3>
      {!asked.isEnabled ? <p className="dim small">{say(texts.no_sample)}</p> : null}
      {asked.isEnabled && asked.isPending ? <Skeleton lines={2} /> : null}
      {asked.isError ? <Refused error={asked.error} /> : null}
      {asked.isEnabled && asked.data ? <Result {...asked.data.data} /> : null}
    </section>
  );
}

function Result({ notice, faults }: Answer['data']) {
  const say = useSay();
  return (
    <>
      {faults.length === 0 ? (
        <p>
          <span className="badge" data-tone="good">
            ✓
          </span>{' '}
          {say(texts.reads)}
        </p>
      ) : (
        <ul className="small cal-faults">
          {faults.map((each) => (
            <li key={`${each.field} ${each.text}`}>{each.text}</li>
          ))}
        </ul>
      )}
      {notice ? (
        <dl className="cal-found small">
          {(['starts_at', 'ends_at'] as const).map((name) => (
            <div key={name}>
              <dt>{say(noticeFields[name].label)}</dt>
              <dd>{notice[name] ? <Time at={notice[name]} style="instant" /> : '–'}</dd>
            </div>
          ))}
          {(['notice_key', 'account'] as const).map((name) => (
            <div key={name}>
              <dt>{say(noticeFields[name].label)}</dt>
              <dd>{notice[name] ?? '–'}</dd>
            </div>
          ))}
          <div>
            <dt>{say(noticeFields.status.label)}</dt>
            <dd>{notice.status ? say(noticeStatus[notice.status]) : '–'}</dd>
          </div>
          <div>
            <dt>{say(noticeFields.objects.label)}</dt>
            <dd>{notice.objects.map((each) => each.name).join(', ') || '–'}</dd>
          </div>
        </dl>
      ) : null}
    </>
  );
}
