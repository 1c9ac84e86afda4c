import * as z from 'zod';
import { id, idParam, instant, nothing } from './fields.ts';
import { allReadData, credentialKind, readData } from './read-data.ts';
import { defineRoute } from './route.ts';

export const hostKind = z.enum(['github.com', 'enterprise-server', 'data-residency', 'demo']);
export type HostKind = z.output<typeof hostKind>;

export const connectionSummary = z.object({
  connectionId: id,
  name: z.string(),
  organisation: z.string(),
  host: z.object({
    name: z.string(),
    kind: hostKind,
    webUrl: z.string(),
    /** Of an Enterprise Server, as it told last: `3.20.2`. */
    version: z.string().optional(),
  }),
  state: z.enum(['active', 'needs-attention', 'paused', 'disconnecting']),
  attention: z.object({ code: z.string(), text: z.string(), link: z.string().optional() }).optional(),
  repositoryChoice: z.enum(['all', 'some']),
  includesArchived: z.boolean(),
  includesForks: z.boolean(),
  /** What is read of it. */
  data: z.array(readData),
  credential: z
    .object({
      login: z.string(),
      kind: credentialKind,
      endsAt: instant.optional(),
      checkedAt: instant,
    })
    .optional(),
  /** While it is being disconnected: what is done, and what stands in the way. */
  ending: z
    .object({
      step: z.enum(['revoke', 'wipe', 'data', 'end']),
      removesData: z.boolean(),
      beganAt: instant,
      /** Why the step could not be done yet. */
      problem: z.string().optional(),
      tryAgainAt: instant.optional(),
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
  summary: 'Connect one organisation with a tested credential and begin to read it.',
  body: z.strictObject({
    credentialId: id,
    organisation: z.string().trim().min(1).max(100),
    name: z.string().trim().min(1, 'Name the connection.').max(100),
    repositoryChoice: z.enum(['all', 'some']),
    /** GitHub ids; used when the choice is `some`. */
    repositories: z.array(id).max(20_000).default([]),
    includesArchived: z.boolean().default(false),
    includesForks: z.boolean().default(false),
    data: z
      .array(readData)
      .min(1, 'Choose at least one kind of data.')
      .default([...allReadData]),
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
  body: z.strictObject({
    name: z.string().trim().min(1, 'Name the connection.').max(100),
    /** The name it has, as it was seen: another one meanwhile is a conflict. */
    was: z.string().max(200),
  }),
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
