import { type DataHeld, dataNames } from '@throughline/contract';

/** "◑ 61 %", or "not counted yet". */
export const toWhole = (percent: number | undefined): string =>
  percent === undefined ? 'not counted yet' : `${toMark(percent)} ${percent} %`;

function toMark(percent: number): string {
  if (percent >= 100) return '●';
  if (percent >= 75) return '◕';
  if (percent >= 50) return '◑';
  return percent > 0 ? '◔' : '○';
}

/** The kind of data of which least is here, in short: "◕ 94 % files". */
export function toLeastWhole(data: readonly DataHeld[]): string {
  const counted = data.flatMap(({ kind, percent }) => (percent === undefined ? [] : [{ kind, percent }]));
  const [least] = counted.toSorted((one, other) => one.percent - other.percent);
  if (least === undefined || counted.length < data.length) return toWhole(undefined);
  const isAlike = counted.every(({ percent }) => percent === least.percent);
  return isAlike
    ? toWhole(least.percent)
    : `${toWhole(least.percent)} ${dataNames[least.kind].toLowerCase()}`;
}
