import { dataNames, type ReadingCost, type SyncPlan } from '@throughline/contract';
import { toBytes, toDuration } from '../text/amount-words.ts';
import { wrap } from '../text/fit-text.ts';
import { toNumber } from '../text/number-words.ts';
import { toPlain } from '../text/plain-text.ts';
import type { Style } from '../text/style.ts';
import { type TextColumn, toTable } from '../text/table.ts';

export interface PlanTelling {
  /** Columns of the terminal; undefined where lines may be as long as they are. */
  readonly width: number | undefined;
  readonly style: Style;
}

interface Row extends ReadingCost {
  readonly name: string;
}

const indent = '  ';

/** A plan in words: what it costs in a sentence, a line for each kind of data, what holds it up, what it takes for granted. */
export function toPlanLines(plan: SyncPlan, { width, style }: PlanTelling): readonly string[] {
  const inner = width === undefined ? undefined : width - indent.length;
  const sentence = wrap(toPlain(plan.sentence), width).map(style.strong);
  if (plan.pullRequests === 0) return sentence;
  const [heads = '', ...rows] = toTable(toRows(plan), columns, inner);
  const parts = [
    [style.faint(heads), ...rows],
    toHours(plan).flatMap((text) => wrap(text, inner)),
    plan.assumptions.flatMap((text) => wrap(`· ${toPlain(text)}`, inner)),
  ].filter((lines) => lines.length > 0);
  return [
    ...sentence,
    ...parts.flatMap((lines, index) => [
      ...(index === 0 ? [] : ['']),
      ...lines.map((line) => `${indent}${line}`),
    ]),
  ];
}

const toRows = ({ data, cost }: SyncPlan): readonly Row[] => [
  ...data.map((one) => ({ ...one, name: dataNames[one.kind] })),
  { ...cost, name: 'Together' },
];

const columns: readonly TextColumn<Row>[] = [
  { head: 'Data', isElastic: true, cell: ({ name }) => name },
  { head: 'Entries', isNumber: true, isSpare: true, cell: ({ objects }) => toNumber(objects) },
  { head: 'Points', isNumber: true, cell: ({ points }) => toNumber(points) },
  { head: 'REST requests', isNumber: true, cell: ({ restRequests }) => toNumber(restRequests) },
  { head: 'Computing', isNumber: true, isSpare: true, cell: toComputing },
  { head: 'Disk', isNumber: true, isSpare: true, cell: ({ diskBytes }) => toBytes(diskBytes) },
];

/** GitHub's, of both interfaces. */
function toComputing({ graphqlCpuSeconds, restCpuSeconds }: Row): string {
  return toDuration(graphqlCpuSeconds + restCpuSeconds);
}

const bounds: Readonly<Record<NonNullable<SyncPlan['boundBy']>, string>> = {
  points: 'GitHub’s quota of points',
  'rest-requests': 'GitHub’s quota of requests over REST',
  'graphql-cpu': 'GitHub’s computing time for GraphQL',
  'rest-cpu': 'GitHub’s computing time for REST',
};

function toHours({ hours, boundBy }: SyncPlan): readonly string[] {
  if (hours === undefined || boundBy === undefined) return [];
  return [
    `${toDuration(hours.from * 3_600)} to ${toDuration(hours.to * 3_600)}. What holds it up longest: ${bounds[boundBy]}.`,
  ];
}
