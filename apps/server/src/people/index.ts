export {
  type AccountEmailSeen,
  type AccountSeen,
  noteAccountEmails,
  upsertAccounts,
} from './accounts.sql.ts';
