import * as z from 'zod';
import { bucket, credentialReport } from './connect.ts';
import { id, idParam, instant, nothing } from './fields.ts';
import { connectionSummary } from './github-access.ts';
import { credentialKind, readData } from './read-data.ts';
import { defineRoute } from './route.ts';

const connectionParams = z.strictObject({ connectionId: idParam });

/** One permission that a connection wants for the data it reads, held against what its credential has. */
export const permissionHeld = z.object({
  /** In GitHub's words: `repo`, `Members: read`. */
  permission: z.string(),
  /** Why it is wanted, in the product's words: "pull requests and reviews". */
  why: z.string(),
  state: z.enum(['held', 'missing', 'unknown', 'wider']),
  /** What it costs not to have it, or what it means to have more than needed. */
  consequence: z.string().optional(),
});
export type PermissionHeld = z.output<typeof permissionHeld>;

/** One kind of data with its switch. */
export const dataSwitch = z.object({
  data: readData,
  isOn: z.boolean(),
  /** Absent while it is on. */
  switchedOffAt: instant.optional(),
  /** When what was read of it is deleted; until then, switching it on brings it back. */
  purgedAfter: instant.optional(),
  /** When it was. */
  purgedAt: instant.optional(),
});
export type DataSwitch = z.output<typeof dataSwitch>;

export const connectionDetail = connectionSummary.extend({
  /** Who connected it; absent where they are gone, or it was there before anybody. */
  madeBy: z.string().optional(),
  reading: z
    .object({
      credentialId: id,
      kind: credentialKind,
      login: z.string(),
      accountKind: z.enum(['person', 'service-account', 'bot']),
      /** Of its owner in this organisation; absent where GitHub was not asked yet, or says nothing. */
      role: z.enum(['owner', 'member', 'none']).optional(),
      endsAt: instant.optional(),
      checkedAt: instant,
      /** Whether Throughline can revoke it at GitHub; where not, the page on which its owner does. */
      revocation: z.object({ isPossible: z.boolean(), link: z.string().optional() }),
      /** Other connections that it serves. */
      sharedWith: z.array(z.object({ connectionId: id, name: z.string() })),
      permissions: z.array(permissionHeld),
      /** Whether it may make webhooks, which nothing needs that is read. */
      hookPermission: z.enum(['held', 'missing', 'unknown']),
      /** `ours`: how much of what is used this hour Throughline used. */
      buckets: z.array(bucket.extend({ ours: z.number().int() })),
    })
    .optional(),
  switches: z.array(dataSwitch),
});
export type ConnectionDetail = z.output<typeof connectionDetail>;

export const getConnection = defineRoute({
  id: 'getConnection',
  method: 'GET',
  path: '/api/connections/:connectionId',
  policy: 'administrator',
  summary: 'A connection with its credential, permissions, quota and switches.',
  params: connectionParams,
  answer: connectionDetail,
});

export const recheckCredential = defineRoute({
  id: 'recheckCredential',
  method: 'POST',
  path: '/api/connections/:connectionId/check',
  policy: 'administrator',
  summary:
    'Ask GitHub anew what a connection’s credential may do, when it ends, and what it reaches that is never read.',
  params: connectionParams,
  answer: connectionDetail.extend({
    /** Repositories in its reach that are never read; absent where GitHub does not tell. */
    apart: credentialReport.shape.apart,
    /** Private repositories of the organisation that it does not see; absent where GitHub does not tell. */
    hidden: z.number().int().optional(),
  }),
});

export const connectionRepositoryGroups = [
  'read',
  'not-chosen',
  'archived',
  'forks',
  'no-access',
  'gone',
] as const;
export const connectionRepositoryGroup = z.enum(connectionRepositoryGroups);
export type ConnectionRepositoryGroup = z.output<typeof connectionRepositoryGroup>;

export const connectionRepository = z.object({
  repositoryId: id,
  githubId: id,
  fullName: z.string(),
  visibility: z.enum(['public', 'private', 'internal']),
  isArchived: z.boolean(),
  isFork: z.boolean(),
  group: connectionRepositoryGroup,
  /** How its reading stands; absent where it is not read. */
  state: z.enum(['waiting', 'reading', 'complete', 'failed', 'paused']).optional(),
  /** Pull requests here. */
  held: z.number().int(),
  /** What GitHub counts; absent while it has not been counted. */
  total: z.number().int().optional(),
  readAt: instant.optional(),
});
export type ConnectionRepository = z.output<typeof connectionRepository>;

