import * as z from 'zod';
import { id, idParam, instant, nothing } from './fields.ts';
import { defineRoute } from './route.ts';

export const visibleRepository = z.object({
  repositoryId: id,
  fullName: z.string(),
  url: z.string().optional(),
  visibility: z.enum(['public', 'private', 'internal']),
  isDemo: z.boolean(),
});

export const listRepositories = defineRoute({
  id: 'listRepositories',
  method: 'GET',
  path: '/api/repositories',
  policy: 'signed-in',
  summary: 'The repositories the caller may see, by name.',
  answer: z.object({ repositories: z.array(visibleRepository) }),
});

const userParams = z.strictObject({ userId: idParam });

export const listGrants = defineRoute({
  id: 'listGrants',
  method: 'GET',
  path: '/api/users/:userId/repositories',
  policy: 'administrator',
  summary: 'The repositories explicitly granted to a user. Administrators see every repository without one.',
  params: userParams,
  answer: z.object({
    grants: z.array(z.object({ repositoryId: id, fullName: z.string(), grantedAt: instant })),
  }),
});

export const setGrants = defineRoute({
  id: 'setGrants',
  method: 'PUT',
  path: '/api/users/:userId/repositories',
  policy: 'administrator',
  summary: 'Grant exactly these repositories to a user.',
  params: userParams,
  body: z.strictObject({ repositoryIds: z.array(id).max(20_000) }),
  answer: nothing,
});
