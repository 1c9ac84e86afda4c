import * as z from 'zod';
import { instant } from './fields.ts';
import { defineRoute } from './route.ts';

/** Kinds of things that are found. */
export const hitKind = z.enum(['person', 'team', 'repository', 'pull-request']);
export type HitKind = z.output<typeof hitKind>;

export const searchHit = z.object({
  kind: hitKind,
  title: z.string(),
  /** What tells it from others of its name: "acme/api #412, 3 d ago". */
  detail: z.string(),
  /** Our page about it. */
  path: z.string(),
  state: z.enum(['open', 'draft', 'merged', 'closed']).optional(),
  createdAt: instant.optional(),
});
export type SearchHit = z.output<typeof searchHit>;

/** Where an address at GitHub leads here, or why it leads nowhere. What is hidden and what does not exist read the same. */
export const foundAddress = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('found'), path: z.string(), title: z.string() }),
  z.object({
    kind: z.literal('not-found'),
    reason: z.string(),
    /** The nearest thing that is here. */
    instead: z.object({ path: z.string(), title: z.string() }).optional(),
  }),
]);
export type FoundAddress = z.output<typeof foundAddress>;

export const search = defineRoute({
  id: 'search',
  method: 'GET',
  path: '/api/search',
  policy: 'signed-in',
  summary:
    'People, teams, repositories and pull requests that the caller may see, by words, `#number`, `@name` or an address at GitHub; groups with the best hit first.',
  query: z.strictObject({
    q: z.string().max(400),
    /** Hits of a kind at most. */
    limit: z.coerce.number().int().min(1).max(50).optional(),
  }),
  answer: z.object({
    groups: z.array(z.object({ kind: hitKind, hits: z.array(searchHit) })),
    /** Where the address leads, when one was asked for. */
    address: foundAddress.optional(),
    /** What was not looked for, and what to do. */
    note: z.string().optional(),
  }),
});

export const findAddress = defineRoute({
  id: 'findAddress',
  method: 'GET',
  path: '/api/address',
  policy: 'signed-in',
  summary: 'The page about what an address at GitHub names, or why there is none for the caller.',
  query: z.strictObject({ address: z.string().max(2_000) }),
  answer: foundAddress,
});
