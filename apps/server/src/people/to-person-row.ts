import type { PersonRow } from '@throughline/contract';
import type { StatedPerson } from './people-states.ts';

interface Listed extends StatedPerson {
  readonly slug: string;
  readonly name: string;
  readonly isDemo: boolean;
  readonly isNew: boolean;
  readonly accounts: PersonRow['accounts'];
}

/** Somebody as a row of the list. Who came lately and has no account is flagged: their work shows under nobody. */
export const toPersonRow = (person: Readonly<Listed>): PersonRow => ({
  slug: person.slug,
  name: person.name,
  isDemo: person.isDemo,
  accounts: [...person.accounts],
  isHidden: person.isHidden,
  isNewUnlinked: person.isNew && person.accounts.length === 0 && person.leftOn === null,
  ...(person.leftOn === null ? {} : { leftOn: person.leftOn }),
  ...(person.excludedReason === null ? {} : { excludedReason: person.excludedReason }),
});
