const grouped = new Intl.NumberFormat('en-GB');

/** A whole number, grouped: "1,204". */
export const toNumber = (value: number): string => grouped.format(value);

/** A number with its noun: "1 repository", "1,204 pull requests". */
export const toCount = (value: number, one: string, many = `${one}s`): string =>
  `${toNumber(value)} ${value === 1 ? one : many}`;

/** A share in whole per cent, rounded down; something is never 0 %, and all but everything never 100 %. */
export function toShare(part: number, whole: number): string {
  if (whole <= 0) return '100 %';
  const percent = Math.floor((part / whole) * 100);
  return percent === 0 && part > 0 ? '< 1 %' : `${Math.min(percent, 100)} %`;
}
