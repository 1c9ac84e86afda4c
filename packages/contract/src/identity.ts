import * as z from 'zod';
import { id, nothing } from './fields.ts';
import { account, evidence } from './people.ts';
import { accountClass } from './people-robots.ts';
import { defineRoute } from './route.ts';

const knownAccount = account.extend({ accountId: id });
const named = z.object({ slug: z.string(), name: z.string() });

/** Accounts that may be one person's, who is here already (`person`) or would be made under `name`. */
export const suggestion = z.object({
  /** Tells it from the others, whatever order they come in. */
  key: z.string(),
  person: named.optional(),
  name: z.string(),
  accounts: z.array(knownAccount).min(1),
  evidence: z.array(evidence),
  /** True where everything rests on proof: addresses that GitHub itself joined to an account. Never by a name. */
  isCertain: z.boolean(),
});
export type Suggestion = z.output<typeof suggestion>;

export const listSuggestions = defineRoute({
  id: 'listSuggestions',
  method: 'GET',
  path: '/api/identity/suggestions',
  policy: 'administrator',
  summary: 'Which accounts may be whose, with what speaks for it: the certain ones first, then by name.',
  answer: z.object({
    /** At most 500. */
    suggestions: z.array(suggestion),
    certain: z.number().int(),
    total: z.number().int(),
  }),
});

const suggestionKey = z.string().min(1).max(2_000);

export const acceptSuggestions = defineRoute({
  id: 'acceptSuggestions',
  method: 'POST',
  path: '/api/identity/suggestions/accept',
  policy: 'administrator',
  summary:
    'Link what these suggestions say, or all that are certain. What is no longer suggested is left out. Undone with the act that is answered.',
  body: z.union([
    z.strictObject({ keys: z.array(suggestionKey).min(1).max(5_000) }),
    z.strictObject({ allCertain: z.literal(true) }),
  ]),
  answer: z.object({
    linkedAccounts: z.number().int(),
    madePeople: z.number().int(),
    personActId: id.optional(),
  }),
});

export const rejectSuggestion = defineRoute({
  id: 'rejectSuggestion',
  method: 'POST',
  path: '/api/identity/suggestions/reject',
  policy: 'administrator',
  summary: 'Say that a suggestion is wrong: it does not come back.',
  body: z.strictObject({ key: suggestionKey }),
  answer: z.object({ rejectionIds: z.array(id) }),
});

export const undoRejection = defineRoute({
  id: 'undoRejection',
  method: 'POST',
  path: '/api/identity/rejections/undo',
  policy: 'administrator',
  summary: 'Take rejections back.',
  body: z.strictObject({ rejectionIds: z.array(id).min(1).max(1_000) }),
  answer: nothing,
});

/** A number that opens exactly its rows. */
const counted = z.object({ value: z.number().int(), rows: z.string() });

export const unlinkedAccount = z.object({
  account: knownAccount,
  /** Pull requests opened in these 90 days. */
  pullRequests: counted,
});
export type UnlinkedAccount = z.output<typeof unlinkedAccount>;

export const listUnlinked = defineRoute({
  id: 'listUnlinked',
  method: 'GET',
  path: '/api/identity/unlinked',
  policy: 'manager',
  summary:
    'Accounts of nobody that opened pull requests in the last 90 days in repositories the caller sees, the largest activity first. Bots and AI agents are apart.',
  query: z.strictObject({ q: z.string().max(200).optional() }),
  answer: z.object({
    accounts: z.array(unlinkedAccount),
    total: z.number().int(),
    visibleRepositories: z.number().int(),
  }),
});

export const makePeople = defineRoute({
  id: 'makePeople',
  method: 'POST',
  path: '/api/identity/people',
  policy: 'administrator',
  summary: 'Make a person of each of these accounts of nobody, named as GitHub names them.',
  body: z.strictObject({ accountIds: z.array(id).min(1).max(5_000) }),
  answer: z.object({
    madePeople: z.number().int(),
    linkedAccounts: z.number().int(),
    personActId: id.optional(),
  }),
});

export const linkToPerson = defineRoute({
  id: 'linkToPerson',
  method: 'POST',
  path: '/api/identity/links',
  policy: 'administrator',
  summary: 'Link accounts of nobody to one person.',
  body: z.strictObject({ slug: z.string().min(1).max(250), accountIds: z.array(id).min(1).max(100) }),
  answer: z.object({ linkedAccounts: z.number().int(), personActId: id.optional() }),
});

export const memberRow = z.object({
  login: z.string(),
  name: z.string(),
  /** `here`: they are this person. `links`: proof says that they are. `adds`: a person is made. `apart`: a bot or AI agent. */
  does: z.enum(['here', 'links', 'adds', 'apart']),
  person: named.optional(),
  class: accountClass,
});
export type MemberRow = z.output<typeof memberRow>;

const connectionParams = z.strictObject({ name: z.string().min(1).max(250) });

export const previewMembers = defineRoute({
  id: 'previewMembers',
  method: 'GET',
  path: '/api/identity/members/:name',
  policy: 'administrator',
  summary: 'The members of a connection’s organisation by login, and what making people of them would do.',
  params: connectionParams,
  answer: z.object({
    organisation: z.string(),
    members: z.array(memberRow),
    /** How many verified addresses of members GitHub told with them; absent where it does not tell this connection. */
    verifiedEmails: z.number().int().optional(),
  }),
});

export const addMembers = defineRoute({
  id: 'addMembers',
  method: 'POST',
  path: '/api/identity/members/:name',
  policy: 'administrator',
  summary:
    'Make people of the members of a connection’s organisation who are not here. Doing it again adds nobody.',
  params: connectionParams,
  answer: z.object({
    madePeople: z.number().int(),
    linkedAccounts: z.number().int(),
    personActId: id.optional(),
  }),
});

export const domain = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^(?=.{3,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*$/,
    'Enter a domain such as acme.com.',
  );

export const listDomains = defineRoute({
  id: 'listDomains',
  method: 'GET',
  path: '/api/identity/domains',
  policy: 'administrator',
  summary: 'E-mail domains that are the workspace’s own: whoever has an address there works here.',
  answer: z.object({ domains: z.array(z.string()) }),
});

export const setDomains = defineRoute({
  id: 'setDomains',
  method: 'PUT',
  path: '/api/identity/domains',
  policy: 'administrator',
  summary: 'Say which e-mail domains are the workspace’s own.',
  body: z.strictObject({ domains: z.array(domain).max(50) }),
  answer: z.object({ domains: z.array(z.string()) }),
});
