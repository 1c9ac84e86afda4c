import type { Role } from '@throughline/contract';
import { AppError } from '../platform/errors/index.ts';

interface UserState {
  readonly role: Role;
  readonly isDisabled: boolean;
}

interface AskedChange {
  readonly userId: number;
  readonly current: UserState;
  readonly asked: { readonly role?: Role | undefined; readonly isDisabled?: boolean | undefined };
  /** The administrators who are not disabled; those with a password where this user is one of them. */
  readonly administrators: readonly number[];
}

/** What of a user really changes; what is asked for and already so is left out. */
export interface UserChange {
  readonly role?: Role;
  readonly isDisabled?: boolean;
}

/** Says what changes, or refuses with `last-administrator` what would leave nobody who can administer. */
export function judgeUserChange({ userId, current, asked, administrators }: AskedChange): UserChange {
  const next: UserState = {
    role: asked.role ?? current.role,
    isDisabled: asked.isDisabled ?? current.isDisabled,
  };
  const isLast = administrators.length === 1 && administrators[0] === userId;
  if (isLast && (next.role !== 'administrator' || next.isDisabled)) throw lastAdministrator();
  return {
    ...(next.role === current.role ? {} : { role: next.role }),
    ...(next.isDisabled === current.isDisabled ? {} : { isDisabled: next.isDisabled }),
  };
}

const lastAdministrator = (): AppError =>
  new AppError(
    'last-administrator',
    'This is the last administrator with a password, and without one nobody could change anything here when nothing else lets anybody in. Make somebody else with a password an administrator first.',
  );
