import type { PersonPages, Role } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { mayOpenPage } from './page-access.ts';

const settings: readonly PersonPages[] = ['own', 'leads', 'managers', 'everyone'];
const roles: readonly Role[] = ['member', 'manager', 'administrator'];

// Who may look, for each setting: own, leads, managers, everyone.
const table: readonly (readonly [string, Role, boolean, readonly boolean[]])[] = [
  ['a member', 'member', false, [false, false, false, true]],
  ['a member who leads their team', 'member', true, [false, true, true, true]],
  ['a manager', 'manager', false, [false, false, true, true]],
  ['a manager who leads their team', 'manager', true, [false, true, true, true]],
  ['an administrator', 'administrator', false, [false, false, true, true]],
  ['an administrator who leads their team', 'administrator', true, [false, true, true, true]],
];

describe('mayOpenPage', () => {
  it.each(table)('opens to %s what the setting says', (_, role, isLead, expected) => {
    const answers = settings.map((setting) => mayOpenPage({ setting, isOwn: false, isLead, role }));

    expect(answers).toEqual(expected);
  });

  it('opens a page to the person themselves whatever the setting', () => {
    const answers = settings.flatMap((setting) =>
      roles.map((role) => mayOpenPage({ setting, isOwn: true, isLead: false, role })),
    );

    expect(answers).not.toContain(false);
  });

  it('takes nothing away when the setting is widened', () => {
    for (const [, role, isLead] of table) {
      const answers = settings.map((setting) => Number(mayOpenPage({ setting, isOwn: false, isLead, role })));
      expect(answers).toEqual(answers.toSorted((left, right) => left - right));
    }
  });
});
