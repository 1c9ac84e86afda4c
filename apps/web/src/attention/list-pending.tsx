import { FailureMessage } from '../ui/failure-message.tsx';
import { Skeleton } from '../ui/skeleton.tsx';

interface Props {
  /** What went wrong; null while the answer is on its way. */
  readonly error: Error | null;
  readonly onRetry: () => unknown;
  /** What is awaited: "Loading what waits". */
  readonly label: string;
}

/** A list whose first answer is not here: its shape, or what went wrong. */
export const ListPending = ({ error, onRetry, label }: Props) =>
  error === null ? (
    <Skeleton label={label} rows={6} rowHeight={88} />
  ) : (
    <FailureMessage error={error} onRetry={onRetry} />
  );
