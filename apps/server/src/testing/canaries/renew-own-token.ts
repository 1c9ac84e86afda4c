import { beginOwnAccount, connectOwnAccount, listOwnAccounts, listOwnGrants } from '@throughline/contract';
import type { RunningEmulator } from '@throughline/github-emulator';
import { visitGitHub } from '../../github-access/testing/visit-github.ts';
import type { TestClient } from '../../http/testing/index.ts';
import type { Database } from '../../platform/sql/index.ts';

interface Renewing {
  readonly client: TestClient;
  readonly database: Pick<Database, 'query'>;
  readonly github: RunningEmulator;
  readonly see: (where: string, asking: Promise<Response>) => Promise<void>;
}

/**
 * Connects the asker's own account by the GitHub App that is registered, and has its token renewed: with
 * success, by an answer that does not arrive, and by a refresh token that GitHub then takes for used.
 */
export async function renewOwnToken({ client, database, github, see }: Renewing): Promise<void> {
  const { control } = github;
  const send = (path: string, body: object) =>
    client.fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const { hosts } = await client.call(listOwnAccounts);
  const host = hosts.find(({ hostName }) => github.origin.endsWith(hostName));
  const { url } = await client.call(beginOwnAccount, { body: { hostId: host?.hostId ?? 0 } });
  const back = await (await visitGitHub(github.origin, 'ada')).authorise(url);
  const body = { state: back.get('state'), code: back.get('code') };
  await see('answer to an own account', send(connectOwnAccount.path, body));
  const { accounts } = await client.call(listOwnAccounts);
  const ownAccountId = accounts[0]?.ownAccountId ?? 0;
  const path = listOwnGrants.path.replace(':ownAccountId', String(ownAccountId));
  const end = () =>
    database.query(
      `update own_github_account
       set token_ends_at = app_now() - interval '1 minute'
       where own_account_id = $1::bigint`,
      [ownAccountId],
    );
  const renew = async (how: string) => {
    await end();
    await see(`answer after a renewal${how}`, client.fetch(path));
  };

  await renew('');
  // GitHub makes a new pair and takes the old one for used, but what arrives is a proxy's page.
  control.addFault({ kind: 'status', status: 502, operation: 'POST /login/oauth/access_token' });
  await renew(' that is not answered');
  await renew(' that GitHub refuses');
  await see('answer about a lost account', client.fetch(listOwnAccounts.path));
}
