export { accountLinkRoutes } from './account-links.routes.ts';
export { noteAccountEmails, upsertAccounts } from './accounts.sql.ts';
export { addDemoPeople } from './demo-people.client.ts';
export { insertLinks, loadLinks } from './links.sql.ts';
export { type LookKind, lookKinds } from './looks/look-kinds.data.ts';
export { countLookers, type LookRow, loadLooks } from './looks/looks.sql.ts';
export { openPerson } from './open-person.sql.ts';
export { personRoutes } from './persons.routes.ts';
export { loadPersonsOfUsers, type PersonRecord } from './persons.sql.ts';
