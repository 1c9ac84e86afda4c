import type { PersonPages, Role } from '@throughline/contract';

/** What decides whether somebody may open a person's page. */
export interface PageAsked {
  readonly setting: PersonPages;
  /** The reader is that person. */
  readonly isOwn: boolean;
  /** The reader leads a team in which the person works today, or a team above it. */
  readonly isLead: boolean;
  readonly role: Role;
}

/**
 * Whether a reader may open a person's page. A page is the person's first; each setting opens it to those of the settings
 * before it too. Being an administrator opens nothing that being a manager doesn't: who wants to look changes the
 * setting, where everyone reads it.
 */
export function mayOpenPage({ setting, isOwn, isLead, role }: PageAsked): boolean {
  if (isOwn) return true;
  switch (setting) {
    case 'own':
      return false;
    case 'leads':
      return isLead;
    case 'managers':
      return isLead || role !== 'member';
    case 'everyone':
      return true;
  }
}
