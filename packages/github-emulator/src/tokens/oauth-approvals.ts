import type { OrganisationPolicies } from './organisation-policies.ts';

/** How an OAuth app stands with an organisation that restricts them. */
export type OauthApproval = 'none' | 'requested' | 'granted' | 'denied';

export type OauthApprovals = {
  /** `granted` wherever apps are not restricted, and for the organisation's own. */
  stateOf(organisation: string, clientId: string): OauthApproval;
  set(organisation: string, clientId: string, state: OauthApproval): void;
  /** Apps that were asked for or decided on, by client id. */
  list(organisation: string): readonly (readonly [clientId: string, state: OauthApproval])[];
  /** Follows an organisation to its new login. */
  rename(from: string, to: string): void;
};

/** `findOwner`: the login of whoever registered an app. */
export function createOauthApprovals(
  policies: OrganisationPolicies,
  findOwner: (clientId: string) => string | undefined,
): OauthApprovals {
  const states = new Map<string, Map<string, OauthApproval>>();
  const statesOf = (organisation: string): Map<string, OauthApproval> =>
    states.get(organisation.toLowerCase()) ?? new Map<string, OauthApproval>();
  return {
    stateOf(organisation, clientId) {
      if (!policies.policyOf(organisation).restrictsOauthApps) return 'granted';
      if (findOwner(clientId)?.toLowerCase() === organisation.toLowerCase()) return 'granted';
      return statesOf(organisation).get(clientId) ?? 'none';
    },
    set(organisation, clientId, state) {
      states.set(organisation.toLowerCase(), statesOf(organisation).set(clientId, state));
    },
    list: (organisation) => [...statesOf(organisation)],
    rename(from, to) {
      states.set(to.toLowerCase(), statesOf(from));
      states.delete(from.toLowerCase());
    },
  };
}
