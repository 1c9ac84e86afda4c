import { expect, it } from 'vitest';
import { toRoleVerdict } from './to-role.ts';

const settings: Parameters<typeof toRoleVerdict>[0] = {
  groupsClaim: 'groups',
  administratorGroups: ['owners'],
  managerGroups: ['leads', 'heads'],
  memberGroups: ['staff'],
  ungrouped: 'refused',
};

it.each([
  [['owners', 'staff'], 'administrator'],
  [['staff', 'heads'], 'manager'],
  [['staff'], 'member'],
  [['Owners'], 'refused'],
  [['owners '], 'refused'],
  [[''], 'refused'],
  [[], 'refused'],
  [undefined, 'refused'],
])('%j is %s', (groups, verdict) => {
  const judged = toRoleVerdict(settings, groups);

  expect(judged.kind === 'role' ? judged.role : judged.kind).toBe(verdict);
});

it('is a member by choice, and nothing where no claim is followed', () => {
  const lists = { administratorGroups: ['owners'], managerGroups: [], memberGroups: [] };

  expect(toRoleVerdict({ ...lists, groupsClaim: 'groups', ungrouped: 'member' }, [])).toEqual({
    kind: 'role',
    role: 'member',
  });
  expect(toRoleVerdict({ ...lists, ungrouped: 'member' }, ['owners'])).toEqual({ kind: 'given-here' });
});
