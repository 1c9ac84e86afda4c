import * as z from 'zod';
import { credentialReport, hostInput } from './connect.ts';
import { id, idParam } from './fields.ts';
import { leaving, returned } from './leaving.ts';
import { allReadData, readData } from './read-data.ts';
import { defineRoute } from './route.ts';

/** A GitHub App that is registered here, without its secrets. */
export const githubApp = z.object({
  registrationId: id,
  name: z.string(),
  githubAppId: id,
  clientId: z.string(),
  /** Who owns it on GitHub, where that is known. */
  ownerLogin: z.string().optional(),
  madeHow: z.enum(['manifest', 'by-hand']),
  /** Where on its host it is installed on an organisation. */
  installUrl: z.string(),
});
export type GithubApp = z.output<typeof githubApp>;

/** A permission that reading takes: "Pull requests: read", for pull requests and reviews. */
export const permissionAsked = z.object({ permission: z.string(), why: z.string() });
export type PermissionAsked = z.output<typeof permissionAsked>;

const data = z
  .array(readData)
  .min(1, 'Choose what shall be read.')
  .default([...allReadData]);
const login = z
  .string()
  .trim()
  .regex(/^[A-Za-z0-9][A-Za-z0-9-_]{0,99}$/, 'Enter its name as it stands in its address on GitHub.');

/** Who shall own an App that GitHub makes. */
export const githubOwner = z.discriminatedUnion('kind', [
  /** Whoever is signed in at GitHub. */
  z.strictObject({ kind: z.literal('own-account') }),
  z.strictObject({ kind: z.literal('organisation'), login }),
]);

export const listGithubApps = defineRoute({
  id: 'listGithubApps',
  method: 'GET',
  path: '/api/github-apps',
  policy: 'administrator',
  summary:
    'The GitHub Apps registered here to read from a host, the latest first, and the permissions each kind of data takes.',
  query: z.strictObject({ address: z.string().trim().max(300).default('') }),
  answer: z.object({
    apps: z.array(githubApp),
    asked: z.array(z.object({ data: readData, permissions: z.array(permissionAsked) })),
  }),
});

export const beginAppManifest = defineRoute({
  id: 'beginAppManifest',
  method: 'POST',
  path: '/api/github-apps/manifest',
  policy: 'administrator',
  summary:
    'Begin to make a GitHub App: a page that posts what it shall be to GitHub. Good for an hour, in this browser.',
  body: z.strictObject({
    host: hostInput,
    owner: githubOwner,
    data,
  }),
  answer: leaving,
});

export const showAppManifest = defineRoute({
  id: 'showAppManifest',
  method: 'GET',
  path: '/api/github-apps/manifest/:state',
  policy: 'administrator',
  summary: 'A page that posts to GitHub what the App that was begun shall be, and to nobody else.',
  media: 'text/html',
  params: z.strictObject({ state: z.string().min(1).max(200) }),
  answer: z.string(),
});

export const finishAppManifest = defineRoute({
  id: 'finishAppManifest',
  method: 'POST',
  path: '/api/github-apps/manifest/return',
  policy: 'administrator',
  summary: 'Take the App that GitHub made. Its secrets are sealed and never shown.',
  body: returned,
  answer: githubApp,
});

/** An App as somebody enters it by hand. What is not there yet is not checked yet. */
const appInput = z.strictObject({
  githubAppId: z.string().trim().max(100).default(''),
  clientId: z.string().trim().max(200).default(''),
  privateKey: z.string().max(20_000).default(''),
  clientSecret: z.string().trim().max(400).default(''),
  webhookSecret: z.string().max(400).default(''),
});

export const appField = z.enum(['githubAppId', 'clientId', 'privateKey', 'clientSecret', 'webhookSecret']);
export type AppField = z.output<typeof appField>;

/** What is known of one field by now. */
export const fieldFinding = z.object({ field: appField, isFine: z.boolean(), text: z.string() });
export type FieldFinding = z.output<typeof fieldFinding>;

export const checkGithubApp = defineRoute({
  id: 'checkGithubApp',
  method: 'POST',
  path: '/api/github-apps/check',
  policy: 'administrator',
  summary: 'Check what was entered of a GitHub App so far, at GitHub where it can tell. Nothing is kept.',
  body: z.strictObject({ host: hostInput, app: appInput, data }),
  answer: z.object({
    fields: z.array(fieldFinding),
    /** What GitHub calls it, once id and key belong together. */
    name: z.string().optional(),
    /** What it does not ask for of what reading takes, and what goes dark. */
    missing: z.array(permissionAsked.extend({ consequence: z.string() })),
  }),
});

export const addGithubApp = defineRoute({
  id: 'addGithubApp',
  method: 'POST',
  path: '/api/github-apps',
  policy: 'administrator',
  summary:
    'Register a GitHub App that is there already. It is tried at GitHub first; its secrets are sealed and never shown.',
  body: z.strictObject({ host: hostInput, app: appInput }),
  answer: githubApp,
});

/** Where an App is installed that the administrator may see, and which of their organisations lack what. */
export const appReport = credentialReport.extend({ registrationId: id });
export type AppReport = z.output<typeof appReport>;

const ofApp = z.strictObject({ registrationId: idParam });

export const beginAppOrganisations = defineRoute({
  id: 'beginAppOrganisations',
  method: 'POST',
  path: '/api/github-apps/:registrationId/organisations/begin',
  policy: 'administrator',
  summary: 'Begin to sign in at GitHub, so that the organisations one may see can be listed.',
  params: ofApp,
  body: z.strictObject({ data }),
  answer: leaving,
});

export const finishAppOrganisations = defineRoute({
  id: 'finishAppOrganisations',
  method: 'POST',
  path: '/api/github-apps/organisations/return',
  policy: 'administrator',
  summary:
    'List an App’s organisations for who came back from GitHub. Their token is used for this once and revoked.',
  body: returned,
  answer: appReport,
});

export const refreshAppOrganisations = defineRoute({
  id: 'refreshAppOrganisations',
  method: 'POST',
  path: '/api/github-apps/:registrationId/organisations',
  policy: 'administrator',
  summary: 'List an App’s organisations anew, of those its reader was seen to belong to in the last day.',
  params: ofApp,
  body: z.strictObject({ data }),
  answer: appReport,
});
