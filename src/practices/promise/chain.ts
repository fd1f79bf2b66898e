// The chain of promises: whether what is promised on a service is carried by what is promised beneath it, and why (or why not).
import { sideOf } from '../../calculus/terms.ts';
import { judgeAvailability } from './chain-availability.ts';
import { judgeTime } from './chain-time.ts';
import type { ChainData, ChainPromise, Judged, Link } from './link.ts';

/** Every promise of the house on the service, judged against what is beneath. */
export function explainChain(data: ChainData): Link[] {
  return data.promises.filter((each) => each.service === data.service && each.provider === data.house).map((each) => explainPromise(each, data));
}

/** One promise, signed or not, judged against what is beneath. What lies beneath a promise of another party is that party's own. */
export function explainPromise(promise: ChainPromise, data: ChainData): Link {
  const side = sideOf(promise, data.house);
  const judged = side === 'supplier' ? theirs(promise) : promise.metric === 'availability' ? judgeAvailability(promise, data) : judgeTime(promise, data);
  return {
    promise: promise.id,
    name: promise.name,
    metric: promise.metric,
    side,
    customer: promise.customer,
    offered: promise.metric === 'availability' ? promise.availability : promise.targets,
    ...judged,
    ok: judged.reasons.every((each) => each.holds),
    backed_by: judged.backed_by.map((each) => ({
      promise: each.id,
      service: each.service,
      provider: each.provider,
      metric: each.metric,
      targets: each.targets,
      availability: each.availability,
      attainment: each.attainment,
      measured_per: each.measured_per,
      rolling_days: each.rolling_days,
    })),
  };
}

function theirs(promise: ChainPromise): Judged {
  const unit = promise.metric === 'availability' ? 'ppm' : 'minutes';
  return {
    slack: null,
    unit,
    weakest: null,
    backed_by: [],
    ways: [],
    tighten: [],
    availability: null,
    reasons: [{ code: 'promise.chain.theirs', holds: true, params: {} }],
  };
}
