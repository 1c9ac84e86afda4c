/** Where one list of one object is read on. */
export interface PartPlace {
  readonly nodeId: string;
  /** Undefined: from its start. */
  readonly after: string | undefined;
}

/** Timelines that one question reads on, each from its own place. */
export const mostTimelines = 10;
