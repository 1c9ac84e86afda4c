import { z } from 'zod';
import type { Random } from '../model/random.ts';
import { isScoped, makeTokenValue, type Token, type UnfiledToken } from './token.ts';

const dayMs = 86_400_000;
/** The longest that an organisation's policy can allow, and does unless told. */
export const longestLifetimeDays = 366;

const base = {
  value: z.string().min(1).optional(),
  login: z.string().min(1),
  /** Null never expires. Unless told, a fine-grained token lives 366 days and the others for ever. */
  expiresAt: z.iso.datetime().nullable().optional(),
  isRevoked: z.boolean().default(false),
};

const personal = {
  ...base,
  name: z.string().default(''),
  /** Now unless told. Unused for a year it is revoked. */
  createdAt: z.iso.datetime().optional(),
};

const approval = z.enum(['approved', 'pending', 'denied']);

/** What a caller says to make a token, in `startEmulator` and over `POST /_emulator/tokens`. */
export const tokenSpecSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('classic'),
    ...personal,
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
    ...personal,
    resourceOwner: z.string().min(1),
    repositories: z.union([z.enum(['all', 'public']), z.array(z.string()).readonly()]).default('all'),
    permissions: z.record(z.string(), z.enum(['read', 'write'])).default({
      metadata: 'read',
      pull_requests: 'read',
      issues: 'read',
      contents: 'read',
      members: 'read',
    }),
    approval: approval.default('approved'),
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
  approval: approval.optional(),
});

export type TokenPatch = z.input<typeof tokenPatchSchema>;

type Ownerless<Kind> = Kind extends UnfiledToken ? Omit<Kind, 'accountId' | 'createdAtMs'> : never;
type Described = Extract<UnfiledToken, { kind: 'classic' | 'oauth' | 'fine-grained' }>;
type OwnerlessToken = Ownerless<Described> & { readonly createdAtMs: number };

/** A token from its description; its value is made up where none is given. Throws on a bad description. */
export function parseTokenSpec(input: unknown, random: Random, nowMs: number): OwnerlessToken {
  const { expiresAt, ...parsed } = tokenSpecSchema.parse(input);
  const { createdAt, ...spec } = { createdAt: undefined, ...parsed };
  const createdAtMs = createdAt === undefined ? nowMs : Date.parse(createdAt);
  const fallbackMs = spec.kind === 'fine-grained' ? createdAtMs + longestLifetimeDays * dayMs : undefined;
  return {
    ...spec,
    value: spec.value ?? makeTokenValue(spec.kind, random),
    createdAtMs,
    expiresAtMs: expiresAt === undefined ? fallbackMs : toExpiry(expiresAt),
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
