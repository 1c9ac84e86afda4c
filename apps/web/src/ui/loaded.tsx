import type { UseQueryResult } from '@tanstack/react-query';
import { errorStatus } from '@throughline/contract';
import type { ReactNode } from 'react';
import { toFailure } from '../api/to-failure.ts';
import { FailureMessage } from './failure-message.tsx';

interface Props<Answer> {
  readonly answer: UseQueryResult<Answer>;
  readonly skeleton: ReactNode;
  readonly children: (data: Answer) => ReactNode;
}

/**
 * The three states of an answer: its skeleton, the part itself, or what went wrong with Try again. Content that is here
 * stays while it is refreshed, also when refreshing fails.
 */
export const Loaded = <Answer,>({ answer, skeleton, children }: Props<Answer>): ReactNode => {
  if (answer.data !== undefined) return children(answer.data);
  if (answer.isError) {
    return (
      <FailureMessage error={answer.error} onRetry={canChange(answer.error) ? answer.refetch : undefined} />
    );
  }
  return skeleton;
};

/** What is not there does not appear by asking again. */
const canChange = (error: unknown): boolean => errorStatus[toFailure(error).code] !== 404;
