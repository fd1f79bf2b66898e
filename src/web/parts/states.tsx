// The six states every list and panel has: empty, loading, error, forbidden, offline, partial.
import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useState } from 'react';
import { problemOf } from '../api.ts';
import { useFormat } from '../format.ts';
import { useSay } from '../language.tsx';
import { texts } from '../texts.ts';
import { Icon, type IconName } from './icons.tsx';

type Asked<T> = {
  readonly data: T | undefined;
  readonly error: unknown;
  readonly isPending: boolean;
  readonly dataUpdatedAt: number;
  readonly refetch: () => unknown;
};

/** Shows what a query has to say; `children` only sees data that is there. */
export function Panel<T>({ of, lines = 4, children }: { readonly of: Asked<T>; readonly lines?: number; readonly children: (data: T) => ReactNode }) {
  const say = useSay();
  const format = useFormat();
  if (of.data === undefined && of.isPending) return <Skeleton lines={lines} />;
  if (of.data === undefined) return <Failed error={of.error} retry={() => void of.refetch()} />;
  return (
    <>
      {of.error ? (
        <div className="notice" role="status">
          {say(texts.partial, { time: format.time(new Date(of.dataUpdatedAt).toISOString()) })}{' '}
          <button type="button" className="link" onClick={() => void of.refetch()}>
            {say(texts.retry)}
          </button>
        </div>
      ) : null}
      {children(of.data)}
    </>
  );
}

const widths = [90, 53, 61, 69, 77, 85, 48, 56, 64, 72];

/** Nothing for the first 300 ms: what is quick should not flicker. */
export function Skeleton({ lines = 4 }: { readonly lines?: number }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), 300);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return <div className="skeleton" aria-busy="true" />;
  return (
    <div className="skeleton" aria-busy="true">
      <span className="hidden">{say(texts.loading)}</span>
      {widths.slice(0, lines).map((width) => (
        <span key={width} className="bone" style={{ width: `${width}%` }} />
      ))}
    </div>
  );
}

export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const say = useSay();
  const problem = problemOf(error);
  const kind = problem.status === 0 ? 'offline' : problem.status === 403 || problem.status === 404 ? 'forbidden' : 'error';
  const shown = {
    offline: { icon: 'bolt', title: texts.offline_title, text: say(texts.offline_text) },
    forbidden: { icon: 'key', title: texts.forbidden_title, text: problem.detail || say(texts.forbidden_text) },
    error: { icon: 'exclamation', title: texts.error_title, text: problem.detail || say(texts.error_text) },
  }[kind];
  return (
    <Message icon={shown.icon as IconName} title={say(shown.title)} text={shown.text} alert>
      {problem.request_id ? <p className="dim small">{say(texts.error_number, { id: problem.request_id })}</p> : null}
      {retry && kind !== 'forbidden' ? (
        <Button variant="default" size="xs" onClick={retry}>
          {say(texts.retry)}
        </Button>
      ) : null}
    </Message>
  );
}

type MessageProps = {
  readonly icon?: IconName;
  readonly title: string;
  readonly text?: string;
  readonly alert?: boolean;
  readonly page?: boolean;
  readonly children?: ReactNode;
};

/** What belongs here, and the one thing to do about it. */
export function Message({ icon = 'inbox', title, text, alert = false, page = false, children }: MessageProps) {
  return (
    <div className="message" role={alert ? 'alert' : undefined}>
      <Icon name={icon} size={28} />
      {page ? <h1 className="message-title">{title}</h1> : <p className="message-title">{title}</p>}
      {text ? <p className="dim">{text}</p> : null}
      {children}
    </div>
  );
}

/** What the server refused, beside what was refused. */
export function Refused({ error }: { readonly error: unknown }) {
  const say = useSay();
  if (!error) return null;
  const problem = problemOf(error);
  return (
    <p className="refused" role="alert">
      <Icon name="exclamation" /> {problem.status === 0 ? say(texts.offline_text) : problem.detail || problem.title || say(texts.error_text)}
    </p>
  );
}
