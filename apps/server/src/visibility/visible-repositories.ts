declare const made: unique symbol;

/** An organisation whose pull requests are switched off, some of whose repositories the reader may see. */
export interface SwitchedOff {
  readonly organisation: string;
  readonly sinceAt: Date;
}

/**
 * The repositories a reader may see. Only this slice makes one, so that a read that takes it cannot be called without
 * having asked.
 */
export interface VisibleRepositories {
  readonly [made]: true;
  /** Those whose pull requests are shown. */
  readonly ids: readonly number[];
  /** Those whose pull requests are switched off: they are there, and nothing of them is. */
  readonly idsSwitchedOff: readonly number[];
  /** By name: what a figure over `ids` leaves out. */
  readonly switchedOff: readonly SwitchedOff[];
}

/** For this slice alone: the door does not export it. */
export const toVisibleRepositories = (
  given: Pick<VisibleRepositories, 'ids' | 'idsSwitchedOff' | 'switchedOff'>,
): VisibleRepositories => given as VisibleRepositories; // as: the brand exists for the compiler only
