import type { Viewer } from '../../access/index.ts';

/** What one may do with a team. `change`: its members and settings. `move`: where it hangs, and deleting it. */
export type TeamDeed = 'see' | 'change' | 'move' | 'make';

interface TeamLeads {
  /** Users who lead the team today. */
  readonly leadUserIds: readonly number[];
}

/**
 * Whether a reader may do something with a team: everybody signed in sees teams with their members, managers and
 * administrators may do everything, leads change their own team. `team` is absent where there is none yet.
 */
export function mayWithTeam(
  viewer: Pick<Viewer, 'userId' | 'role'>,
  deed: TeamDeed,
  team?: TeamLeads,
): boolean {
  if (deed === 'see' || viewer.role === 'administrator' || viewer.role === 'manager') return true;
  return deed === 'change' && (team?.leadUserIds.includes(viewer.userId) ?? false);
}
