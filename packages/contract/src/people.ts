import * as z from 'zod';
import { day, email, id, idParam, instant, nothing, personName, zone } from './fields.ts';
import { defineRoute } from './route.ts';

export const account = z.object({
  /** Absent while Throughline has not stored this account yet. */
  accountId: id.optional(),
  hostId: id,
  hostName: z.string(),
  githubId: id,
  login: z.string(),
  name: z.string().optional(),
  kind: z.enum(['User', 'Bot', 'Organization', 'Mannequin']),
  /** At GitHub; absent for the demo, which has no pages. */
  url: z.string().optional(),
});
export type Account = z.output<typeof account>;

/** Why an account may be a person's: one sentence each, strongest first. */
export const evidence = z.object({
  kind: z.enum([
    'own-account',
    'verified-email',
    'verified-domain',
    'email',
    'noreply',
    'login',
    'name',
    'activity',
    'chosen',
    'demo',
  ]),
  text: z.string(),
});
export type Evidence = z.output<typeof evidence>;

export const accountLink = z.object({
  accountLinkId: id,
  account,
  evidence: z.array(evidence),
  /** The first day of whose activity is this person's; absent: since ever. */
  fromOn: day.optional(),
  /** The last day of whose activity is this person's; absent: for good. */
  untilOn: day.optional(),
  linkedAt: instant,
  linkedBy: z.string().optional(),
  unlinkedAt: instant.optional(),
  unlinkedBy: z.string().optional(),
});
export type AccountLink = z.output<typeof accountLink>;

/** A login that an import named and that was not seen yet; the first account under it is linked to the person. */
export const awaitedLogin = z.object({
  awaitedLoginId: id,
  login: z.string(),
  hostName: z.string(),
  fileName: z.string(),
  importedAt: instant,
});
export type AwaitedLogin = z.output<typeof awaitedLogin>;

/** Something done to several rows at once, with its undoing. */
export const personAct = z.object({
  personActId: id,
  kind: z.enum(['merge', 'split', 'link']),
  /** "Bob B. was merged into this person." */
  text: z.string(),
  doneAt: instant,
  doneBy: z.string().optional(),
  isUndone: z.boolean(),
});
export type PersonAct = z.output<typeof personAct>;

export const person = z.object({
  personId: id,
  slug: z.string(),
  name: z.string(),
  email: z.string().optional(),
  /** Further addresses. */
  emails: z.array(z.string()),
  zone: z.string().optional(),
  isDemo: z.boolean(),
  joinedOn: day.optional(),
  /** Their last day: nothing that their accounts do afterwards is theirs. */
  leftOn: day.optional(),
  /** Why their work is left out of figures; absent while it counts. */
  excludedReason: z.string().optional(),
  /** True while they are left out of lists. */
  isHidden: z.boolean(),
  /** Accounts linked now. */
  links: z.array(accountLink),
  /** Links that ended. */
  formerLinks: z.array(accountLink),
  /** Logins that wait to be seen. */
  awaitedLogins: z.array(awaitedLogin),
  user: z.object({ userId: id, email: z.string() }).optional(),
  /** Merges and splits, newest first. */
  acts: z.array(personAct),
});
export type Person = z.output<typeof person>;

export const personRow = z.object({
  slug: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  accounts: z.array(z.object({ login: z.string(), hostName: z.string() })),
  leftOn: day.optional(),
  excludedReason: z.string().optional(),
  isHidden: z.boolean(),
  /** True for somebody who joined within 30 days and has no account linked yet. */
  isNewUnlinked: z.boolean(),
});
export type PersonRow = z.output<typeof personRow>;

/** Absent: everybody who has neither left nor is hidden. */
export const personState = z.enum(['linked', 'not-linked', 'left', 'hidden', 'excluded']);
export type PersonState = z.output<typeof personState>;

export const peopleQuery = z.strictObject({
  q: z.string().max(200).optional(),
  state: personState.optional().catch(undefined),
});

export const listPeople = defineRoute({
  id: 'listPeople',
  method: 'GET',
  path: '/api/people',
  policy: 'manager',
  summary:
    'People by name, with the accounts linked to them, at most 10,000; how many there are of each state.',
  query: peopleQuery,
  answer: z.object({
    people: z.array(personRow),
    total: z.number().int(),
    /** How many match `q`, by state; `here` have neither left nor are hidden. */
    counts: z.object({
      here: z.number().int(),
      linked: z.number().int(),
      'not-linked': z.number().int(),
      left: z.number().int(),
      hidden: z.number().int(),
      excluded: z.number().int(),
    }),
  }),
});

