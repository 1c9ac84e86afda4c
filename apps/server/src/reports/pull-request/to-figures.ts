import type { PullFigure, PullRequestRow } from '@throughline/contract';
import type { MetricDeclaration } from '../metrics/metric.ts';

/** How a pull request stands in a metric: whether that is about it at all, and whether it has a value. */
export interface Standing {
  readonly id: string;
  readonly isOfIt: boolean;
  readonly isPresent: boolean;
  /** As `2026-11-21`; null where it has not happened. */
  readonly day: string | null;
}

type Row = Pick<PullRequestRow, 'state' | 'repository'>;

/** Every figure by name: whether the pull request counts in it, or why not. */
export const toFigures = (
  metrics: readonly MetricDeclaration[],
  standings: readonly Standing[],
  row: Row,
): readonly PullFigure[] =>
  metrics
    .flatMap((metric) => {
      const standing = standings.find(({ id }) => id === metric.id);
      return standing === undefined ? [] : [toFigure(metric, standing, row)];
    })
    .toSorted((left, right) => left.name.localeCompare(right.name, 'en'));

function toFigure(metric: MetricDeclaration, { isOfIt, isPresent, day }: Standing, row: Row): PullFigure {
  const { id, name } = metric;
  if (!isOfIt) {
    return { metric: id, name, standing: 'not-of-it', why: toWhyNot(metric, row), path: `/reports/${id}` };
  }
  const period = metric.event === 'now' || day === null ? '' : `&period=${day}..${day}`;
  const rows = `/reports/${id}/rows?repo=${row.repository.fullName}${period}`;
  if (isPresent) return { metric: id, name, standing: 'counted', path: rows };
  return { metric: id, name, standing: 'missing', why: toWhyMissing(metric), path: `${rows}&rows=missing` };
}

/** What has not happened that the metric is about. */
function toWhyNot({ event }: MetricDeclaration, { state }: Row): string {
  const isOpen = state === 'open' || state === 'draft';
  switch (event) {
    case 'merged':
      return isOpen ? 'It is not merged yet.' : 'It was closed without a merge.';
    case 'ended':
      return isOpen ? 'It is still open.' : 'It was merged.';
    case 'responded':
      return 'Nobody else has responded to it.';
    case 'now':
      return isOpen ? 'No review of it is asked for now.' : 'It is no longer open.';
    case 'opened':
      return 'It is not open yet.';
  }
}

const toWhyMissing = ({ exclusions, inputs }: MetricDeclaration): string =>
  exclusions.length > 0 ? exclusions.join(' ') : `Something it rests on is not known: ${inputs.join(', ')}.`;