const repositoryRules = z.object({
  repositoryChoice: z.enum(['all', 'some']),
  includesArchived: z.boolean(),
  includesForks: z.boolean(),
});

export const listConnectionRepositories = defineRoute({
  id: 'listConnectionRepositories',
  method: 'GET',
  path: '/api/connections/:connectionId/repositories',
  policy: 'administrator',
  summary:
    'Every repository of a connection’s organisation that GitHub ever showed it, and whether it is read.',
  params: connectionParams,
  answer: repositoryRules.extend({
    /** Tells of which choice one knows when one changes it. */
    revision: z.number().int(),
    repositories: z.array(connectionRepository),
  }),
});

export const chooseRepositories = defineRoute({
  id: 'chooseRepositories',
  method: 'PUT',
  path: '/api/connections/:connectionId/repositories',
  policy: 'administrator',
  summary:
    'Choose which repositories are read: some, or all current and future ones by rule. What is left out is read no more; what was read stays.',
  params: connectionParams,
  body: z.strictObject({
    revision: z.number().int(),
    ...repositoryRules.shape,
    /** GitHub ids; used when the choice is `some`. */
    repositories: z.array(id).max(20_000).default([]),
  }),
  answer: nothing,
});

export const switchData = defineRoute({
  id: 'switchData',
  method: 'PUT',
  path: '/api/connections/:connectionId/data',
  policy: 'administrator',
  summary:
    'Switch a kind of data on or off. Off stops reading and hides at once, and deletes after 30 days; on again before that brings it back.',
  params: connectionParams,
  body: z.strictObject({ data: readData, isOn: z.boolean() }),
  answer: connectionDetail,
});

/** What a new credential would do in the place of a connection's old one. */
export const replacementWeighed = z.object({
  connectionId: id,
  name: z.string(),
  organisation: z.string(),
  /** Absent: it reads this organisation. Else why it cannot take this place, and where that is repaired. */
  obstacle: z.object({ code: z.string(), text: z.string(), link: z.string().optional() }).optional(),
  /** What would go dark, a sentence each. */
  lost: z.array(z.string()),
});
export type ReplacementWeighed = z.output<typeof replacementWeighed>;

export const weighReplacement = defineRoute({
  id: 'weighReplacement',
  method: 'POST',
  path: '/api/connections/:connectionId/credential/weigh',
  policy: 'administrator',
  summary:
    'Try a newly tested credential in the place of a connection’s old one, and of each connection that the old one serves. Nothing changes.',
  params: connectionParams,
  body: z.strictObject({ credentialId: id }),
  answer: z.object({ connections: z.array(replacementWeighed) }),
});

export const replaceCredential = defineRoute({
  id: 'replaceCredential',
  method: 'PUT',
  path: '/api/connections/:connectionId/credential',
  policy: 'administrator',
  summary:
    'Put a newly tested credential in the place of the old one. It is tried against each organisation first; the old one is wiped once no connection uses it.',
  params: connectionParams,
  body: z.strictObject({
    credentialId: id,
    /** The one it replaces, as it was seen: another one meanwhile is a conflict. */
    replaces: id,
    /** Other connections of the old credential that shall have the new one too. */
    connectionIds: z.array(id).max(1000).default([]),
  }),
  answer: connectionDetail.extend({
    /** What became of the old one: wiped, and revoked at GitHub or where its owner does that. */
    old: z.object({ isWiped: z.boolean(), isRevoked: z.boolean(), link: z.string().optional() }),
  }),
});

export const disconnectConnection = defineRoute({
  id: 'disconnectConnection',
  method: 'POST',
  path: '/api/connections/:connectionId/disconnect',
  policy: 'administrator',
  summary:
    'End a connection: nothing is read any more, its credential is revoked where GitHub allows and wiped here. Data are kept, or deleted by choice.',
  params: connectionParams,
  body: z.strictObject({
    /** The connection's name, typed. */
    typed: z.string().max(200),
    data: z.enum(['keep', 'delete']).default('keep'),
    /** Of a connection read by a GitHub App: whether that is uninstalled from the organisation too. */
    app: z.enum(['keep', 'uninstall']).default('keep'),
  }),
  answer: connectionSummary,
});

export const continueDisconnecting = defineRoute({
  id: 'continueDisconnecting',
  method: 'POST',
  path: '/api/connections/:connectionId/disconnect/continue',
  policy: 'administrator',
  summary: 'Go on disconnecting now; or without revoking at GitHub, where it does not answer.',
  params: connectionParams,
  body: z.strictObject({ isLeftAtGithub: z.boolean().default(false) }),
  answer: nothing,
});
