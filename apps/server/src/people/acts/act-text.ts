import type { PersonAct } from '@throughline/contract';

/** What an act is told by. */
export interface ActNames {
  readonly kind: PersonAct['kind'];
  readonly person_name: string | null;
  readonly other_name: string | null;
  /** False where it is told on the page of the other one. */
  readonly is_own: boolean;
  readonly links: number;
  /** People made for it. */
  readonly people: number;
  /** The day of the import that named the accounts before they were seen. */
  readonly imported_on: string | null;
}

/** What was done, as a sentence. */
export function toActText(act: ActNames): string {
  const person = act.person_name ?? 'somebody who is gone';
  const other = act.other_name ?? 'somebody who is gone';
  switch (act.kind) {
    case 'merge':
      return `${other} was merged into ${person}.`;
    case 'split':
      return act.is_own ? `${other} was taken out of ${person}.` : `Taken out of ${person}.`;
    case 'link':
      return `${count(act.links, 'account')} linked${act.people === 0 ? '' : `, ${count(act.people, 'person', 'people')} made`}${act.imported_on === null ? '' : `, from the import of ${act.imported_on}`}.`;
  }
}

const count = (value: number, one: string, many = `${one}s`): string =>
  `${value} ${value === 1 ? one : many}`;
