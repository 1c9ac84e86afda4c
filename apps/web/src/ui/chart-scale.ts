/** A value's axis: where it ends and the marks on it, all multiples of a round step. It begins at 0. */
export interface Scale {
  readonly end: number;
  readonly ticks: readonly number[];
}

const steps = [1, 2, 2.5, 5, 10];

/** Half a count is none, and of an index two digits are written: quarters of tens, and no smaller ones than of one. */
const hasQuarters = (power: number): boolean => power >= 10 || power === 0.1;

/** Hours and days have other round numbers than tens. */
const durationSteps = [
  60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 43_200, 86_400, 172_800, 345_600, 604_800, 1_209_600,
  2_592_000, 7_776_000, 15_552_000, 31_536_000,
];

/** An axis for values up to `most`, with three to five marks. */
export function toScale(most: number, isDuration: boolean): Scale {
  const wanted = (most > 0 ? most : 4) / 4;
  const step = (isDuration ? durationSteps.find((each) => each >= wanted) : undefined) ?? toRoundStep(wanted);
  const count = Math.max(1, Math.ceil(most / step));
  return { end: count * step, ticks: Array.from({ length: count + 1 }, (_, place) => place * step) };
}

function toRoundStep(wanted: number): number {
  const power = 10 ** Math.floor(Math.log10(wanted));
  const round = steps.find((each) => each * power >= wanted && (each !== 2.5 || hasQuarters(power)));
  return (round ?? 10) * power;
}
