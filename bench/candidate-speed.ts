// How long a scan for problems takes over made-up cases of a year, and for how long it ever holds the thread: `npx tsx bench/candidate-speed.ts`.
import { dateOf, dayOf } from '../src/calculus/candidate-days.ts';
import { scanCases } from '../src/calculus/candidate-scan.ts';

const as_of = '2026-06-28';
let seed = 1;
const random = (): number => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 4_294_967_296;
};
/** Few words are said often and many seldom, as in real titles. */
const word = (): string => `w${Math.floor(random() ** 3 * 3_000).toString(36)}x`;
const one = (of: number): number => 1 + Math.floor(random() * of);
const spent = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
};

for (const count of [10_000, 100_000]) {
  const cases = Array.from({ length: count }, (_, i) => ({
    id: `INC-${i}`,
    day: dateOf(dayOf(as_of) - Math.floor(random() * 390)),
    title: Array.from({ length: 2 + one(5) }, word).join(' '),
    groups: [`service:SVC-${one(200)}`, `item:CI-${one(3_000)}`, `supplier:ORG-${one(40)}`],
  }));
  const began = spent();
  const slices: number[] = [];
  const scan = scanCases(cases, { as_of });
  for (let from = began, step = scan.next(); ; step = scan.next()) {
    const now = spent();
    slices.push(now - from);
    from = now;
    if (step.done) break;
  }
  slices.sort((a, b) => a - b);
  const at = (share: number): string => (slices[Math.ceil(slices.length * share) - 1] ?? 0).toFixed(0);
  console.log(
    `${count.toLocaleString('en')} cases: ${((spent() - began) / 1_000).toFixed(1)} s CPU in ${slices.length} slices, median ${at(0.5)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms`,
  );
}
