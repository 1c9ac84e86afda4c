import { z } from 'zod';
import type { Random } from '../model/random.ts';
import { type FineGrainedToken, isScoped, makeTokenValue, type ScopedToken, type Token } from './token.ts';

const base = {
  value: z.string().min(1).optional(),
  login: z.string().min(1),
  expiresAt: z.iso.datetime().optional(),
  isRevoked: z.boolean().default(false),
};

/** What a caller says to make a token, in `startEmulator` and over `POST /_emulator/tokens`. */
export const tokenSpecSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('classic'),
    ...base,
    scopes: z.array(z.string()).readonly().default(['repo', 'read:org', 'read:user', 'user:email']),
    ssoOrganisations: z.array(z.string()).readonly().default([]),
  }),
  z.strictObject({
    kind: z.literal('oauth'),
    ...base,
    clientId: z.string().min(1),
    scopes: z.array(z.string()).readonly().default([]),
    ssoOrganisations: z.array(z.string()).readonly().default([]),
  }),
  z.strictObject({
    kind: z.literal('fine-grained'),
    ...base,
    resourceOwner: z.string().min(1),
    repositories: z.union([z.enum(['all', 'public']), z.array(z.string()).readonly()]).default('all'),
    permissions: z.record(z.string(), z.enum(['read', 'write'])).default({
      metadata: 'read',
      pull_requests: 'read',
      issues: 'read',
      contents: 'read',
      members: 'read',
    }),
    approval: z.enum(['approved', 'pending']).default('approved'),
  }),
]);

export type TokenSpec = z.input<typeof tokenSpecSchema>;

/** What may change about a token while the emulator runs. */
export const tokenPatchSchema = z.strictObject({
  value: z.string(),
  isRevoked: z.boolean().optional(),
  expiresAt: z.iso.datetime().nullable().optional(),
  scopes: z.array(z.string()).readonly().optional(),
  ssoOrganisations: z.array(z.string()).readonly().optional(),
  repositories: z.union([z.enum(['all', 'public']), z.array(z.string()).readonly()]).optional(),
  permissions: z.record(z.string(), z.enum(['read', 'write'])).optional(),
  approval: z.enum(['approved', 'pending']).optional(),
});

export type TokenPatch = z.input<typeof tokenPatchSchema>;

type Ownerless<Kind> = Kind extends Token ? Omit<Kind, 'accountId'> : never;
type OwnerlessToken = Ownerless<ScopedToken | FineGrainedToken>;

/** A token from its description; its value is made up where none is given. Throws on a bad description. */
export function parseTokenSpec(input: unknown, random: Random): OwnerlessToken {
  const { expiresAt, ...spec } = tokenSpecSchema.parse(input);
  return {
    ...spec,
    value: spec.value ?? makeTokenValue(spec.kind, random),
    expiresAtMs: expiresAt === undefined ? undefined : Date.parse(expiresAt),
  };
}

/** The token with the changes that fit its kind. */
export function applyTokenPatch(token: Token, patch: z.output<typeof tokenPatchSchema>): Token {
  const { isRevoked = token.isRevoked, expiresAt } = patch;
  const expiresAtMs = expiresAt === undefined ? token.expiresAtMs : toExpiry(expiresAt);
  if (isScoped(token)) {
    const { scopes = token.scopes, ssoOrganisations = token.ssoOrganisations } = patch;
    return { ...token, isRevoked, expiresAtMs, scopes, ssoOrganisations };
  }
  if (token.kind !== 'fine-grained') return { ...token, isRevoked, expiresAtMs };
  const { repositories = token.repositories, permissions = token.permissions } = patch;
  const { approval = token.approval } = patch;
  return { ...token, isRevoked, expiresAtMs, repositories, permissions, approval };
}

function toExpiry(expiresAt: string | null): number | undefined {
  return expiresAt === null ? undefined : Date.parse(expiresAt);
}
