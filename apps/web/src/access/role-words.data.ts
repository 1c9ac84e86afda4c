import type { Role } from '@throughline/contract';

/** What each role may do here, as in the server's table of roles. */
export const roleWords: Readonly<Record<Role, string>> = {
  administrator: 'connects GitHub, adds people and users, sees every repository',
  manager: 'sees the list of people, and work in the repositories granted to them',
  member: 'sees their own page, and work in the repositories granted to them',
};
