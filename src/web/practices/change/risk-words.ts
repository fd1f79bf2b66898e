// Why a part of a risk has its points, in words, from the figures it was reckoned with.
import type { RiskPart } from '../../../practices/change/shapes.record.ts';
import type { Tongue } from '../../record/widget.ts';
import { changeTexts as texts } from '../../texts/change.ts';

type Speaking = Pick<Tongue, 'say' | 'format'>;

export function partWhy({ part, facts }: RiskPart, { say, format }: Speaking): string {
  const n = (name: string): number => Number(facts[name] ?? 0);
  switch (part) {
    case 'reach':
      return say(texts.reach_why, { down: n('down'), degraded: n('degraded') });
    case 'promises':
      return say(texts.promises_why, { promises: n('promises') });
    case 'history': {
      const share = format.share(n('share_ppm'));
      const { alike } = facts;
      if (alike !== 'model' && alike !== 'items' && alike !== 'services') return say(texts.history_none, { share });
      return say(texts.history_why, { failed: n('failed'), done: n('done'), alike: say(texts[`alike_${alike}`]), share });
    }
    case 'outage':
      if (n('minutes') < 0) return say(texts.outage_unknown);
      return n('minutes') === 0 ? say(texts.outage_none) : say(texts.outage_why, { span: format.minutes(n('minutes')) });
    case 'back_out':
      return say(texts[wayBack(n)]);
    case 'timing':
      if (n('inside') < 0) return say(texts.timing_unknown);
      return n('inside') === 0 ? say(texts.timing_outside) : say(texts.timing_inside, { inside: n('inside') });
  }
}

function wayBack(n: (name: string) => number): 'back_none' | 'back_untried' | 'back_long' | 'back_ready' {
  if (!n('planned')) return 'back_none';
  if (!n('tried')) return 'back_untried';
  return n('window') >= 0 && n('minutes') > n('window') ? 'back_long' : 'back_ready';
}
