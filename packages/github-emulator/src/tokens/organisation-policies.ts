import { z } from 'zod';
import { longestLifetimeDays } from './token-spec.ts';

const lifetimeDays = z.number().int().min(1).max(longestLifetimeDays).nullable();

/** What an organisation asks of the tokens that reach it, and the e-mail domains it has verified. */
export const organisationPolicySchema = z.strictObject({
  organisation: z.string().min(1),
  hasSingleSignOn: z.boolean().default(false),
  allowsClassicTokens: z.boolean().default(true),
  allowsFineGrainedTokens: z.boolean().default(true),
  /** Whether a member's fine-grained token waits for an owner, as is usual. */
  requiresTokenApproval: z.boolean().default(true),
  /** The longest a token may live from its making to its end, in days; null is without limit. */
  classicLifetimeDays: lifetimeDays.default(null),
  fineGrainedLifetimeDays: lifetimeDays.default(longestLifetimeDays),
  /** Whether OAuth apps reach its private data only once an owner has approved them. */
  restrictsOauthApps: z.boolean().default(false),
  verifiedDomains: z.array(z.string().toLowerCase().min(1)).default([]),
});

export type OrganisationPolicy = z.output<typeof organisationPolicySchema>;
export type OrganisationPolicySpec = z.input<typeof organisationPolicySchema>;

export type OrganisationPolicies = {
  policyOf(organisation: string): OrganisationPolicy;
  set(spec: unknown): OrganisationPolicy;
  /** Follows an organisation to its new login. */
  rename(from: string, to: string): void;
};

export function createOrganisationPolicies(specs: readonly OrganisationPolicySpec[]): OrganisationPolicies {
  const policies = new Map<string, OrganisationPolicy>();
  const set = (spec: unknown) => {
    const policy = organisationPolicySchema.parse(spec);
    policies.set(policy.organisation.toLowerCase(), policy);
    return policy;
  };
  for (const spec of specs) set(spec);
  return {
    policyOf: (organisation) =>
      policies.get(organisation.toLowerCase()) ?? organisationPolicySchema.parse({ organisation }),
    set,
    rename(from, to) {
      const policy = policies.get(from.toLowerCase());
      policies.delete(from.toLowerCase());
      if (policy !== undefined) set({ ...policy, organisation: to });
    },
  };
}
