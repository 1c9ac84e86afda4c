import { Button } from '@primer/react';
import type { ReactNode } from 'react';
import { toNumber } from '../ui/number-words.ts';

interface Props {
  readonly shown: number;
  readonly total: number;
  readonly isBusy: boolean;
  readonly onMore: (() => unknown) | undefined;
  /** At the end of the list: what is missing from it. */
  readonly children: ReactNode;
}

/** The end of a list: how much of it is shown, and the rest on demand. */
export const MoreRows = ({ shown, total, isBusy, onMore, children }: Props) => (
  <div>
    <div>
      {total > 0 && `1 to ${toNumber(shown)} of ${toNumber(total)} `}
      {onMore !== undefined && (
        <Button size="small" loading={isBusy} onClick={() => onMore()}>
          Show more
        </Button>
      )}
    </div>
    {children}
  </div>
);
