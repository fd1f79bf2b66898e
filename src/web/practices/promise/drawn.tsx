// The chain drawn: boxes in layers that can be walked by keyboard, and the same as a table.
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { Text } from '../../../kernel/text.ts';
import type { ChainNode } from '../../../practices/promise/link.record.ts';
import { promise } from '../../../practices/promise/record.ts';
import type { Refs } from '../../contract.ts';
import { useFormat } from '../../format.ts';
import { type Say, useSay } from '../../language.tsx';
import { Sideways } from '../../parts/sideways.tsx';
import { useWide } from '../../parts/wide.ts';
import { choiceLabel, RefLink } from '../../record/value.tsx';
import { chainTexts } from '../../texts/chain.ts';
import { serviceTexts } from '../../texts/service.ts';
import { box, layOut } from './layers.ts';
import type { ChainAnswer } from './link.ts';
import { amountWords, saidWords, slackWords } from './link-parts.tsx';

type Standing = 'kept' | 'broken' | 'theirs' | 'bare' | 'accepted';
const words: Readonly<Record<Standing, Text>> = {
  kept: chainTexts.box_kept,
  broken: chainTexts.box_not_kept,
  theirs: chainTexts.box_theirs,
  bare: chainTexts.box_bare,
  accepted: chainTexts.box_accepted,
};
const signs: Readonly<Record<Standing, string>> = { kept: '✓', broken: '✕', theirs: '○', bare: '?', accepted: '!' };
const tones: Readonly<Record<Standing, string>> = { kept: 'good', broken: 'bad', theirs: 'neutral', bare: 'bad', accepted: 'warn' };

function standingOf(node: ChainNode, accepted: ChainAnswer['accepted']): Standing {
  if (node.promise === null) return 'bare';
  if (node.ok === null) return 'theirs';
  if (node.ok) return 'kept';
  return node.layer === 0 && accepted && !accepted.expired ? 'accepted' : 'broken';
}

export const metricWords = (metric: string | null, say: Say): string => (metric ? choiceLabel(promise.fields.metric, metric, say) : '');
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

/** In a box there is room for the most urgent target; the rest is in the tooltip and the table. */
function figureOf(node: ChainNode, tongue: Parameters<typeof saidWords>[2]): string {
  if (node.said === null || typeof node.said === 'number') return saidWords(node.said, node.unit, tongue);
  const [first, ...rest] = Object.entries(node.said);
  return first?.[1] === undefined ? '' : `P${first[0]} ${tongue.format.hours(first[1])}${rest.length ? ' …' : ''}`;
}

export function Drawn({ answer }: { readonly answer: ChainAnswer }) {
  const say = useSay();
  const wide = useWide(900);
  const drawing = useMemo(() => layOut(answer.nodes, answer.edges, wide ? 780 : 350), [answer, wide]);
  const label = say(chainTexts.drawn, { name: answer.data.name });
  return (
    <>
      <p className="dim small">{say(chainTexts.drawn_text)}</p>
      <Sideways className="map" label={label}>
        <svg
          width={drawing.width + 8}
          height={drawing.height + 8}
          viewBox={`-4 -4 ${drawing.width + 8} ${drawing.height + 8}`}
          role="group"
          aria-label={label}
          className="chain-drawn"
        >
          {drawing.lines.map(({ key, from, to, weakest }) => {
            const middle = (from.y + to.y) / 2;
            return (
              <path
                key={key}
                className="map-edge"
                data-weakest={weakest || undefined}
                d={`M${from.x} ${from.y}C${from.x} ${middle} ${to.x} ${middle} ${to.x} ${to.y}`}
                aria-hidden="true"
              />
            );
          })}
          {drawing.boxes.map(({ node, x, y }) => (
            <Box key={node.id} node={node} x={x} y={y} answer={answer} />
          ))}
        </svg>
      </Sideways>
      <details className="twin" open={answer.nodes.length > 30}>
        <summary>{say(serviceTexts.as_table)}</summary>
        <Twin answer={answer} />
      </details>
    </>
  );
}

type BoxProps = { readonly node: ChainNode; readonly x: number; readonly y: number; readonly answer: ChainAnswer };

