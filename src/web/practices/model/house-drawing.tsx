// The house, drawn: customers, bands of processes per level, suppliers, and the flows of the block that is looked at; walked through by arrow keys.
import { Link } from '@tanstack/react-router';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { ModelFlow } from '../../../practices/model/composing.record.ts';
import type { ProcessFigures } from '../../../practices/model/figures.record.ts';
import { levelOptions } from '../../../practices/model/process-fields.record.ts';
import type { Refs } from '../../contract.ts';
import { useSay } from '../../language.tsx';
import { modelTexts as texts } from '../../texts/model.ts';
import { type Box, curve, nearest } from './house-layout.ts';
import { type Overlay, signs, tellers } from './overlays.ts';

export type Band = { readonly level: 'operational' | 'tactical' | 'strategic'; readonly processes: readonly ProcessFigures[] };
type Props = {
  readonly bands: readonly Band[];
  readonly flows: readonly ModelFlow[];
  readonly refs: Refs;
  readonly overlay: Overlay;
  readonly at: string;
  readonly onAt: (code: string) => void;
};

export function HouseDrawing({ bands, flows, refs, overlay, at, onAt }: Props) {
  const say = useSay();
  const frame = useRef<HTMLDivElement>(null);
  const boxes = useBoxes(frame, bands);
  const onKey = (event: KeyboardEvent): void => {
    const next = nearest(at, event.key, boxes);
    if (next === null) return;
    event.preventDefault();
    frame.current?.querySelector<HTMLElement>(`a[data-code="${CSS.escape(next)}"]`)?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the links inside
    <div className="house" ref={frame} onKeyDown={onKey} data-testid="house">
      <Flows boxes={boxes} flows={flows} at={at} />
      <p className="house-side" data-code="customers">
        {say(texts.customers)}
      </p>
      <div className="house-bands">
        {bands.map(({ level, processes }) => (
          <section key={level} className="house-band" data-level={level} aria-label={say(bands.length > 1 ? levelOptions[level] : texts.one_level)}>
            <h2>{say(bands.length > 1 ? levelOptions[level] : texts.one_level)}</h2>
            <ul>
              {processes.map((each) => (
                <Block key={each.id} figures={each} refs={refs} overlay={overlay} here={at === each.code} onAt={onAt} />
              ))}
            </ul>
          </section>
        ))}
      </div>
      <p className="house-side" data-code="suppliers">
        {say(texts.suppliers)}
      </p>
    </div>
  );
}

type BlockProps = Pick<Props, 'refs' | 'overlay' | 'onAt'> & { readonly figures: ProcessFigures; readonly here: boolean };

function Block({ figures, refs, overlay, here, onAt }: BlockProps) {
  const say = useSay();
  const { figure, word, tone } = tellers[overlay]({ figures, refs, say });
  return (
    <li>
      <Link
        to="/$id"
        params={{ id: figures.id }}
        className="house-block"
        data-code={figures.code}
        data-tone={tone}
        data-here={here || undefined}
        tabIndex={here ? 0 : -1}
        onFocus={() => onAt(figures.code)}
        onMouseEnter={() => onAt(figures.code)}
      >
        <strong>{figures.name}</strong>
        <span className="house-told">
          <span aria-hidden="true" className="house-sign">
            {signs[tone]}
          </span>{' '}
          {figure} <span className="house-word">{word}</span>
        </span>
      </Link>
    </li>
  );
}

/** Where the blocks stand, measured anew when the width changes. */
function useBoxes(frame: RefObject<HTMLDivElement | null>, bands: readonly Band[]): ReadonlyMap<string, Box> {
  const [boxes, setBoxes] = useState<ReadonlyMap<string, Box>>(new Map());
  const measure = useRef(() => {});
  measure.current = () => {
    const outer = frame.current?.getBoundingClientRect();
    if (!outer) return;
    const found = [...(frame.current?.querySelectorAll<HTMLElement>('[data-code]') ?? [])].map((each) => {
      const { left, top, width, height } = each.getBoundingClientRect();
      return [each.dataset.code ?? '', { x: left - outer.left, y: top - outer.top, width, height }] as const;
    });
    setBoxes(new Map(found));
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: other bands stand elsewhere
  useLayoutEffect(() => measure.current(), [bands]);
  useEffect(() => {
    const resized = new ResizeObserver(() => measure.current());
    if (frame.current) resized.observe(frame.current);
    return () => resized.disconnect();
  }, [frame]);
  return boxes;
}

/** All flows faintly, those of the block that is looked at with their direction; what they carry is said in words beneath. */
function Flows({ boxes, flows, at }: { readonly boxes: ReadonlyMap<string, Box>; readonly flows: readonly ModelFlow[]; readonly at: string }) {
  const drawn = flows.flatMap((flow) => {
    const [from, to] = [boxes.get(flow.from), boxes.get(flow.to)];
    return from && to ? [{ ...flow, path: curve(from, to), here: flow.from === at || flow.to === at }] : [];
  });
  return (
    <svg className="house-flows" aria-hidden="true">
      <defs>
        <marker id="house-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse">
          <path d="M0 0 L8 4 L0 8 z" />
        </marker>
      </defs>
      {drawn
        .toSorted((a, b) => Number(a.here) - Number(b.here))
        .map((each) => (
          <path
            key={`${each.from} ${each.to} ${each.object}`}
            d={each.path}
            data-here={each.here || undefined}
            markerEnd={each.here ? 'url(#house-head)' : undefined}
          />
        ))}
    </svg>
  );
}
