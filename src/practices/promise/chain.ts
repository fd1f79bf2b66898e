// The chain of promises: whether what is promised on a service is carried by what is promised beneath it, and why (or why not).
import { sideOf } from '../../calculus/terms.ts';
import { judgeAvailability } from './chain-availability.ts';
import { nothingBeneath } from './chain-beneath.ts';
import { judgeThroughput } from './chain-throughput.ts';
import { judgeTime } from './chain-time.ts';
import type { ChainData, ChainPromise, Judged, Link } from './link.record.ts';
import { stakeOf } from './stake.ts';

/** Every promise of the house on the service, judged against what is beneath. */
export function explainChain(data: ChainData): Link[] {
  return data.promises.filter((each) => each.service === data.service && each.provider === data.house).map((each) => explainPromise(each, data));
}

/** One promise, signed or not, judged against what is beneath. What lies beneath a promise of another party is that party's own. */
export function explainPromise(promise: ChainPromise, data: ChainData): Link {
  const side = sideOf(promise, data.house);
  const judged = side === 'supplier' ? nothingBeneath(unitOf(promise.metric), 'promise.chain.theirs') : judge(promise, data);
  const staked = stakeOf(promise, judged);
  return {
    promise: promise.id,
    name: promise.name,
    metric: promise.metric,
    side,
    customer: promise.customer,
    offered: offeredBy(promise),
    ...judged,
    reasons: [...judged.reasons, ...staked.reasons],
    stake: staked.stake,
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

/** The judgement by itself, with the promises beneath as they are. */
export function judge(promise: ChainPromise, data: ChainData): Judged {
  if (promise.metric === 'availability') return judgeAvailability(promise, data);
  if (promise.metric === 'throughput') return judgeThroughput(promise, data);
  if (promise.metric === 'satisfaction') return nothingBeneath('ppm', 'promise.chain.only_measured');
  return judgeTime(promise, data);
}

export const offeredBy = ({ metric, targets, availability, throughput, satisfied }: ChainPromise): Link['offered'] => {
  if (metric === 'availability') return availability;
  if (metric === 'throughput') return throughput;
  return metric === 'satisfaction' ? satisfied : targets;
};

export const unitOf = (metric: string): Judged['unit'] => {
  if (metric === 'throughput') return 'cases';
  return metric === 'availability' || metric === 'satisfaction' ? 'ppm' : 'minutes';
};
