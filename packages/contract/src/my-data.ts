import * as z from 'zod';
import { day, id, idParam, instant, nothing, personName, role, zone } from './fields.ts';
import { defineRoute } from './route.ts';
import { personPages } from './workspace.ts';

/** One kind of data about oneself: what it is, how long it is kept, and how much of it is here. */
export const storedKind = z.object({
  id: z.string(),
  name: z.string(),
  what: z.string(),
  /** "kept until erased": until when, as the data dictionary says. */
  kept: z.string(),
  /** Absent where counting would take long: all of it stands in the export. */
  count: z.number().int().optional(),
});
export type StoredKind = z.output<typeof storedKind>;

const linkedAccount = z.object({
  accountLinkId: id,
  login: z.string(),
  hostName: z.string(),
  url: z.string().optional(),
  /** Why it was taken for theirs. */
  evidence: z.array(z.string()),
  linkedAt: instant,
  linkedBy: z.string().optional(),
  fromOn: day.optional(),
  untilOn: day.optional(),
  unlinkedAt: instant.optional(),
  unlinkedBy: z.string().optional(),
});

export const myData = z.object({
  user: z.object({ name: z.string(), email: z.string(), role }),
  /** Absent for a user who is tied to no person; `untied` then says how to be. */
  person: z
    .object({
      slug: z.string(),
      name: z.string(),
      zone: z.string().optional(),
      leftOn: day.optional(),
    })
    .optional(),
  untied: z.string().optional(),
  /** Who may open one's page, as every reader is told. */
  pages: z.object({ setting: personPages, says: z.string() }),
  kinds: z.array(storedKind),
  accounts: z.array(linkedAccount),
  emails: z.array(z.object({ email: z.string(), source: z.string() })),
  teams: z.array(z.object({ slug: z.string(), name: z.string(), since: day })),
});
export type MyData = z.output<typeof myData>;

export const getMyData = defineRoute({
  id: 'getMyData',
  method: 'GET',
  path: '/api/me/data',
  policy: 'signed-in',
  summary: 'What is stored about the caller, kind by kind, in the repositories they can see.',
  answer: myData,
});

export const exportMyData = defineRoute({
  id: 'exportMyData',
  method: 'GET',
  path: '/api/me/data.json',
  policy: 'signed-in',
  summary: 'Everything that is stored about the caller, in the repositories they can see, as one JSON file.',
  media: 'application/json',
  answer: nothing,
});

/** A look of somebody else: at most one row for each who looked, hour and outcome. */
export const look = z.object({
  at: instant,
  /** Who; absent for a look that was refused. */
  name: z.string().optional(),
  role: role.optional(),
  /** What was opened: "your page". */
  what: z.array(z.string()),
  isByKey: z.boolean(),
  isRefused: z.boolean(),
});
export type Look = z.output<typeof look>;

export const listMyLooks = defineRoute({
  id: 'listMyLooks',
  method: 'GET',
  path: '/api/me/looks',
  policy: 'signed-in',
  summary: 'Who looked at the caller’s page, lists, figures and exports, newest first.',
  query: z.strictObject({ before: instant.optional() }),
  answer: z.object({ looks: z.array(look), nextBefore: instant.optional() }),
});

export const correctionKind = z.enum(['account', 'email', 'name', 'zone', 'pull-request']);
export type CorrectionKind = z.output<typeof correctionKind>;

export const correction = z.object({
  correctionId: id,
  kind: correctionKind,
  /** What it is about: "@kim on github.com", the right name, an address. */
  subject: z.string(),
  note: z.string().optional(),
  state: z.enum(['open', 'done', 'refused']),
  askedAt: instant,
  answeredAt: instant.optional(),
  /** Absent for what was one's own to decide. */
  answeredBy: z.string().optional(),
  /** Why it was refused, or what was done. */
  answer: z.string().optional(),
});
export type Correction = z.output<typeof correction>;

const note = z.string().trim().max(1000).optional();

export const correctionAsked = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('account'), accountLinkId: id }),
  z.strictObject({ kind: z.literal('zone'), zone }),
  z.strictObject({ kind: z.literal('name'), name: personName, note }),
  z.strictObject({ kind: z.literal('email'), email: z.string().trim().min(3).max(254), note }),
  z.strictObject({ kind: z.literal('pull-request'), address: z.string().trim().min(3).max(300), note }),
]);
export type CorrectionAsked = z.output<typeof correctionAsked>;

export const listMyCorrections = defineRoute({
  id: 'listMyCorrections',
  method: 'GET',
  path: '/api/me/corrections',
  policy: 'signed-in',
  summary: 'What the caller said is wrong about them, and what became of it, newest first.',
  answer: z.object({ corrections: z.array(correction) }),
});

export const askCorrection = defineRoute({
  id: 'askCorrection',
  method: 'POST',
  path: '/api/me/corrections',
  policy: 'signed-in',
  summary:
    'Say what is wrong about oneself. An account that is not one’s own is unlinked and a zone set at once; the rest is asked of administrators.',
  body: correctionAsked,
  answer: correction,
});

export const listCorrections = defineRoute({
  id: 'listCorrections',
  method: 'GET',
  path: '/api/corrections',
  policy: 'administrator',
  summary: 'What people asked to be put right about themselves: open ones first, then the latest 200.',
  answer: z.object({
    corrections: z.array(correction.extend({ person: z.object({ slug: z.string(), name: z.string() }) })),
    open: z.number().int(),
  }),
});

export const answerCorrection = defineRoute({
  id: 'answerCorrection',
  method: 'POST',
  path: '/api/corrections/:correctionId',
  policy: 'administrator',
  summary: 'Answer an open request: done, or refused with a reason that the person reads.',
  params: z.strictObject({ correctionId: idParam }),
  body: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('done'), answer: note }),
    z.strictObject({
      state: z.literal('refused'),
      answer: z.string().trim().min(1, 'Say why: the person reads it.').max(1000),
    }),
  ]),
  answer: nothing,
});
