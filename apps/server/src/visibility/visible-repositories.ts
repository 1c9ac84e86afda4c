declare const made: unique symbol;

/**
 * The repositories a reader may see. Only this slice makes one, so that a read that takes it cannot be called without
 * having asked.
 */
export interface VisibleRepositories {
  readonly [made]: true;
  readonly ids: readonly number[];
}

/** For this slice alone: the door does not export it. */
export const toVisibleRepositories = (ids: readonly number[]): VisibleRepositories =>
  ({ ids }) as VisibleRepositories; // as: the brand exists for the compiler only
