import type { Role, SignOnSettings } from '@throughline/contract';
import type { Configuration } from 'openid-client';
import type { Egress } from '../../platform/egress/index.ts';
import { AppError, notFound } from '../../platform/errors/index.ts';
import type { SecretBox } from '../../platform/secrets/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { openProvider } from './open-provider.client.ts';
import { toSignOnError } from './sign-on-error.ts';
import { findSignOnProvider, loadSignOnSecret, noteEndSessionUrl } from './sign-on-provider.sql.ts';

export interface SignOnDependencies {
  readonly database: Database;
  readonly egress: Egress;
  readonly secretBox: SecretBox;
  /** Loopback origins the operator opened. */
  readonly loopbackOrigins: readonly string[];
}

interface Asked {
  readonly config: Configuration;
  readonly settings: SignOnSettings;
}

/**
 * Speaks with the workspace's provider. Throws `not-found` where there is none, `sign-on-unreachable` and
 * `sign-on-failed` for what fails on the way; an administrator is told why.
 */
export async function askProvider<Answer>(
  { database, egress, secretBox, loopbackOrigins }: SignOnDependencies,
  role: Role | undefined,
  work: (asked: Asked) => Promise<Answer>,
): Promise<Answer> {
  const provider = await findSignOnProvider(database);
  const clientSecret = provider && (await loadSignOnSecret(database, secretBox));
  if (provider === undefined || clientSecret === undefined) throw notFound();
  const { settings } = provider;
  try {
    const config = await openProvider(egress, { settings, clientSecret });
    await noteEndSessionUrl(database, toSafe(config.serverMetadata().end_session_endpoint, loopbackOrigins));
    return await work({ config, settings });
  } catch (thrown) {
    if (thrown instanceof AppError && !isOfNetwork(thrown)) throw thrown;
    throw toSignOnError(thrown, settings.name, role);
  }
}

/** What the way out says; its words are about GitHub. */
const isOfNetwork = ({ code }: AppError): boolean => /^(?:github-|address-|redirect-)/.test(code);

const toSafe = (url: string | undefined, loopbackOrigins: readonly string[]): string | undefined => {
  const parsed = url === undefined ? null : URL.parse(url);
  const isSafe = parsed?.protocol === 'https:' || loopbackOrigins.includes(parsed?.origin ?? '');
  return isSafe ? parsed?.href : undefined;
};
