import type { RepositoryFate } from './repository-fate.ts';

/** A repository's whole life, as planned. */
export interface RepositoryLife {
  /** The name it has first. */
  readonly name: string;
  /** Of one made after the history's end. */
  readonly madeAtSeconds: number | undefined;
  /** Of one that is somebody else's until then. */
  readonly arrivesAtSeconds: number | undefined;
  readonly fate: RepositoryFate;
}

export type Owner = 'inside' | 'outside';

export interface RepositoryStanding {
  readonly owner: Owner;
  readonly name: string;
  /** Where it was before, oldest first. */
  readonly former: readonly { readonly owner: Owner; readonly name: string }[];
  readonly isArchived: boolean;
  /** How far its time has come: an archived repository's stands still. */
  readonly nowSeconds: number;
  /** Of the last change of the repository itself; 0: none yet. */
  readonly changedAtSeconds: number;
}

/** How a repository stands at an instant; undefined before it is made and once it is deleted. */
export function standAt(life: RepositoryLife, atSeconds: number): RepositoryStanding | undefined {
  const { fate, madeAtSeconds = 0 } = life;
  const isPast = (instant: number | undefined): instant is number =>
    instant !== undefined && instant <= atSeconds;
  if (madeAtSeconds > atSeconds || isPast(fate.deletedAtSeconds)) return undefined;
  const moves = toMoves(life).filter(({ at }) => isPast(at));
  const places: { owner: Owner; name: string }[] = [
    { owner: life.arrivesAtSeconds === undefined ? 'inside' : 'outside', name: life.name },
  ];
  for (const { change } of moves) places.push({ ...last(places), ...change });
  const isArchived = isPast(fate.archivedAtSeconds);
  return {
    ...last(places),
    former: places.slice(0, -1).filter((place) => !isSamePlace(place, last(places))),
    isArchived,
    nowSeconds: isArchived ? fate.archivedAtSeconds : atSeconds,
    changedAtSeconds: Math.max(0, ...moves.map(({ at }) => at), isArchived ? fate.archivedAtSeconds : 0),
  };
}

/** Oldest first. */
function toMoves({ name, arrivesAtSeconds, fate }: RepositoryLife) {
  const moves: readonly {
    readonly at: number | undefined;
    readonly change: Partial<{ owner: Owner; name: string }>;
  }[] = [
    { at: arrivesAtSeconds, change: { owner: 'inside' } },
    { at: fate.renamedAtSeconds, change: { name: `${name}-next` } },
    { at: fate.leftAtSeconds, change: { owner: 'outside' } },
    { at: fate.returnedAtSeconds, change: { owner: 'inside' } },
  ];
  return moves
    .flatMap(({ at, change }) => (at === undefined ? [] : [{ at, change }]))
    .sort((left, right) => left.at - right.at);
}

function last<Item>(items: readonly Item[]): Item {
  const item = items.at(-1);
  if (item === undefined) throw new RangeError('A repository is always somewhere.');
  return item;
}

function isSamePlace(left: { owner: Owner; name: string }, right: { owner: Owner; name: string }): boolean {
  return left.owner === right.owner && left.name === right.name;
}
