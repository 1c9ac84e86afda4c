import * as z from 'zod';
import { id, idParam, instant } from './fields.ts';
import { githubApp, githubOwner } from './github-apps.ts';
import { leaving } from './leaving.ts';
import { defineRoute } from './route.ts';

/** What Throughline may do at GitHub, each asked for by itself and apart from reading. */
export const action = z.enum(['collaborators', 'pull-requests', 'webhooks']);
export type Action = z.output<typeof action>;
export const allActions: readonly Action[] = action.options;

const actions = z.array(action).min(1, 'Choose at least one.').max(allActions.length);

/** An action with how it stands. */
export const actionStanding = z.object({
  action,
  name: z.string(),
  /** After "It is for". */
  use: z.string(),
  consequence: z.string(),
  permissions: z.array(z.object({ permission: z.string(), why: z.string() })),
  state: z.enum(['not-asked', 'waiting', 'possible']),
  /** While it waits: what the App does not ask for itself yet, and what an owner has not accepted. */
  missing: z.array(z.object({ permission: z.string(), from: z.enum(['app', 'owner']) })),
  askedAt: instant.optional(),
  /** Absent where they are gone. */
  askedBy: z.string().optional(),
});
export type ActionStanding = z.output<typeof actionStanding>;

/** How far asking has come, as GitHub told when it was looked at last. */
export const actingState = z.enum([
  'not-looked',
  'not-installed',
  'suspended',
  'waiting',
  'partly-possible',
  'possible',
]);
export type ActingState = z.output<typeof actingState>;

/** The App by which a connection acts, or is to. */
export const actingBy = z.object({
  /** An App of its own, or more permissions of the one it reads by. */
  way: z.enum(['own-app', 'upgrade']),
  registrationId: id,
  name: z.string(),
  ownerLogin: z.string().optional(),
  state: actingState,
  /** Where an owner installs it on the organisation. */
  installUrl: z.string(),
  /** Where its owner has it ask for more, or less. */
  permissionsUrl: z.string(),
  /** Where an owner of the organisation sees it, suspends it or uninstalls it; absent where it is not installed. */
  installationUrl: z.string().optional(),
  /** Where an owner of the organisation accepts what waits. */
  acceptUrl: z.string().optional(),
  suspendedAt: instant.optional(),
  lookedAt: instant.optional(),
});
export type ActingBy = z.output<typeof actingBy>;

export const connectionActions = z.object({
  actions: z.array(actionStanding),
  /** Absent: nothing was asked for. */
  by: actingBy.optional(),
  /** The App it reads by, which could be granted more; absent where it reads by something else. */
  reads: z.object({ registrationId: id, name: z.string(), permissionsUrl: z.string() }).optional(),
  /** Apps that act already and can be installed on this organisation, the latest first. */
  apps: z.array(githubApp.pick({ registrationId: true, name: true, ownerLogin: true })),
});
export type ConnectionActions = z.output<typeof connectionActions>;

const params = z.strictObject({ connectionId: idParam });

export const getConnectionActions = defineRoute({
  id: 'getConnectionActions',
  method: 'GET',
  path: '/api/connections/:connectionId/actions',
  policy: 'administrator',
  summary:
    'What Throughline may do at GitHub for a connection: what was asked for, what was granted, what waits. GitHub is not asked.',
  params,
  answer: connectionActions,
});

export const askForActions = defineRoute({
  id: 'askForActions',
  method: 'PUT',
  path: '/api/connections/:connectionId/actions',
  policy: 'administrator',
  summary:
    'Ask for actions by an App that is registered here: one that acts, or the one the connection reads by. These take the place of what was asked for of that App before.',
  params,
  body: z.strictObject({ registrationId: id, actions }),
  answer: connectionActions,
});

export const beginActingApp = defineRoute({
  id: 'beginActingApp',
  method: 'POST',
  path: '/api/connections/:connectionId/actions/app',
  policy: 'administrator',
  summary:
    'Begin to make a GitHub App that acts for a connection and reads nothing. Good for an hour, in this browser; what comes back is finished like any App.',
  params,
  body: z.strictObject({ owner: githubOwner, actions }),
  answer: leaving,
});

export const lookAtActions = defineRoute({
  id: 'lookAtActions',
  method: 'POST',
  path: '/api/connections/:connectionId/actions/look',
  policy: 'administrator',
  summary: 'Ask GitHub anew, in the App’s name, what it asks for and what was granted to it.',
  params,
  answer: connectionActions,
});

export const endActions = defineRoute({
  id: 'endActions',
  method: 'POST',
  path: '/api/connections/:connectionId/actions/end',
  policy: 'administrator',
  summary:
    'Take back all that a connection may do. The credential of an App of its own is wiped, and that App uninstalled by choice; reading goes on.',
  params,
  body: z.strictObject({ app: z.enum(['keep', 'uninstall']).default('keep') }),
  answer: connectionActions,
});
