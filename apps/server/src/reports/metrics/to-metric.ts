import type { Metric } from '@throughline/contract';
import type { MetricDeclaration, MetricSql } from './metric.ts';

/** What is told of a metric, by the rule that is asked for. */
export const toMetric = (declaration: MetricDeclaration, sql: MetricSql = declaration): Metric => ({
  id: declaration.id,
  name: declaration.name,
  group: declaration.group,
  unit: declaration.unit,
  summary: toSummary(sql),
  definition: declaration.definition,
  formula: declaration.formula,
  inputs: [...declaration.inputs],
  exclusions: [...declaration.exclusions],
  version: declaration.version,
  event: declaration.event,
  presets: (declaration.presets ?? []).map(({ id, definition }) => ({ id, definition })),
  stages: (sql.stages ?? []).map(({ id, label }) => ({ id, label })),
  bands: (sql.bands ?? []).map(({ id, label }) => ({ id, label })),
});

function toSummary({ measure, bands }: MetricSql): Metric['summary'] {
  switch (measure.kind) {
    case 'amounts':
      return measure.isMean === true ? 'mean' : 'median';
    case 'share':
      return 'share';
    case 'ratio':
    case 'per-author':
      return 'ratio';
    case 'count':
      return bands === undefined ? 'count' : 'distribution';
    case 'sharing':
      return 'index';
  }
}
