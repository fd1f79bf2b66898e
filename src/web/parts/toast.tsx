// Short confirmations at the foot of the screen, read aloud politely; at most three, and they leave by themselves.
import { useSyncExternalStore } from 'react';
import { Icon } from './icons.tsx';

type Toast = { readonly number: number; readonly text: string; readonly bad: boolean };

let toasts: readonly Toast[] = [];
let last = 0;
const watchers = new Set<() => void>();

export function toast(text: string, bad = false): void {
  const number = ++last;
  show([...toasts.slice(-2), { number, text, bad }]);
  setTimeout(() => show(toasts.filter((each) => each.number !== number)), bad ? 10_000 : 5_000);
}

export function Toasts() {
  const shown = useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
    () => toasts,
  );
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((each) => (
        <div key={each.number} className="toast" data-bad={each.bad || undefined}>
          <Icon name={each.bad ? 'exclamation' : 'check'} /> {each.text}
        </div>
      ))}
    </div>
  );
}

function show(next: readonly Toast[]): void {
  toasts = next;
  for (const watcher of watchers) watcher();
}
