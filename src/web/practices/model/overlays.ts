// What the overlays say of a process: a figure, a word and a tone, so that colour never stands alone. Pure.
import type { ProcessFigures } from '../../../practices/model/figures.record.ts';
import type { Refs } from '../../contract.ts';
import type { Say } from '../../language.tsx';
import { modelTexts as texts } from '../../texts/model.ts';

export const overlays = ['maturity', 'load', 'breaches', 'gaps', 'who'] as const;
export type Overlay = (typeof overlays)[number];
export type Tone = 'good' | 'warn' | 'bad' | 'info' | 'none';
export type Told = { readonly figure: string; readonly word: string; readonly tone: Tone };
type The = { readonly figures: ProcessFigures; readonly refs: Refs; readonly say: Say };

export const isOverlay = (word: string | undefined): word is Overlay => overlays.some((each) => each === word);
export const signs: Readonly<Record<Tone, string>> = { good: '✓', warn: '!', bad: '✕', info: 'i', none: '·' };

export const tellers: Readonly<Record<Overlay, (the: The) => Told>> = {
  maturity: ({ figures: { maturity }, say }) => {
    if (!maturity) return { figure: '–', word: say(texts.not_assessed), tone: 'none' };
    const { score, goal } = maturity;
    if (goal === null) return { figure: String(score), word: say(texts.maturity), tone: 'info' };
    return {
      figure: String(score),
      word: score >= goal ? say(texts.at_goal) : say(texts.goal, { goal }),
      tone: score >= goal ? 'good' : score + 1 < goal ? 'bad' : 'warn',
    };
  },
  load: ({ figures: { work, open, opened, closed }, say }) => {
    if (!work.length) return { figure: '–', word: say(texts.no_records), tone: 'none' };
    const tone: Tone = opened > closed ? 'warn' : opened < closed ? 'good' : 'info';
    return {
      figure: `${say(texts.open_of, { count: open })},`,
      word: say(tone === 'warn' ? texts.growing : tone === 'good' ? texts.shrinking : texts.steady),
      tone,
    };
  },
  breaches: ({ figures: { work, late, conflicts }, say }) => {
    if (!work.length) return { figure: '–', word: say(texts.no_records), tone: 'none' };
    const found = conflicts ? `, ${say(texts.conflicts_short, { count: conflicts })}` : '';
    return { figure: String(late), word: `${say(texts.has_late)}${found}`, tone: late ? 'bad' : conflicts ? 'warn' : 'good' };
  },
  gaps: ({ figures: { responsibility }, say }) => {
    const { gap, number, violations } = responsibility;
    if (gap === null) return { figure: `v${number}`, word: say(texts.complete), tone: 'good' };
    return { figure: number === null ? '–' : `v${number}`, word: say(texts[`gap_${gap}`], { count: violations }), tone: gap === 'violations' ? 'bad' : 'warn' };
  },
  who: ({ figures: { owner, manager }, refs, say }) => ({
    figure: owner ? (refs[owner] ?? owner) : say(texts.nobody),
    word: manager ? say(texts.manager, { name: refs[manager] ?? manager }) : say(texts.manager, { name: say(texts.nobody) }),
    tone: owner ? 'none' : 'bad',
  }),
};
