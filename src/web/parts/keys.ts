// Keyboard shortcuts: single keys that can be switched off and remapped, never with Alt, never while somebody is typing.
import { useEffect, useRef, useSyncExternalStore } from 'react';

export type Shortcut = {
  /** Stable name under which a person's own key is stored. */
  readonly name: string;
  /** What to press: `e`, `g i` (one after the other), `mod+k`. Compared with `event.key`. */
  readonly keys: string;
  readonly label: string;
  readonly run: () => void;
};
type Own = { readonly on: boolean; readonly keys: Readonly<Record<string, string>> };

const stack: Shortcut[] = [];
const watchers = new Set<() => void>();
let snapshot: readonly Shortcut[] = [];
let own: Own = readOwn();
let pending: { readonly key: string; readonly at: number } | null = null;

/**
 * Offers shortcuts as long as the component is there; the newest one with a key wins. They are entered anew only when
 * their names, keys or labels change; what runs is always that of the latest drawing.
 */
export function useShortcuts(shortcuts: readonly Shortcut[]): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  const said = JSON.stringify(shortcuts.map(({ name, keys, label }) => ({ name, keys, label })));
  useEffect(() => {
    const offered = (JSON.parse(said) as Omit<Shortcut, 'run'>[]).map((each) => ({
      ...each,
      run: () => latest.current.find((one) => one.name === each.name)?.run(),
    }));
    stack.push(...offered);
    changed();
    return () => {
      for (const each of offered) stack.splice(stack.indexOf(each), 1);
      changed();
    };
  }, [said]);
}

/** All that can be pressed now, each name once (the newest has it), in the order in which they were offered; for the help overlay, the palette and the settings. */
export function useOffered(): readonly Shortcut[] {
  return useSyncExternalStore(watch, () => snapshot);
}

export function useOwnKeys(): Own {
  return useSyncExternalStore(watch, () => own);
}

export function setOwnKeys(next: Own): void {
  own = next;
  localStorage.setItem('keys', JSON.stringify(next));
  changed();
}

/** The person's switch, as the server keeps it. */
export function switchKeys(on: boolean): void {
  if (own.on !== on) setOwnKeys({ ...own, on });
}

/** The key as this person has it, for menus, tooltips and the help overlay. */
export const keysOf = (shortcut: Pick<Shortcut, 'name' | 'keys'>): string => own.keys[shortcut.name] ?? shortcut.keys;

/** Stands where a dialog is about to be: what is typed meanwhile is meant for the dialog, and must not run as a shortcut. */
export const opening = { 'data-opening': true, hidden: true } as const;

export function listenToKeys(): () => void {
  const onKey = (event: KeyboardEvent) => {
    // AltGr arrives as Ctrl+Alt: nothing with Alt is ever ours. Nor is what an input method is composing.
    if (event.altKey || event.isComposing || event.defaultPrevented || event.repeat === true) {
      if (!(event.repeat && (event.key === 'j' || event.key === 'k'))) return;
    }
    const held = event.ctrlKey || event.metaKey;
    const single = !held;
    if (single && (!own.on || isTyping(event.target) || document.querySelector('[aria-modal="true"], [data-opening]'))) return;
    const pressed = held ? `mod+${event.key.toLowerCase()}` : event.key === ' ' ? 'Space' : event.key;
    const both = single && pending && event.timeStamp - pending.at < 1_500 ? `${pending.key} ${pressed}` : null;
    const found = (both && find(both)) || find(pressed);
    const opens = single && stack.some((each) => keysOf(each).startsWith(`${pressed} `));
    pending = opens && !(both && found) ? { key: pressed, at: event.timeStamp } : null;
    if (!found || (opens && !both)) return;
    event.preventDefault();
    found.run();
  };
  document.addEventListener('keydown', onKey);
  return () => document.removeEventListener('keydown', onKey);
}

function find(keys: string): Shortcut | undefined {
  return stack.findLast((each) => keysOf(each) === keys);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return (
    target.isContentEditable ||
    target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select, [role=combobox], [role=textbox], [role=listbox], [role=menu] *')
  );
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

function changed(): void {
  snapshot = stack.filter((each, index) => stack.findLastIndex((one) => one.name === each.name) === index);
  for (const watcher of watchers) watcher();
}

function readOwn(): Own {
  try {
    const kept = JSON.parse(localStorage.getItem('keys') ?? 'null') as Partial<Own> | null;
    return { on: kept?.on ?? true, keys: kept?.keys ?? {} };
  } catch {
    return { on: true, keys: {} };
  }
}
