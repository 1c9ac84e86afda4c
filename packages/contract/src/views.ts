import * as z from 'zod';
import { id, idParam, instant, nothing } from './fields.ts';
import { defineRoute } from './route.ts';

const viewName = z.string().trim().min(1, 'Enter a name.').max(100, 'A name has at most 100 characters.');

/** A page of ours with its query, such as `/pulls?state=merged`. */
const viewAddress = z
  .string()
  .max(4_000)
  .regex(
    /^\/(?:pulls|reviews|reports(?:\/[a-z-]+)?|people|issues)(?:\?\S*)?$/,
    'Only pages with filters can be saved.',
  );

export const savedView = z.object({
  viewId: id,
  name: z.string(),
  /** As the caller may see it: a repository that is hidden from them bears no name. */
  address: z.string(),
  /** The team it was saved for; absent: it is the caller's own. */
  team: z.object({ slug: z.string(), name: z.string() }).optional(),
  /** Its team's page starts with it. */
  isPinned: z.boolean(),
  owner: z.string(),
  /** The caller may rename, change and delete it. */
  mayEdit: z.boolean(),
  /** It names what the caller does not see. */
  isPartlyHidden: z.boolean(),
  updatedAt: instant,
});
export type SavedView = z.output<typeof savedView>;

const params = z.strictObject({ viewId: idParam });

export const listViews = defineRoute({
  id: 'listViews',
  method: 'GET',
  path: '/api/views',
  policy: 'signed-in',
  summary:
    'The caller’s views and those of their teams, by name. A view is an address: each reader sees their own repositories.',
  answer: z.object({
    views: z.array(savedView),
    /** Teams for which the caller may save one. */
    teams: z.array(z.object({ slug: z.string(), name: z.string() })),
  }),
});

export const createView = defineRoute({
  id: 'createView',
  method: 'POST',
  path: '/api/views',
  policy: 'signed-in',
  summary: 'Save an address, for oneself or with `team` for a team that one belongs to.',
  body: z.strictObject({ name: viewName, address: viewAddress, team: z.string().max(250).optional() }),
  answer: savedView,
});

export const updateView = defineRoute({
  id: 'updateView',
  method: 'PATCH',
  path: '/api/views/:viewId',
  policy: 'signed-in',
  summary: 'Rename a view, save another address under it, or pin it to its team’s page (one a team).',
  params,
  body: z.strictObject({
    name: viewName.optional(),
    address: viewAddress.optional(),
    isPinned: z.boolean().optional(),
  }),
  answer: savedView,
});

export const deleteView = defineRoute({
  id: 'deleteView',
  method: 'DELETE',
  path: '/api/views/:viewId',
  policy: 'signed-in',
  summary: 'Delete a view. It can be restored for 30 days.',
  params,
  answer: nothing,
});

export const restoreView = defineRoute({
  id: 'restoreView',
  method: 'POST',
  path: '/api/views/:viewId/restore',
  policy: 'signed-in',
  summary: 'Bring back a view that was deleted.',
  params,
  answer: savedView,
});
