import type { Role, SignOnSettings } from '@throughline/contract';

type GroupSettings = Pick<
  SignOnSettings,
  'groupsClaim' | 'administratorGroups' | 'managerGroups' | 'memberGroups' | 'ungrouped'
>;

/** What somebody's groups make of them: a role, nobody here, or nothing where roles are given here. */
export type RoleVerdict =
  | { readonly kind: 'role'; readonly role: Role }
  | { readonly kind: 'refused' }
  | { readonly kind: 'given-here' };

/** The highest role that one of the groups gives. Groups are compared letter by letter. */
export function toRoleVerdict(settings: GroupSettings, groups: readonly string[] | undefined): RoleVerdict {
  if (settings.groupsClaim === undefined) return { kind: 'given-here' };
  const isIn = (wanted: readonly string[]): boolean => wanted.some((group) => groups?.includes(group));
  if (isIn(settings.administratorGroups)) return { kind: 'role', role: 'administrator' };
  if (isIn(settings.managerGroups)) return { kind: 'role', role: 'manager' };
  if (isIn(settings.memberGroups) || settings.ungrouped === 'member') return { kind: 'role', role: 'member' };
  return { kind: 'refused' };
}
