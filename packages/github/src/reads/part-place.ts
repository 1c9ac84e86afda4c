/** Where one list of one object is read on. */
export interface PartPlace {
  readonly nodeId: string;
  /** Undefined: from its start. */
  readonly after: string | undefined;
}

/** Lists that one question reads on, each from its own place: `nodes` has one cursor for all. */
export const mostPlaces = 10;

export const slots = Array.from({ length: mostPlaces }, (_, at) => at);

export type PlaceVariables = Readonly<Record<string, string | boolean | null>>;

/** The variables that ask for these places, at most ten: `id0`, `on0`, `after0` and so on. */
export const toPlaceVariables = (places: readonly PartPlace[]): PlaceVariables =>
  Object.fromEntries(
    slots.flatMap((slot): (readonly [string, string | boolean | null])[] => [
      [`id${slot}`, places[slot]?.nodeId ?? ''],
      [`on${slot}`, places[slot] !== undefined],
      [`after${slot}`, places[slot]?.after ?? null],
    ]),
  );
