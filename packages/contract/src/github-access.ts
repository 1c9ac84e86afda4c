import * as z from 'zod';
import { id, idParam, instant, nothing } from './fields.ts';
import { defineRoute } from './route.ts';

export const hostKind = z.enum(['github.com', 'enterprise-server', 'data-residency', 'demo']);
export type HostKind = z.output<typeof hostKind>;

/** A host as a person gives it. An empty address means github.com. */
export const hostInput = z.strictObject({
  address: z.string().trim().max(300),
  /** The certificate authority of an Enterprise Server, as PEM. */
  caCertificate: z.string().max(100_000).optional(),
  /** An administrator says that this host lies in the private network. */
  isPrivateAllowed: z.boolean().default(false),
});

export const bucket = z.object({
  resource: z.enum(['core', 'graphql']),
  /** Absent where the host sets no limit. */
  limit: z.number().int().optional(),
  remaining: z.number().int().optional(),
  resetAt: instant.optional(),
});

export const tokenFinding = z.object({
  kind: z.enum(['ok', 'missing', 'wider']),
  /** What it is about, in the product's words: "pull requests and reviews". */
  data: z.string(),
  /** The scope or permission concerned: `read:org`. */
  permission: z.string().optional(),
  /** What it costs not to have it, or what it means to have more than needed. */
  consequence: z.string().optional(),
});

export const organisationSeen = z.object({
  login: z.string(),
  githubId: id,
  name: z.string().optional(),
  role: z.enum(['owner', 'member', 'none']),
  sso: z.enum(['not-needed', 'authorised', 'required']),
  /** Where to authorise the token for this organisation's single sign-on; works for an hour. */
  ssoUrl: z.string().optional(),
  /** Set when this organisation already has a connection. */
  connectedAs: z.string().optional(),
});

export const tokenReport = z.object({
  credentialId: id,
  hostId: id,
  hostName: z.string(),
  /** "Successfully connected via USERNAME." */
  sentence: z.string(),
  login: z.string(),
  accountKind: z.enum(['person', 'service-account', 'bot']),
  accountKindReason: z.string(),
  tokenKind: z.enum(['classic-token', 'fine-grained-token', 'other-token']),
  scopes: z.array(z.string()).optional(),
  /** Absent: the token never ends. */
  endsAt: instant.optional(),
  organisations: z.array(organisationSeen),
  buckets: z.array(bucket),
  findings: z.array(tokenFinding),
  /** Shown above the report when something about it needs the reader: partial lists, ends soon. */
  notices: z.array(z.string()),
});
export type TokenReport = z.output<typeof tokenReport>;

/** What a header can carry; a token of GitHub's is narrower still. */
const token = z
  .string()
  .trim()
  .min(1, 'Paste a token.')
  .max(2000, 'A token is shorter than this. Copy it from GitHub again.')
  .regex(/^[!-~]*$/, 'A token has only letters, digits and underscores. Copy it from GitHub again.');

export const testToken = defineRoute({
  id: 'testToken',
  method: 'POST',
  path: '/api/credentials/test',
  policy: 'administrator',
  summary: 'Try a token against a host. A token that works is kept, sealed, for the connection that follows.',
  body: z.strictObject({ host: hostInput, token }),
  answer: tokenReport,
});

export const offeredRepository = z.object({
  githubId: id,
  fullName: z.string(),
  visibility: z.enum(['public', 'private', 'internal']),
  isArchived: z.boolean(),
  isFork: z.boolean(),
  pushedAt: instant.optional(),
  /** Absent where GitHub does not say. */
  pullRequestTotal: z.number().int().optional(),
});
export type OfferedRepository = z.output<typeof offeredRepository>;

export const listOfferedRepositories = defineRoute({
  id: 'listOfferedRepositories',
  method: 'GET',
  path: '/api/credentials/:credentialId/organisations/:login/repositories',
  policy: 'administrator',
  summary:
    'The repositories of an organisation that a tested token can see, with the pull requests each holds.',
  params: z.strictObject({ credentialId: idParam, login: z.string().max(100) }),
  answer: z.object({ repositories: z.array(offeredRepository) }),
});

export const connectionSummary = z.object({
  connectionId: id,
  name: z.string(),
  organisation: z.string(),
  host: z.object({ name: z.string(), kind: hostKind, webUrl: z.string() }),
  state: z.enum(['active', 'needs-attention', 'paused']),
  attention: z.object({ code: z.string(), text: z.string(), link: z.string().optional() }).optional(),
  repositoryChoice: z.enum(['all', 'some']),
  includesArchived: z.boolean(),
  includesForks: z.boolean(),
  credential: z
    .object({
      login: z.string(),
      tokenKind: z.enum(['classic-token', 'fine-grained-token', 'other-token']),
      endsAt: instant.optional(),
      checkedAt: instant,
    })
    .optional(),
  createdAt: instant,
});
export type ConnectionSummary = z.output<typeof connectionSummary>;

export const listConnections = defineRoute({
  id: 'listConnections',
  method: 'GET',
  path: '/api/connections',
  policy: 'administrator',
  summary: 'Every connection with its state.',
  answer: z.object({ connections: z.array(connectionSummary) }),
});

const connectionParams = z.strictObject({ connectionId: idParam });

export const createConnection = defineRoute({
  id: 'createConnection',
  method: 'POST',
  path: '/api/connections',
  policy: 'administrator',
  summary: 'Connect one organisation with a tested token and begin to read it.',
  body: z.strictObject({
    credentialId: id,
    organisation: z.string().trim().min(1).max(100),
    name: z.string().trim().min(1, 'Name the connection.').max(100),
    repositoryChoice: z.enum(['all', 'some']),
    /** GitHub ids; used when the choice is `some`. */
    repositories: z.array(id).max(20_000).default([]),
    includesArchived: z.boolean().default(false),
    includesForks: z.boolean().default(false),
  }),
  answer: connectionSummary,
});

export const updateConnection = defineRoute({
  id: 'updateConnection',
  method: 'PATCH',
  path: '/api/connections/:connectionId',
  policy: 'administrator',
  summary: 'Rename a connection.',
  params: connectionParams,
  body: z.strictObject({ name: z.string().trim().min(1).max(100) }),
  answer: connectionSummary,
});

export const replaceCredential = defineRoute({
  id: 'replaceCredential',
  method: 'PUT',
  path: '/api/connections/:connectionId/credential',
  policy: 'administrator',
  summary:
    'Put a newly tested token in the place of the old one, which is wiped; reading goes on where it stopped.',
  params: connectionParams,
  body: z.strictObject({ credentialId: id }),
  answer: connectionSummary,
});

export const startDemo = defineRoute({
  id: 'startDemo',
  method: 'POST',
  path: '/api/demo',
  policy: 'administrator',
  summary: 'Connect the made-up demo organisation through the same pipeline.',
  answer: connectionSummary,
});

export const removeDemo = defineRoute({
  id: 'removeDemo',
  method: 'DELETE',
  path: '/api/demo',
  policy: 'administrator',
  summary: 'Remove the demo organisation and everything that came with it.',
  answer: nothing,
});