function Box({ node, x, y, answer: { refs, accepted } }: BoxProps) {
  const say = useSay();
  const navigate = useNavigate();
  const tongue = { say, format: useFormat() };
  const standing = standingOf(node, accepted);
  const service = refs[node.service] ?? node.name;
  const provider = node.provider ? (refs[node.provider] ?? node.provider) : '';
  const slack = slackWords(node.slack, node.unit, tongue);
  const verdict = `${say(words[standing])}${slack ? `, ${slack}` : ''}`;
  // A box has room for a figure with its sign; the tooltip and the table have the words.
  const signed = node.slack === null ? '' : ` · ${node.slack < 0 ? '−' : '+'}${amountWords(Math.abs(node.slack), node.unit, tongue)}`;
  const metric = metricWords(node.metric, say);
  const target = node.promise ?? node.service;
  const parts = [service, provider, metric, saidWords(node.said, node.unit, tongue), verdict, node.weakest ? say(chainTexts.weakest) : ''];
  return (
    <a
      href={`/${target}`}
      className="chain-box"
      data-standing={standing}
      data-weakest={node.weakest || undefined}
      data-top={node.layer === 0 || undefined}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return;
        event.preventDefault();
        void navigate({ to: '/$id', params: { id: target }, search: node.promise ? { tab: 'chain' } : {} });
      }}
    >
      <g transform={`translate(${x} ${y})`}>
        <title>{parts.filter(Boolean).join(', ')}</title>
        <rect width={box.width} height={box.height} rx={6} />
        <text x={10} y={19} className="map-name">
          {cut(service, 22)}
        </text>
        <text x={10} y={36} className="map-owner">
          {cut(provider, 30)}
        </text>
        <text x={10} y={54} className="chain-value">
          {cut(node.promise ? `${figureOf(node, tongue)} ${metric}` : '', 29)}
        </text>
        <text x={10} y={74} className="chain-word">
          {cut(`${signs[standing]} ${say(words[standing])}${signed}`, 30)}
        </text>
        {node.weakest ? (
          <g transform={`translate(${box.width - 112} -8)`} className="chain-flag">
            <rect width={106} height={16} rx={8} />
            <text x={53} y={12} textAnchor="middle">
              {say(chainTexts.weakest)}
            </text>
          </g>
        ) : null}
      </g>
    </a>
  );
}

/** The same content, for those who prefer or need a table. */
function Twin({ answer: { nodes, edges, refs, accepted } }: { readonly answer: ChainAnswer }) {
  const say = useSay();
  const tongue = { say, format: useFormat() };
  const names: Refs = Object.fromEntries(
    nodes.map((each) => [each.id, each.promise ? `${refs[each.service] ?? each.name}: ${metricWords(each.metric, say)}` : each.name]),
  );
  const heads = [serviceTexts.promise, serviceTexts.owner, chainTexts.promised, serviceTexts.verdict, chainTexts.rests_on];
  return (
    <Sideways label={say(serviceTexts.as_table)}>
      <table className="plain">
        <thead>
          <tr>
            {heads.map((text) => (
              <th key={text.en} scope="col">
                {say(text)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {nodes.map((node) => {
            const standing = standingOf(node, accepted);
            return (
              <tr key={node.id}>
                <th scope="row" style={{ paddingLeft: 8 + node.layer * 16 }}>
                  <RefLink id={node.promise ?? node.service} refs={{ [node.promise ?? node.service]: names[node.id] ?? node.name }} />
                </th>
                <td>{node.provider ? <RefLink id={node.provider} refs={refs} /> : null}</td>
                <td>{saidWords(node.said, node.unit, tongue)}</td>
                <td>
                  <span className="badge" data-tone={tones[standing]}>
                    {signs[standing]} {say(words[standing])}
                  </span>{' '}
                  {node.weakest ? (
                    <span className="badge" data-tone="warn">
                      {say(chainTexts.weakest)}
                    </span>
                  ) : null}{' '}
                  <span className="dim small">{slackWords(node.slack, node.unit, tongue)}</span>
                </td>
                <td className="small">
                  {edges
                    .filter((each) => each.from === node.id)
                    .map((each) => names[each.to] ?? each.to)
                    .join(', ')}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </Sideways>
  );
}
