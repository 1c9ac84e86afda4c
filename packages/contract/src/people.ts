import * as z from 'zod';
import { email, id, idParam, instant, nothing, personName, zone } from './fields.ts';
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
  kind: z.enum(['email', 'noreply', 'login', 'name', 'activity', 'chosen', 'demo']),
  text: z.string(),
});
export type Evidence = z.output<typeof evidence>;

export const accountLink = z.object({
  accountLinkId: id,
  account,
  evidence: z.array(evidence),
  linkedAt: instant,
  linkedBy: z.string().optional(),
  unlinkedAt: instant.optional(),
  unlinkedBy: z.string().optional(),
});
export type AccountLink = z.output<typeof accountLink>;

export const person = z.object({
  personId: id,
  slug: z.string(),
  name: z.string(),
  email: z.string().optional(),
  zone: z.string().optional(),
  isDemo: z.boolean(),
  /** Accounts linked now. */
  links: z.array(accountLink),
  /** Links that ended. */
  formerLinks: z.array(accountLink),
  user: z.object({ userId: id, email: z.string() }).optional(),
});
export type Person = z.output<typeof person>;

export const personRow = z.object({
  slug: z.string(),
  name: z.string(),
  isDemo: z.boolean(),
  accounts: z.array(z.object({ login: z.string(), hostName: z.string() })),
});
export type PersonRow = z.output<typeof personRow>;

export const listPeople = defineRoute({
  id: 'listPeople',
  method: 'GET',
  path: '/api/people',
  policy: 'manager',
  summary: 'People by name, with the accounts linked to them.',
  query: z.strictObject({ q: z.string().max(200).optional() }),
  answer: z.object({ people: z.array(personRow), total: z.number().int() }),
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

const personParams = z.strictObject({ slug: z.string().min(1).max(250) });

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
  summary: 'Change a person. null takes the e-mail address or the zone away.',
  params: personParams,
  body: z.strictObject({
    name: personName.optional(),
    email: email.nullable().optional(),
    zone: zone.nullable().optional(),
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
  /** Set when another person has this account: it must be unlinked there first. */
  linkedTo: z.object({ slug: z.string(), name: z.string() }).optional(),
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
  }),
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
