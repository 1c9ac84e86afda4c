import type { FaultKind } from './fault-plan.ts';

/** An error beside data that lacks the field it names. */
export interface PartialError {
  /** GitHub gives its time-outs none. */
  readonly type: string | undefined;
  readonly message: string;
}

const timeout =
  'Something went wrong while executing your query. This may be the result of a timeout, or it could be a GitHub bug.';

/** What GitHub says when it could not make a part of an answer, in its words; then what it says where it will not show one. */
export const partialErrors = {
  partial: [
    { type: 'INTERNAL', message: 'Something went wrong while executing your query.' },
    { type: undefined, message: timeout },
    { type: 'RESOURCE_LIMITS_EXCEEDED', message: 'Resource limits for this query exceeded.' },
    { type: 'RATE_LIMITED', message: 'API rate limit exceeded.' },
  ],
  withheld: [
    { type: 'NOT_FOUND', message: 'Could not resolve to a node with that id.' },
    { type: 'FORBIDDEN', message: 'Resource not accessible by personal access token' },
  ],
} as const satisfies Partial<Readonly<Record<FaultKind, readonly PartialError[]>>>;

/** One of them by a draw from 0 up to, not including, 1. Without limits nobody is told of one. */
export function choosePartialError(
  kind: keyof typeof partialErrors,
  draw: number,
  hasLimits: boolean,
): PartialError {
  const [first, ...others] = partialErrors[kind];
  const fitting = [first, ...others].filter(({ type }) => hasLimits || type !== 'RATE_LIMITED');
  return fitting[Math.floor(draw * fitting.length)] ?? first;
}
