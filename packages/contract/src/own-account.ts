import * as z from 'zod';
import { id, idParam, instant, nothing } from './fields.ts';
import { leaving, returned } from './leaving.ts';
import { defineRoute } from './route.ts';

/** A GitHub account that the reader connected as their own. Its token is not to be had. */
export const ownAccount = z.object({
  ownAccountId: id,
  hostId: id,
  hostName: z.string(),
  login: z.string(),
  appName: z.string(),
  appKind: z.enum(['github-app', 'oauth-app']),
  /** Of an OAuth app; empty for a GitHub App, whose permissions are its own. */
  scopes: z.array(z.string()),
  connectedAt: instant,
  usedAt: instant.optional(),
  /** `lost`: GitHub takes it no more. `ending`: removed here, and GitHub could not be told yet. */
  state: z.enum(['connected', 'lost', 'ending']),
  isSignInAllowed: z.boolean(),
  /** Where GitHub lists what was granted. */
  githubUrl: z.string(),
});
export type OwnAccount = z.output<typeof ownAccount>;

/** A host where one can connect an account: an app of ours is registered there. */
export const ownAccountHost = z.object({ hostId: id, hostName: z.string(), appName: z.string() });
export type OwnAccountHost = z.output<typeof ownAccountHost>;

export const listOwnAccounts = defineRoute({
  id: 'listOwnAccounts',
  method: 'GET',
  path: '/api/me/github-accounts',
  policy: 'signed-in',
  summary: 'The GitHub accounts one connected as one’s own, and the hosts where one still can.',
  answer: z.object({ accounts: z.array(ownAccount), hosts: z.array(ownAccountHost) }),
});

export const beginOwnAccount = defineRoute({
  id: 'beginOwnAccount',
  method: 'POST',
  path: '/api/me/github-accounts/leave',
  policy: 'signed-in',
  summary: 'Where to go to connect one’s own GitHub account.',
  body: z.strictObject({ hostId: id }),
  answer: leaving,
});

/** What became of the reader's person when an account was connected. */
export const accountClaim = z.object({
  kind: z.enum(['linked', 'was-linked', 'no-person']),
  /** Whose it was until now, by weaker evidence. */
  takenFrom: z.string().optional(),
});
export type AccountClaim = z.output<typeof accountClaim>;

export const connectOwnAccount = defineRoute({
  id: 'connectOwnAccount',
  method: 'POST',
  path: '/api/me/github-accounts',
  policy: 'signed-in',
  summary: 'Take what GitHub sent along: the account is one’s own from now on, and one’s person’s.',
  body: returned,
  answer: z.object({ login: z.string(), hostName: z.string(), claim: accountClaim }),
});

export const listOwnGrants = defineRoute({
  id: 'listOwnGrants',
  method: 'GET',
  path: '/api/me/github-accounts/:ownAccountId/grants',
  policy: 'signed-in',
  summary: 'What GitHub says this connection reaches, asked now.',
  params: z.strictObject({ ownAccountId: idParam }),
  answer: z.object({
    /** Organisations and accounts whose data the token reaches; absent where GitHub does not tell. */
    organisations: z
      .array(z.object({ login: z.string(), reach: z.enum(['all', 'chosen']), isSuspended: z.boolean() }))
      .optional(),
  }),
});

export const removeOwnAccount = defineRoute({
  id: 'removeOwnAccount',
  method: 'DELETE',
  path: '/api/me/github-accounts/:ownAccountId',
  policy: 'signed-in',
  summary:
    'Remove the connection: revoked at GitHub and wiped here. `ending` where GitHub could not be told yet.',
  params: z.strictObject({ ownAccountId: idParam }),
  answer: z.object({ state: z.enum(['removed', 'ending']) }),
});

export const becomePerson = defineRoute({
  id: 'becomePerson',
  method: 'POST',
  path: '/api/me/person',
  policy: 'signed-in',
  summary:
    'Become a person, by one’s connected GitHub account: the one who has this account and nothing else, or a new one.',
  body: nothing,
  answer: z.object({ slug: z.string(), name: z.string(), isNew: z.boolean() }),
});

/** A host by whose accounts one may sign in. */
export const githubSignInHost = z.object({ hostId: id, hostName: z.string() });
export type GithubSignInHost = z.output<typeof githubSignInHost>;

export const listGithubSignIns = defineRoute({
  id: 'listGithubSignIns',
  method: 'GET',
  path: '/api/sign-in/github',
  policy: 'anyone',
  summary: 'The hosts by whose accounts one may sign in.',
  answer: z.object({ hosts: z.array(githubSignInHost) }),
});

export const beginGithubSignIn = defineRoute({
  id: 'beginGithubSignIn',
  method: 'POST',
  path: '/api/sign-in/github/leave',
  policy: 'anyone',
  summary: 'Where to go to sign in with a GitHub account, or to join with one by an invitation’s link.',
  body: z.strictObject({ hostId: id, invitation: z.string().min(20).max(100).optional() }),
  answer: leaving,
});

export const signInWithGithub = defineRoute({
  id: 'signInWithGithub',
  method: 'POST',
  path: '/api/sign-in/github',
  policy: 'anyone',
  summary: 'Sign in with what GitHub sent along.',
  body: returned,
  answer: nothing,
});

export const listGithubSignInSettings = defineRoute({
  id: 'listGithubSignInSettings',
  method: 'GET',
  path: '/api/settings/sign-in/github',
  policy: 'administrator',
  summary: 'The hosts with an app of ours, and whether one may sign in with their accounts.',
  answer: z.object({
    hosts: z.array(githubSignInHost.extend({ appName: z.string(), isAllowed: z.boolean() })),
  }),
});

export const setGithubSignIn = defineRoute({
  id: 'setGithubSignIn',
  method: 'PUT',
  path: '/api/settings/sign-in/github/:hostId',
  policy: 'administrator',
  summary: 'Let people sign in with accounts of a host, or no longer.',
  params: z.strictObject({ hostId: idParam }),
  body: z.strictObject({ isAllowed: z.boolean() }),
  answer: nothing,
});
