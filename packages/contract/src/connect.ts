import * as z from 'zod';
import { id, idParam, instant } from './fields.ts';
import { allReadData, credentialKind, readData } from './read-data.ts';
import { defineRoute } from './route.ts';

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

export const permissionFinding = z.object({
  kind: z.enum(['ok', 'missing', 'wider']),
  /** What it is about, in the product's words: "pull requests and reviews". */
  data: z.string(),
  /** The scope or permission concerned: `read:org`. */
  permission: z.string().optional(),
  /** What it costs not to have it, or what it means to have more than needed. */
  consequence: z.string().optional(),
});

/** Why an organisation cannot be connected with this credential now. */
export const organisationObstacle = z.object({
  kind: z.enum([
    'connected',
    'sign-on',
    'not-member',
    /** Of an App. */
    'not-installed',
    'suspended',
    'permissions-wait',
    /** Of an OAuth app where the organisation restricts them: ask an owner, be one, or it was denied. */
    'approval-request',
    'approval-grant',
    'approval-denied',
    /** Of a token: it waits for an owner, its kind is forbidden, or it may live longer than is allowed. */
    'token-waits',
    'token-kind-forbidden',
    'lifetime',
    /** Of a fine-grained token: it was made for another owner. */
    'token-elsewhere',
    /** Another rule of the organisation's, such as the addresses it may be asked from. */
    'rule',
  ]),
  /** A clause after the organisation's name: "needs sign-on: this token isn't authorised for its single sign-on". */
  text: z.string(),
  /** Where it is repaired, on GitHub or here. */
  link: z.string().optional(),
  /** What the link is called: "Authorise it on GitHub". */
  linkText: z.string().optional(),
  /** What to send to whoever can repair it, ready to be copied. */
  message: z.string().optional(),
  /** The connection it has already. */
  connectedAs: z.string().optional(),
});

export const organisationSeen = z.object({
  login: z.string(),
  githubId: id,
  name: z.string().optional(),
  role: z.enum(['owner', 'member', 'none']),
  /** With which it can be connected now, or its connection be read from now on; absent where anything else stands in the way. */
  credentialId: id.optional(),
  /** Where an App is installed: on all repositories, or on so many chosen ones. */
  reach: z.object({ kind: z.enum(['all', 'chosen']), repositories: z.number().int().optional() }).optional(),
  /** How many of its repositories a token or a sign-in sees, where it was looked at. */
  sees: z
    .object({
      all: z.number().int(),
      private: z.number().int(),
      /** Private ones there that it does not see, where GitHub tells. */
      hidden: z.number().int().optional(),
    })
    .optional(),
  obstacle: organisationObstacle.optional(),
  /** Of one that is connected: why this credential could not take the place of the one it is read with. */
  hindrance: organisationObstacle.optional(),
});
export type OrganisationSeen = z.output<typeof organisationSeen>;

/** What a way of connecting found: by a token that was tested, a sign-in, or the installations of an App. */
export const credentialReport = z.object({
  way: z.enum(['token', 'oauth', 'app']),
  /** Of a token or a sign-in, which is one for all its organisations. */
  credentialId: id.optional(),
  hostId: id,
  hostName: z.string(),
  /** "Successfully connected via USERNAME." */
  sentence: z.string(),
  /** Whose credential it is: an account, or an App by name. */
  login: z.string(),
  accountKind: z.enum(['person', 'service-account', 'bot']),
  accountKindReason: z.string(),
  kind: credentialKind,
  /** The App whose installations these are. */
  registrationId: id.optional(),
  /** Where that App is installed on further organisations. */
  installUrl: z.string().optional(),
  scopes: z.array(z.string()).optional(),
  /** Absent: it never ends. */
  endsAt: instant.optional(),
  organisations: z.array(organisationSeen),
  buckets: z.array(bucket),
  findings: z.array(permissionFinding),
  /** Shown above the report when something about it needs the reader: partial lists, ends soon. */
  notices: z.array(z.string()),
  /** Repositories in reach that are never read, by full name: the owner's own, and others' to which the owner was added. */
  apart: z
    .object({ personal: z.array(z.string()), outside: z.array(z.string()), isWhole: z.boolean() })
    .optional(),
});
export type CredentialReport = z.output<typeof credentialReport>;

/** Of a credential that is one for all its organisations: a token, or a sign-in. */
export const tokenReport = credentialReport.extend({ credentialId: id });
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
  body: z.strictObject({
    host: hostInput,
    token,
    /** What shall be read with it: its permissions are held against this. */
    data: z.array(readData).default([...allReadData]),
  }),
  answer: tokenReport,
});

export const lookAgain = defineRoute({
  id: 'lookAgain',
  method: 'POST',
  path: '/api/credentials/:credentialId/look-again',
  policy: 'administrator',
  summary:
    'Ask GitHub anew what a tested token or a sign-in sees, also of organisations that GitHub does not list and somebody names.',
  params: z.strictObject({ credentialId: idParam }),
  body: z.strictObject({
    data: z.array(readData).default([...allReadData]),
    /** Logins. */
    organisations: z
      .array(
        z
          .string()
          .trim()
          .regex(/^[A-Za-z0-9][A-Za-z0-9-_]{0,99}$/, 'Enter its name as it stands in its address on GitHub.'),
      )
      .max(10)
      .default([]),
  }),
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
    'The repositories of an organisation that a tested credential can see, with the pull requests each holds.',
  params: z.strictObject({ credentialId: idParam, login: z.string().max(100) }),
  answer: z.object({ repositories: z.array(offeredRepository) }),
});
