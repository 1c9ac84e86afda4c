import type { RouteAnswer, recheckCredential } from '@throughline/contract';
import { readOrganisationRepositories } from '@throughline/github';
import { notFound } from '../../platform/errors/index.ts';
import { noteChecked } from '../credentials/credential-rights.sql.ts';
import { findCredential } from '../credentials/credentials.sql.ts';
import { findReadCredential } from '../credentials/read-credential.sql.ts';
import type { AccessDependencies } from '../dependencies.ts';
import { asking } from '../github-error.ts';
import { lookAgainAt } from '../tokens/tested-token.client.ts';
import { toTokenAnswer } from '../tokens/token-answer.ts';

/** What a credential reaches that is never read, and what it does not see, as far as GitHub tells. */
type Reached = Pick<RouteAnswer<typeof recheckCredential>, 'apart' | 'hidden'>;

/**
 * Asks GitHub anew what a connection's credential is and may do, and remembers it; an App's installation is asked for one
 * repository, for GitHub tells no more of it. Throws what GitHub says of it.
 */
export async function recheckConnectionCredential(
  deps: AccessDependencies,
  connectionId: number,
): Promise<Reached> {
  const held = await findReadCredential(deps.database, connectionId);
  const credential = held && (await findCredential(deps.database, held.credentialId));
  if (held === undefined || credential === undefined) throw notFound();
  if (credential.kind !== 'app-installation') {
    const tested = await lookAgainAt(deps, held.credentialId, [held.organisation]);
    const { organisations, apart } = toTokenAnswer(tested, {
      data: held.data,
      connectedAs: new Map(),
      now: deps.clock.now(),
    });
    const { sees } = organisations.find(({ login }) => login === held.organisation) ?? {};
    return {
      ...(apart === undefined ? {} : { apart }),
      ...(sees?.hidden === undefined ? {} : { hidden: sees.hidden }),
    };
  }
  const client = await deps.clients.forCredential(held.host, held);
  await asking(() => readOrganisationRepositories(client, held.organisation, { atMost: 1 }));
  await noteChecked(deps.database, held.credentialId);
  return {};
}