const personInput = z.strictObject({
  name: personName,
  email: email.optional(),
  zone: zone.optional(),
});

export const createPerson = defineRoute({
  id: 'createPerson',
  method: 'POST',
  path: '/api/people',
  policy: 'administrator',
  summary: 'Add a person.',
  body: personInput,
  answer: person,
});

export const personParams = z.strictObject({ slug: z.string().min(1).max(250) });

export const getPerson = defineRoute({
  id: 'getPerson',
  method: 'GET',
  path: '/api/people/:slug',
  policy: 'signed-in',
  summary:
    'A person and their accounts. `me` is the person of whoever asks. Not found for who may not open the page.',
  params: personParams,
  answer: person,
});

export const updatePerson = defineRoute({
  id: 'updatePerson',
  method: 'PATCH',
  path: '/api/people/:slug',
  policy: 'administrator',
  summary:
    'Change a person. null takes a value away; `emails` replaces the further addresses. Who left keeps what they did before.',
  params: personParams,
  body: z.strictObject({
    name: personName.optional(),
    email: email.nullable().optional(),
    emails: z.array(email).max(20, 'At most 20 further addresses.').optional(),
    zone: zone.nullable().optional(),
    joinedOn: day.nullable().optional(),
    leftOn: day.nullable().optional(),
    excludedReason: z
      .string()
      .trim()
      .min(1, 'Say why, so that who reads the figures knows.')
      .max(300, 'A reason has at most 300 characters.')
      .nullable()
      .optional(),
    isHidden: z.boolean().optional(),
    /** The user this person is; null unties them. */
    userId: id.nullable().optional(),
  }),
  answer: person,
});

export const accountMatch = z.object({
  account,
  evidence: z.array(evidence),
  /** Where the match was found. */
  source: z.enum(['seen', 'github']),
  /** Set when a person has this account. With `untilOn` it is free from the next day on. */
  linkedTo: z
    .object({ slug: z.string(), name: z.string(), linkedAt: instant, untilOn: day.optional() })
    .optional(),
});
export type AccountMatch = z.output<typeof accountMatch>;

export const searchAccounts = defineRoute({
  id: 'searchAccounts',
  method: 'GET',
  path: '/api/people/:slug/account-matches',
  policy: 'administrator',
  summary:
    'Accounts that may be this person’s: seen in what was read, and found at GitHub. Without `q`, by what is known of the person.',
  params: personParams,
  query: z.strictObject({ q: z.string().trim().max(200).optional() }),
  answer: z.object({
    matches: z.array(accountMatch),
    /** Hosts that could not be asked, each with the reason. */
    unasked: z.array(z.object({ hostName: z.string(), reason: z.string() })),
  }),
});

export const linkAccount = defineRoute({
  id: 'linkAccount',
  method: 'POST',
  path: '/api/people/:slug/links',
  policy: 'administrator',
  summary: 'Link a GitHub account to a person.',
  params: personParams,
  body: z.strictObject({
    hostId: id,
    githubId: id,
    evidence: z.array(evidence.strict()).max(20).default([]),
    fromOn: day.optional(),
    untilOn: day.optional(),
  }),
  answer: person,
});

export const updateLink = defineRoute({
  id: 'updateLink',
  method: 'PATCH',
  path: '/api/people/:slug/links/:accountLinkId',
  policy: 'administrator',
  summary:
    'Say from when until when an account was this person’s, by days in their zone, both included. null: since ever, for good.',
  params: z.strictObject({ slug: z.string().min(1).max(250), accountLinkId: idParam }),
  body: z.strictObject({ fromOn: day.nullable(), untilOn: day.nullable() }),
  answer: person,
});

export const unlinkAccount = defineRoute({
  id: 'unlinkAccount',
  method: 'DELETE',
  path: '/api/people/:slug/links/:accountLinkId',
  policy: 'administrator',
  summary: 'End a link; its dates are kept.',
  params: z.strictObject({ slug: z.string().min(1).max(250), accountLinkId: idParam }),
  answer: nothing,
});

export const removeAwaitedLogin = defineRoute({
  id: 'removeAwaitedLogin',
  method: 'DELETE',
  path: '/api/people/:slug/awaited-logins/:awaitedLoginId',
  policy: 'administrator',
  summary: 'Forget a login that an import named and that was not seen yet: nobody is linked by it.',
  params: z.strictObject({ slug: z.string().min(1).max(250), awaitedLoginId: idParam }),
  answer: nothing,
});
