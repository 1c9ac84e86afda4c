import { createContext, useContext } from 'react';

/** What was done, in the words of the button that did it: "acme is connected". */
export interface Told {
  readonly text: string;
  readonly undo?: () => void;
}

export const TellContext = createContext<(told: Told) => void>(() => undefined);

/** Says what was done, at the lower left, for ten seconds. Never for failures: those stay where they happened. */
export const useTell = (): ((told: Told) => void) => useContext(TellContext);
