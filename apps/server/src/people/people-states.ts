import type { listPeople, PersonState, RouteAnswer } from '@throughline/contract';

/** What decides in which lists somebody stands. */
export interface StatedPerson {
  readonly accounts: readonly unknown[];
  readonly leftOn: string | null;
  readonly excludedReason: string | null;
  readonly isHidden: boolean;
}

type Counts = RouteAnswer<typeof listPeople>['counts'];

/** Whether somebody belongs to a list. Who left stands under left alone, who is hidden under hidden alone. */
export function isInState(person: StatedPerson, state: PersonState | 'here'): boolean {
  const isHere = person.leftOn === null && !person.isHidden;
  switch (state) {
    case 'here':
      return isHere;
    case 'linked':
      return isHere && person.accounts.length > 0;
    case 'not-linked':
      return isHere && person.accounts.length === 0;
    case 'left':
      return person.leftOn !== null && !person.isHidden;
    case 'hidden':
      return person.isHidden;
    case 'excluded':
      return person.excludedReason !== null;
  }
}

const states = ['here', 'linked', 'not-linked', 'left', 'hidden', 'excluded'] as const;

/** How many stand in each list; linked and not linked add up to here. */
export function countStates(people: readonly StatedPerson[]): Counts {
  const entries = states.map((state) => [state, people.filter((person) => isInState(person, state)).length]);
  // as: one entry a state
  return Object.fromEntries(entries) as Counts;
}
