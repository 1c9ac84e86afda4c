import { Button } from '@primer/react';
import { FailureMessage } from '../../ui/failure-message.tsx';
import type { LeavingState } from './use-leaving.ts';

interface Props {
  readonly state: LeavingState;
  /** Where one is led to: "GitHub". */
  readonly place?: string;
}

/** Beneath a button that leads away: that a window is away, that the browser opens none, or why it did not work. */
export const LeavingNotice = ({ state, place = 'GitHub' }: Props) => {
  switch (state.kind) {
    case 'here':
      return undefined;
    case 'away':
      return (
        <output>Waiting because you are at {place}, in another window. If you closed it, begin again.</output>
      );
    case 'blocked':
      return (
        <div>
          <output>
            Your browser opens no window for this page. This one can go to {place} and come back here.
          </output>
          <Button onClick={() => location.assign(state.url)}>Continue in this window</Button>
        </div>
      );
    case 'failed':
      return <FailureMessage error={state.error} isAnswer />;
  }
};
