import type { CurrentUser } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { toNextSteps } from './to-next-steps.ts';

const administrator: CurrentUser = { userId: 1, email: 'a@example.com', name: 'A', role: 'administrator' };
const member: CurrentUser = { ...administrator, role: 'member' };
const linked = {
  slug: 'kim',
  name: 'Kim',
  isDemo: false,
  isHidden: false,
  isNewUnlinked: false,
  accounts: [{ login: 'kim', hostName: 'github.com' }],
};
const unlinked = { ...linked, slug: 'robin', name: 'Robin', accounts: [] };
const paths = (known: Parameters<typeof toNextSteps>[0]) => toNextSteps(known).map(({ path }) => path);

describe('toNextSteps', () => {
  it('begins with a connection', () => {
    expect(paths({ reader: administrator, connections: 0, people: [] })).toEqual(['/welcome']);
  });

  it('goes on with people, then with their accounts', () => {
    expect(paths({ reader: administrator, connections: 1, people: [] })).toEqual(['/people/new']);
    expect(paths({ reader: administrator, connections: 1, people: [linked, unlinked] })).toEqual([
      '/people/robin/accounts',
    ]);
  });

  it('is empty when all is done, and while nothing is known', () => {
    expect(paths({ reader: administrator, connections: 1, people: [linked] })).toEqual([]);
    expect(paths({ reader: administrator, connections: undefined, people: undefined })).toEqual([]);
  });

  it('shows a member nothing but their own page', () => {
    const known = { connections: undefined, people: undefined };

    expect(paths({ ...known, reader: member })).toEqual([]);
    expect(paths({ ...known, reader: { ...member, person: { slug: 'kim', name: 'Kim' } } })).toEqual([
      '/people/kim',
    ]);
  });
});
