import { ApiFailure, type Leaving, type Route, type RouteAnswer } from '@throughline/contract';
import { useEffect, useEffectEvent, useState } from 'react';
import { type LeavingPurpose, rememberLeaving } from './leaving-record.ts';
import { hearWindows, type LeavingWord, takeReturned, tellWindows } from './leaving-words.ts';

interface Asked<R extends Route> {
  readonly purpose: LeavingPurpose;
  /** Asks the API where to go. */
  readonly begin: () => Promise<Leaving>;
  /** The route that takes what comes back, as in `returns.data.ts`. */
  readonly finish: R;
  readonly onReturned: (answer: RouteAnswer<R>) => void;
}

export type LeavingState =
  | { readonly kind: 'here' }
  /** A window of its own is at GitHub, or about to go there. */
  | { readonly kind: 'away' }
  /** This browser opens no window: this one can go itself. */
  | { readonly kind: 'blocked'; readonly url: string }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Leads somebody to a sign-in elsewhere, in a window of its own where the browser opens one, and hears what came of it,
 * in whichever window. `leave` is to be called by a press of a button: browsers open windows for nothing else.
 */
export const useLeaving = <R extends Route>({ purpose, begin, finish, onReturned }: Asked<R>) => {
  const [state, setState] = useState<LeavingState>({ kind: 'here' });

  const onWord = useEffectEvent((word: LeavingWord) => {
    if ((word.kind !== 'returned' && word.kind !== 'failed') || word.purpose !== purpose) return;
    if (word.kind === 'failed') {
      setState({ kind: 'failed', error: new ApiFailure(0, word.failure) });
      return;
    }
    setState({ kind: 'here' });
    onReturned(finish.answer.parse(word.answer) as RouteAnswer<R>); // as: parsed by this very route's schema
  });
  useEffect(() => {
    const before = takeReturned(purpose);
    if (before !== undefined) queueMicrotask(() => onWord(before));
    return hearWindows(onWord);
  }, [purpose]);

  const leave = async () => {
    const name = crypto.randomUUID();
    const opened = openWindow(name, purpose);
    setState({ kind: 'away' });
    try {
      const { url, state: token } = await begin();
      rememberLeaving(token, { purpose, isOwnWindow: opened });
      if (opened) sendWindow(name, url);
      else setState({ kind: 'blocked', url });
    } catch (error) {
      tellWindows({ kind: 'stay', window: name });
      setState({ kind: 'failed', error });
    }
  };
  const leaveHere = async () => {
    setState({ kind: 'away' });
    try {
      const { url, state: token } = await begin();
      rememberLeaving(token, { purpose, isOwnWindow: false });
      location.assign(url);
    } catch (error) {
      setState({ kind: 'failed', error });
    }
  };
  return {
    state,
    /** In a window of its own, so that this page stays. */
    leave: () => void leave(),
    /** This window itself goes, and comes back to this page. */
    leaveHere: () => void leaveHere(),
  };
};

/** False where the browser opens none. */
const openWindow = (name: string, purpose: LeavingPurpose): boolean =>
  window.open(`/github/leave?window=${name}&for=${purpose}`, name, 'popup,width=820,height=860') !== null;

/** Tells a window where to go, as soon as it asks; it may have asked before the address was known. */
const sendWindow = (name: string, url: string): void => {
  const end = hearWindows((word) => {
    if (word.kind !== 'waiting' || word.window !== name) return;
    end();
    tellWindows({ kind: 'go', window: name, url });
  });
};
