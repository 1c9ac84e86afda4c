import type { Host } from '../hosts/hosts.sql.ts';

/** As whom a GitHub account signs in: by its id on its host, never by its login, which may be another's tomorrow. */
export const toIdentity = (
  { baseUrl }: Pick<Host, 'baseUrl'>,
  githubId: number,
): { readonly issuer: string; readonly subject: string } => ({
  issuer: new URL(baseUrl).origin,
  subject: String(githubId),
});
