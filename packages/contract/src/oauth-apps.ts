import * as z from 'zod';
import { hostInput, tokenReport } from './connect.ts';
import { id, idParam } from './fields.ts';
import { hostKind } from './github-access.ts';
import { leaving, returned } from './leaving.ts';
import { allReadData, readData } from './read-data.ts';
import { defineRoute } from './route.ts';

/** What a host is, asked of itself before anything is given to it. */
export const hostChecked = z.object({
  /** The origin of its web interface. */
  address: z.string(),
  name: z.string(),
  kind: hostKind,
  /** "GitHub Enterprise Server 3.20.4 answers." */
  sentence: z.string(),
  /** Of an Enterprise Server that tells it: `3.20.4`. */
  version: z.string().optional(),
  /** What to know of its version. */
  warning: z.string().optional(),
  /** True where it may not be readable at all. */
  isTooOld: z.boolean(),
});
export type HostChecked = z.output<typeof hostChecked>;

export const checkHost = defineRoute({
  id: 'checkHost',
  method: 'POST',
  path: '/api/hosts/check',
  policy: 'administrator',
  summary:
    'See whether a host can be reached, is GitHub, and of which version. Says what is missing: its certificate authority, or the mark that it lies in the private network.',
  body: z.strictObject({ host: hostInput }),
  answer: hostChecked,
});

export const oauthApp = z.object({
  registrationId: id,
  clientId: z.string(),
  name: z.string(),
});
export type OauthApp = z.output<typeof oauthApp>;

/** Where on GitHub an OAuth app is made, and what is entered there. */
export const oauthAppPlace = z.object({
  /** For somebody's own account. An organisation has the same page in its settings, under Developer settings. */
  newAppUrl: z.string(),
  homepageUrl: z.string(),
  callbackUrl: z.string(),
});

export const listOauthApps = defineRoute({
  id: 'listOauthApps',
  method: 'GET',
  path: '/api/oauth-apps',
  policy: 'administrator',
  summary: 'The OAuth apps registered here for a host, and where on that host another one is made.',
  query: z.strictObject({ address: z.string().trim().max(300).default('') }),
  answer: z.object({ apps: z.array(oauthApp), place: oauthAppPlace }),
});

/** GitHub's are of letters, digits and a few signs; older ones are shorter. */
const clientId = z
  .string()
  .trim()
  .regex(/^[\w.-]{10,100}$/, 'A client ID has about twenty letters and digits. Copy it from the app’s page.');

const clientSecret = z
  .string()
  .trim()
  .regex(/^[!-~]{20,200}$/, 'A client secret is longer than this. Copy it from the app’s page.');

export const addOauthApp = defineRoute({
  id: 'addOauthApp',
  method: 'POST',
  path: '/api/oauth-apps',
  policy: 'administrator',
  summary:
    'Register an OAuth app of one’s own. Its id and secret are tried at GitHub first; the secret is sealed and never shown again.',
  body: z.strictObject({ host: hostInput, clientId, clientSecret }),
  answer: oauthApp,
});

export const beginOauth = defineRoute({
  id: 'beginOauth',
  method: 'POST',
  path: '/api/oauth-apps/:registrationId/begin',
  policy: 'administrator',
  summary: 'Begin a sign-in by an OAuth app: where to go. What comes back is good for ten minutes, once.',
  params: z.strictObject({ registrationId: idParam }),
  body: z.strictObject({
    data: z.array(readData).default([...allReadData]),
    /** False: no scope for private repositories is asked for. */
    readsPrivate: z.boolean().default(true),
  }),
  answer: leaving,
});

export const finishOauth = defineRoute({
  id: 'finishOauth',
  method: 'POST',
  path: '/api/oauth-apps/return',
  policy: 'administrator',
  summary:
    'Take what came back from a sign-in by an OAuth app: the token is looked at as a tested token is, and kept, sealed.',
  body: returned,
  answer: tokenReport,
});
