// A menu under a button: arrows walk, Enter does, Esc closes and gives the focus back. Small, because it is on the first screen.
import { Fragment, type ReactNode, useEffect, useId, useRef, useState } from 'react';

export type MenuItem = {
  readonly key: string;
  readonly label: ReactNode;
  readonly icon?: ReactNode;
  readonly hint?: ReactNode;
  readonly lang?: string;
  readonly run: () => void;
};
/** Groups are divided by a line; a group may have a name. */
export type MenuGroup = { readonly name?: ReactNode; readonly items: readonly MenuItem[] };
type Props = {
  readonly label: string;
  readonly className?: string;
  readonly button: ReactNode;
  readonly groups: readonly MenuGroup[];
  readonly head?: ReactNode;
  /** The edge of the button that the menu keeps to. */
  readonly align?: 'left' | 'right';
};

export function Menu({ label, className, button, groups, head, align = 'right' }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    items(frame.current)[0]?.focus();
    const outside = (event: Event) => frame.current?.contains(event.target as Node) || setOpen(false);
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [open]);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys are heard here for the items inside
    <div
      className="menu"
      ref={frame}
      onBlur={(event) => event.relatedTarget && !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
      onKeyDown={(event) => open && walk(event, { frame: frame.current, close })}
    >
      <button
        type="button"
        ref={opener}
        className={className}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        {button}
      </button>
      {open ? (
        <div className="menu-box" data-align={align}>
          {head}
          <div role="menu" id={id} aria-label={label}>
            {groups.map((group, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: groups stay where they are
              <Fragment key={index}>
                {index > 0 || head ? <hr /> : null}
                {group.name ? (
                  <p className="menu-name" role="presentation">
                    {group.name}
                  </p>
                ) : null}
                {group.items.map((item) => (
                  <button
                    key={item.key}
                    type="button"
                    role="menuitem"
                    tabIndex={-1}
                    lang={item.lang}
                    onClick={() => {
                      close();
                      item.run();
                    }}
                  >
                    {item.icon}
                    <span className="grow">{item.label}</span>
                    {item.hint}
                  </button>
                ))}
              </Fragment>
            ))}
          </div>
        </div>
      ) : null}
    </div>
  );
}

const items = (frame: HTMLElement | null): HTMLElement[] => [...(frame?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];

function walk(event: React.KeyboardEvent, { frame, close }: { frame: HTMLElement | null; close: () => void }): void {
  const all = items(frame);
  const at = all.indexOf(document.activeElement as HTMLElement);
  const next = { ArrowDown: (at + 1) % all.length, ArrowUp: (at - 1 + all.length) % all.length, Home: 0, End: all.length - 1 }[event.key];
  if (event.key === 'Escape') close();
  else if (next === undefined) return;
  else all[next]?.focus();
  event.preventDefault();
  event.stopPropagation();
}
