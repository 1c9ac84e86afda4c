import { Button } from '@primer/react';
import { LeavingNotice } from '../../github-access/leaving/leaving-notice.tsx';
import type { LeavingState } from '../../github-access/leaving/use-leaving.ts';

interface Props {
  readonly label: string;
  /** Where it leads: "GitHub", or the provider's name. */
  readonly place: string;
  readonly leaving: { readonly state: LeavingState; readonly leave: () => void };
}

/** Leads to a sign-in elsewhere in a window of its own, and says what becomes of it; this page stays. */
export const WindowButton = ({ label, place, leaving: { state, leave } }: Props) => (
  <>
    <Button block onClick={leave}>
      {label}
    </Button>
    {state.kind === 'blocked' && (
      <p>What you typed on this page is lost when this window goes. Copy it first, or allow windows here.</p>
    )}
    <LeavingNotice state={state} place={place} />
  </>
);
