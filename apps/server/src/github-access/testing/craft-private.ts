import { craftRepository } from '@throughline/github-emulator';

type Crafted = Parameters<typeof craftRepository>[0];

/** A private repository of two pull requests, which kim owns and robin sees, too. */
export const craftPrivate = (fullName: string, more: Partial<Crafted> = {}) =>
  craftRepository({
    fullName,
    record: { visibility: 'PRIVATE' },
    members: ['kim', 'robin'],
    admins: ['kim'],
    pulls: 2,
    ...more,
  });
