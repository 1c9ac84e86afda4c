import * as z from 'zod';
import { instant } from './fields.ts';
import { defineRoute } from './route.ts';

/**
 * Answers `text/event-stream`: an event `news` when something changed in a repository that the caller may see, at most one
 * a second, and a comment every 10 s. It names nothing: what changed is asked for as before.
 */
export const streamNews = defineRoute({
  id: 'streamNews',
  method: 'GET',
  path: '/api/news/stream',
  policy: 'signed-in',
  summary: 'That something changed in what the caller may see, as server-sent events.',
  answer: z.object({ at: instant }),
});
