import type { Clock } from '../model/clock.ts';
import type { Random } from '../model/random.ts';
import { createOauthApprovals, type OauthApprovals } from '../tokens/oauth-approvals.ts';
import type { OrganisationPolicies } from '../tokens/organisation-policies.ts';
import type { TokenStore } from '../tokens/token-store.ts';
import { type AuthorisationCodes, createAuthorisationCodes } from './authorisation-codes.ts';
import { createOauthApps, type OauthAppSpec, type OauthApps } from './oauth-app.ts';
import { createOauthGrants, type OauthGrants } from './oauth-grants.ts';

/** What the web flow remembers: apps, what organisations and users let them do, codes on their way. */
export type Oauth = {
  readonly apps: OauthApps;
  readonly approvals: OauthApprovals;
  readonly codes: AuthorisationCodes;
  readonly grants: OauthGrants;
};

type Dependencies = {
  readonly clock: Clock;
  readonly random: Random;
  readonly tokens: TokenStore;
  readonly policies: OrganisationPolicies;
};

export function createOauth(
  { clock, random, tokens, policies }: Dependencies,
  specs: readonly OauthAppSpec[] = [],
): Oauth {
  const apps = createOauthApps(random);
  for (const spec of specs) apps.add(spec);
  return {
    apps,
    approvals: createOauthApprovals(policies, (clientId) => apps.find(clientId)?.owner),
    codes: createAuthorisationCodes(clock, random),
    grants: createOauthGrants(clock, tokens),
  };
}
