import type { CredentialKind } from '@throughline/contract';
import type { TokenKind, TokenReport } from '@throughline/github';
import type { CredentialAccountKind } from '../credentials/credentials.sql.ts';

export function toCredentialKind(kind: TokenKind): CredentialKind {
  switch (kind) {
    case 'classic':
    case 'old-style':
      return 'classic-token';
    case 'fine-grained':
      return 'fine-grained-token';
    default:
      return 'other-token';
  }
}

export const toAccountKind = ({ identity }: TokenReport): CredentialAccountKind =>
  identity.kind === 'installation' ? 'bot' : identity.kind;

/** Tokens of one user share one bucket, whatever their kind (GITHUB, section 1.1); an app's installation has its own. */
export const toBucketOwner = ({ account }: Pick<TokenReport, 'account'>): string =>
  account === undefined ? 'installation' : `user:${account.githubId}`;
