import type { Policy, Role } from '@throughline/contract';
import type { HttpReader } from '../platform/http/index.ts';

/** Whoever looks now: a user with a live session or key. Made only from one that has just been read. */
export interface Viewer extends HttpReader {
  readonly email: string;
  readonly name: string;
  readonly role: Role;
}

/** Whether a route of this policy is open to this reader. */
export function allows(policy: Policy, viewer: Viewer): boolean {
  switch (policy) {
    case 'anyone':
    case 'signed-in':
      return true;
    case 'manager':
      return viewer.role === 'manager' || viewer.role === 'administrator';
    case 'administrator':
      return viewer.role === 'administrator';
  }
}
