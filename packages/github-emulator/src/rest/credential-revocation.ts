import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { knowsCredentialRevocation } from '../model/versions.data.ts';
import type { RestRequest, Route } from './route.ts';

const bodySchema = z.object({ credentials: z.array(z.string()).min(1).max(1_000) });

/** Whoever found credentials in the open ends them, without a credential of their own. */
export const credentialRevocationRoutes: readonly Route[] = [
  {
    scope: 'none',
    method: 'POST',
    path: '/credentials/revoke',
    docs: 'rest/credentials/revoke#revoke-a-list-of-credentials',
    needs: [],
    credential: 'anonymous',
    handle({ emulator, body }: RestRequest) {
      if (!knowsCredentialRevocation(emulator.shape, emulator.enterpriseVersion)) throw notFound();
      const asked = bodySchema.safeParse(body);
      if (!asked.success)
        throw new GitHubError(422, 'Validation Failed', { errors: ['credentials is invalid'] });
      for (const value of asked.data.credentials) revoke(emulator, value);
      return { status: 202, body: {}, items: 0 };
    },
  },
];

/** What is unknown, or an installation's, which it does not take, is passed over in silence. */
function revoke({ tokens, userTokens }: Emulator, value: string): void {
  const token = tokens.find(value);
  if (token === undefined) userTokens.revokeRefresh(value);
  else if (token.kind !== 'installation') tokens.change({ value, isRevoked: true });
}
