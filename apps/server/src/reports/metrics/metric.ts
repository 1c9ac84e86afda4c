import type { Metric } from '@throughline/contract';

/** How rows become a figure, as pieces of SQL over `fact`, a row of `v_pull_request_fact`. */
export type Measure =
  /** A value a row; null where an event is missing. The figure is their median, or with `isMean` the sum of stages' means. */
  | {
      readonly kind: 'amounts';
      readonly valueSql: string;
      readonly isMean?: boolean;
      /** The two events a value lies between, where it does; of them the working hours are told. */
      readonly span?: Span;
    }
  /** Of the rows, those for which it holds. */
  | { readonly kind: 'share'; readonly holdsSql: string }
  /** Sum divided by sum; a row without a denominator has no value. */
  | { readonly kind: 'ratio'; readonly numeratorSql: string; readonly denominatorSql: string }
  /** How many rows. */
  | { readonly kind: 'count' }
  /** How many rows a person who wrote one. */
  | { readonly kind: 'per-author' }
  /** How evenly reviews are spread over pairs of people. */
  | { readonly kind: 'sharing' };

export interface Span {
  readonly fromSql: string;
  readonly untilSql: string;
}

/** What a metric or one of its presets asks of the facts. */
export interface MetricSql {
  /** The instant by which a row belongs to a period. */
  readonly atSql: string;
  /** Rows that can have a value at all. */
  readonly populationSql: string;
  readonly measure: Measure;
  readonly stages?: readonly { readonly id: string; readonly label: string; readonly valueSql: string }[];
  readonly bands?: readonly { readonly id: string; readonly label: string; readonly holdsSql: string }[];
  /** Whom the filters team and person mean: who wrote a pull request (the default), or others who took part in it. */
  readonly people?: 'author' | 'participant';
}

/** One metric: what is told of it, and how it is computed. */
export interface MetricDeclaration
  extends MetricSql,
    Pick<
      Metric,
      | 'id'
      | 'name'
      | 'group'
      | 'unit'
      | 'definition'
      | 'formula'
      | 'inputs'
      | 'exclusions'
      | 'version'
      | 'event'
    > {
  readonly presets?: readonly MetricPreset[];
}

/** Another product's rule, by name. */
export interface MetricPreset {
  readonly id: 'devlake' | 'sei' | 'flow' | 'from-opened';
  readonly definition: string;
  readonly sql: Partial<MetricSql>;
}
