import { Button } from '@primer/react';
import type { RouteAnswer, weighReplacement } from '@throughline/contract';
import { useState } from 'react';
import { FailureMessage } from '../../ui/failure-message.tsx';
import { ReplacementTargets } from './replacement-targets.tsx';

interface Asking {
  readonly isPending: boolean;
  readonly isError: boolean;
  readonly error: Error | null;
}

interface Props {
  /** The connection whose page this is. */
  readonly ownId: number;
  readonly weigh: Asking & { readonly data: RouteAnswer<typeof weighReplacement> | undefined };
  readonly change: Asking;
  /** With the other connections that get the new credential too. */
  readonly onReplace: (connectionIds: number[]) => void;
}

/** What the new credential would do in each connection of the old one, and the button that puts it there. */
export const ReplaceWeighed = ({ ownId, weigh, change, onReplace }: Props) => {
  const [picked, setPicked] = useState<ReadonlySet<number>>();
  const weighed = weigh.data?.connections ?? [];
  const own = weighed.find((one) => one.connectionId === ownId);
  const chosen =
    picked ?? new Set(weighed.filter(({ obstacle }) => !obstacle).map((one) => one.connectionId));
  return (
    <>
      {weigh.isPending && <output>Trying it in the old one’s place…</output>}
      {weigh.isError && <FailureMessage error={weigh.error} isAnswer />}
      <ReplacementTargets weighed={weighed} ownId={ownId} chosen={chosen} onChoose={setPicked} />
      {change.isError && <FailureMessage error={change.error} isAnswer />}
      {own !== undefined && own.obstacle === undefined && (
        <div>
          <Button
            variant="primary"
            loading={change.isPending}
            onClick={() => onReplace([...chosen].filter((id) => id !== ownId))}
          >
            Replace the credential
          </Button>
        </div>
      )}
    </>
  );
};
