import type { AccountClaim } from '@throughline/contract';
import type { Sql } from '../../platform/sql/index.ts';
import type { OwnAccountDependencies } from './own-token.client.ts';

/** An account as GitHub showed it to its owner. */
export interface ProvenAccount {
  readonly githubId: number;
  readonly nodeId: string;
  readonly login: string;
  readonly name: string | undefined;
  readonly kind: 'User';
  readonly avatarUrl: string | undefined;
  readonly observedAt: Date;
}

export interface OwnAccountRouteDependencies extends OwnAccountDependencies {
  /** Links an account to the person its user is. People live above this slice, so it is given from outside. */
  readonly claimAccount: (
    tx: Sql,
    proof: { readonly userId: number; readonly hostId: number; readonly account: ProvenAccount },
  ) => Promise<AccountClaim>;
}
