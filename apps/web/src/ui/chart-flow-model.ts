/** How many came or left in one place of time, and the page of exactly those rows. */
export interface FlowAmount {
  readonly n: number;
  readonly path: string;
}

export interface FlowPoint {
  readonly key: string;
  readonly label: string;
  readonly from: string;
  readonly until: string;
  /** It is not over, or lies partly outside: hatched. */
  readonly isPartial: boolean;
  /** One a series, in the order of the picture's names. */
  readonly amounts: readonly FlowAmount[];
}

/** What comes in, drawn up, and what goes out, drawn down one beneath the other. */
export interface FlowModel {
  readonly points: readonly FlowPoint[];
  /** Of the series, the first being what comes in. */
  readonly names: readonly string[];
}

/** What is spoken of one series in one place. */
export const describeAmount = ({ names }: FlowModel, point: FlowPoint, series: number): string => {
  const n = point.amounts[series]?.n ?? 0;
  return [
    point.label,
    `${n === 0 ? 'none' : n} ${names[series] ?? ''}`,
    ...(point.isPartial ? ['not whole'] : []),
  ].join(', ');
};

/** The whole picture in words: each series over all, and where most came in. */
export const describeFlow = ({ points, names }: FlowModel): string => {
  const sums = names.map(
    (name, series) => `${points.reduce((sum, { amounts }) => sum + (amounts[series]?.n ?? 0), 0)} ${name}`,
  );
  const [most] = points.toSorted((left, right) => (right.amounts[0]?.n ?? 0) - (left.amounts[0]?.n ?? 0));
  const highest =
    most === undefined ? '' : ` Most in ${most.label}: ${most.amounts[0]?.n ?? 0} ${names[0] ?? ''}.`;
  return `${sums.join(', ')} in ${points.length} places of time.${highest}`;
};
