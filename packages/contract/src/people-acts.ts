import * as z from 'zod';
import { email, id, idParam, nothing, personName } from './fields.ts';
import { account, person, personAct, personParams } from './people.ts';
import { defineRoute } from './route.ts';

/** What goes over to the person who stays. */
export const mergePreview = z.object({
  from: z.object({ slug: z.string(), name: z.string() }),
  into: z.object({ slug: z.string(), name: z.string() }),
  accounts: z.array(account),
  emails: z.array(z.string()),
  /** Teams the merged one is or was in, by name: the memberships are theirs from then on. */
  teams: z.array(z.string()),
  /** Logins that an import named and that were not seen yet. */
  awaitedLogins: z.array(z.string()),
  /** The user who signs in as the merged one, where that goes over. */
  user: z.string().optional(),
  /** Why they cannot be merged. */
  refusal: z.string().optional(),
});
export type MergePreview = z.output<typeof mergePreview>;

const intoQuery = z.strictObject({ into: z.string().min(1).max(250) });

export const previewMerge = defineRoute({
  id: 'previewMerge',
  method: 'GET',
  path: '/api/people/:slug/merge',
  policy: 'administrator',
  summary: 'What merging a person into another would move.',
  params: personParams,
  query: intoQuery,
  answer: mergePreview,
});

const acted = z.object({ personActId: id, person });

export const mergePeople = defineRoute({
  id: 'mergePeople',
  method: 'POST',
  path: '/api/people/:slug/merge',
  policy: 'administrator',
  summary:
    'Merge a person into another, who is answered. The merged one’s address leads on; undoing restores both exactly.',
  params: personParams,
  body: intoQuery,
  answer: acted,
});

export const splitPerson = defineRoute({
  id: 'splitPerson',
  method: 'POST',
  path: '/api/people/:slug/split',
  policy: 'administrator',
  summary: 'Take accounts and addresses out of a person into a new one, who is answered.',
  params: personParams,
  body: z.strictObject({
    name: personName,
    accountLinkIds: z.array(id).max(100),
    emails: z.array(email).max(100),
  }),
  answer: acted,
});

export const undoPersonAct = defineRoute({
  id: 'undoPersonAct',
  method: 'POST',
  path: '/api/person-acts/:personActId/undo',
  policy: 'administrator',
  summary: 'Undo a merge, a split or links made together: everything is as it was before.',
  params: z.strictObject({ personActId: idParam }),
  answer: nothing,
});

export const listPersonActs = defineRoute({
  id: 'listPersonActs',
  method: 'GET',
  path: '/api/person-acts',
  policy: 'administrator',
  summary: 'The last 50 merges, splits and links made together, newest first.',
  answer: z.object({ acts: z.array(personAct) }),
});
