import type { ActingState, Action } from '@throughline/contract';
import { actionPermissions, holdsLevel, listUnheld } from '@throughline/github';
import type { HeldActing } from './acting.sql.ts';

type Judged = Pick<HeldActing, 'app' | 'asked' | 'lookedAt' | 'installation'>;

/** A permission that keeps an action waiting: the App does not ask for it, or no owner has accepted it. */
export interface MissingPermission {
  readonly permission: string;
  readonly from: 'app' | 'owner';
}

/** What an action waits for, of permissions. Of an App that is not installed only what it does not ask for itself. */
export function listMissing({ app, installation }: Judged, action: Action): readonly MissingPermission[] {
  const held = installation?.permissions ?? {};
  return listUnheld(action, held).flatMap(({ key, level, permission }): readonly MissingPermission[] => {
    if (!holdsLevel(app.permissions[key], level)) return [{ permission, from: 'app' }];
    return installation === undefined ? [] : [{ permission, from: 'owner' }];
  });
}

/** What was asked for and granted, of an App that is installed and not suspended. */
export const listPossible = (acting: Judged): readonly Action[] => {
  const { installation } = acting;
  if (installation === undefined || installation.suspendedAt !== undefined) return [];
  return acting.asked
    .map(({ action }) => action)
    .filter((action) => listUnheld(action, installation.permissions).length === 0);
};

/** How far asking has come, in a word. */
export function toActingState(acting: Judged): ActingState {
  if (acting.lookedAt === undefined) return 'not-looked';
  if (acting.installation === undefined) return 'not-installed';
  if (acting.installation.suspendedAt !== undefined) return 'suspended';
  const possible = listPossible(acting).length;
  if (possible === 0) return 'waiting';
  return possible === acting.asked.length ? 'possible' : 'partly-possible';
}

const roles: Readonly<Record<Action, ActingRole>> = {
  collaborators: 'act',
  'pull-requests': 'act',
  webhooks: 'hook',
};

/** What a credential may be used for, besides reading. */
export type ActingRole = 'act' | 'hook';

/** The roles that a credential has by what is possible with it. */
export const toRoles = (possible: readonly Action[]): readonly ActingRole[] => [
  ...new Set(possible.map((action) => roles[action])),
];

/** The names of actions, for a sentence. */
export const toActionNames = (actions: readonly Action[]): string =>
  actions.map((action) => actionPermissions[action].name).join(', ');
