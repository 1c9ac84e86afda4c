import type { CraftedRepository } from '@throughline/github-emulator';

const people = { accounts: [{ login: 'ada' }, { login: 'bob' }], admins: ['ada'], members: ['ada', 'bob'] };
const isPrivate = { record: { visibility: 'PRIVATE' } } as const;

/** Two small organisations of one owner and one member, to be connected in every way. */
export const craftConnecting = (): readonly CraftedRepository[] => [
  { ...people, ...isPrivate, fullName: 'acme/api', pulls: 5 },
  { ...people, record: { visibility: 'PUBLIC' }, fullName: 'acme/site', pulls: 2 },
  { ...people, ...isPrivate, fullName: 'labs/lab', pulls: 3 },
  { ...people, record: { visibility: 'PUBLIC' }, fullName: 'labs/handbook', pulls: 0 },
];
