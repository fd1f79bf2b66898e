// The service map around a service, item or organisation: drawn in layers, walked by keyboard, opened step by step; and the same as a table.
import { NativeSelect } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { MapAnswer } from '../../../practices/configuration/map.record.ts';
import { get, query } from '../../api.ts';
import { useSay } from '../../language.tsx';
import { Message, Panel } from '../../parts/states.tsx';
import { impactTexts as words } from '../../texts/impact.ts';
import { serviceTexts } from '../../texts/service.ts';
import { Drawing } from './map-drawing.tsx';
import { MapTable } from './map-table.tsx';

export function ServiceMap({ id, name }: { readonly id: string; readonly name: string }) {
  const say = useSay();
  const [hops, setHops] = useState('2');
  const whole = useRef<HTMLDivElement>(null);
  const [expanded, setExpanded] = useState<readonly string[]>([]);
  const asked = query({ from: id, hops, expand: expanded.join(',') });
  const map = useQuery({
    queryKey: ['map', id, asked],
    queryFn: ({ signal }) => get<MapAnswer>(`/api/map${asked}`, signal),
    placeholderData: keepPreviousData,
  });
  const expand = (more: string): void => setExpanded((before) => (before.includes(more) ? before : [...before, more]));
  return (
    <Panel of={map}>
      {(answer) =>
        answer.data.nodes.length < 2 && answer.data.groups.length === 0 ? (
          <Message icon="map" title={say(words.nothing_around)} text={say(words.nothing_around_text)} />
        ) : (
          <div className="map-whole" ref={whole}>
            <div className="map-bar">
              <NativeSelect
                size="xs"
                label={say(words.steps)}
                value={hops}
                onChange={(event) => setHops(event.currentTarget.value)}
                data={['1', '2', '3', '4']}
              />
              <p className="dim small">{say(words.keys)}</p>
              {expanded.length > 0 ? (
                <button type="button" className="link" onClick={() => setExpanded([])}>
                  {say(words.collapse)}
                </button>
              ) : null}
              {document.fullscreenEnabled ? <Whole of={whole} /> : null}
            </div>
            <Drawing answer={answer} name={say(words.map_around, { name })} onExpand={expand} />
            <details className="twin" open={answer.data.nodes.length > 40}>
              <summary>{say(serviceTexts.as_table)}</summary>
              <MapTable answer={answer} onExpand={expand} />
            </details>
          </div>
        )
      }
    </Panel>
  );
}

/** Six columns ask for room; Escape goes back, as everywhere. */
function Whole({ of }: { readonly of: RefObject<HTMLElement | null> }) {
  const say = useSay();
  const [whole, setWhole] = useState(false);
  useEffect(() => {
    const told = (): void => setWhole(document.fullscreenElement !== null);
    document.addEventListener('fullscreenchange', told);
    return () => document.removeEventListener('fullscreenchange', told);
  }, []);
  const turn = (): void => void (whole ? document.exitFullscreen() : of.current?.requestFullscreen())?.catch(() => undefined);
  return (
    <button type="button" className="link" onClick={turn}>
      {say(whole ? words.leave_whole : words.whole_screen)}
    </button>
  );
}
