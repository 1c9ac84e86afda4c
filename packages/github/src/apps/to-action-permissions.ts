import { type Action, type ActionPermission, actionPermissions } from './action-permissions.data.ts';
import type { Permissions } from './to-app-permissions.ts';

/** What an App is asked to be granted for these actions, besides what it reads by. */
export const toActionPermissions = (actions: readonly Action[]): Permissions => ({
  metadata: 'read',
  ...Object.fromEntries(
    actions.flatMap((action) => actionPermissions[action].permissions).map(({ key, level }) => [key, level]),
  ),
});

const strength: Readonly<Record<string, number>> = { read: 1, write: 2, admin: 3 };

/** Whether what is held is at least what is wanted: who may write may read. */
export const holdsLevel = (held: string | undefined, wanted: string): boolean =>
  (strength[held ?? ''] ?? 0) >= (strength[wanted] ?? Number.POSITIVE_INFINITY);

/** The permissions of an action that are not held. */
export const listUnheld = (action: Action, held: Permissions): readonly ActionPermission[] =>
  actionPermissions[action].permissions.filter(({ key, level }) => !holdsLevel(held[key], level));
