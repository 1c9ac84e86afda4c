import * as z from 'zod';
import { id, instant, nothing, role } from './fields.ts';
import { leaving } from './leaving.ts';
import { defineRoute } from './route.ts';

export const getSignInWays = defineRoute({
  id: 'getSignInWays',
  method: 'GET',
  path: '/api/sign-in',
  policy: 'anyone',
  summary: 'How one can sign in here.',
  answer: z.object({
    /** False: passwords are the administrators’ way only. */
    isPasswordForAll: z.boolean(),
    provider: z.object({ name: z.string() }).optional(),
  }),
});

/** What somebody is led to the provider for. */
export const signOnIntent = z.enum(['sign-in', 'join', 'connect', 'test']);
export type SignOnIntent = z.output<typeof signOnIntent>;

export const beginSignOn = defineRoute({
  id: 'beginSignOn',
  method: 'POST',
  path: '/api/sign-in/provider/leave',
  policy: 'anyone',
  summary:
    'Where to go for single sign-on: to sign in, to join by an invitation, to connect it, or to try it.',
  body: z.strictObject({ intent: signOnIntent, invitation: z.string().min(20).max(100).optional() }),
  answer: leaving,
});

/** What a sign-in that changes nothing found. */
export const signOnReport = z.object({
  subject: z.string(),
  name: z.string(),
  email: z.string().optional(),
  isEmailVerified: z.boolean(),
  /** As the groups claim said; absent where none is followed or none came. */
  groups: z.array(z.string()).optional(),
  /** The role it would get by its groups; absent: by invitation. */
  role: role.optional(),
  /** What would happen to whoever signs in so. */
  sentence: z.string(),
  isLetIn: z.boolean(),
});
export type SignOnReport = z.output<typeof signOnReport>;

export const signOn = defineRoute({
  id: 'signOn',
  method: 'POST',
  path: '/api/sign-in/provider',
  policy: 'anyone',
  summary: 'Take what the provider sent along.',
  body: z.strictObject({
    state: z.string().min(1).max(200),
    code: z.string().min(1).max(8000),
    /** Who says that they sent it (RFC 9207). */
    iss: z.string().max(500).optional(),
  }),
  answer: z.object({ intent: signOnIntent, report: signOnReport.optional() }),
});

const group = z.string().trim().min(1).max(200);
const groups = z.array(group).max(100);

const domain = z
  .string()
  .trim()
  .toLowerCase()
  .max(253)
  .regex(
    /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/,
    'Enter a domain such as example.com, without a star.',
  );

/** What an administrator decides about single sign-on, but for the secret. */
export const signOnSettings = z.object({
  name: z.string().trim().min(1, 'Enter what the button shall say.').max(60),
  issuer: z.string().trim().max(500),
  clientId: z.string().trim().min(1, 'Enter the client id.').max(300),
  scopes: z
    .array(
      z
        .string()
        .trim()
        .regex(/^[\x21\x23-\x5b\x5d-\x7e]+$/)
        .max(100),
    )
    .max(20),
  /** Absent: roles are given here. */
  groupsClaim: z.string().trim().min(1).max(200).optional(),
  administratorGroups: groups,
  managerGroups: groups,
  memberGroups: groups,
  ungrouped: z.enum(['refused', 'member']),
  openDomains: z.array(domain).max(50),
  isPrivateAllowed: z.boolean(),
});
export type SignOnSettings = z.output<typeof signOnSettings>;

export const getSignInSettings = defineRoute({
  id: 'getSignInSettings',
  method: 'GET',
  path: '/api/settings/sign-in',
  policy: 'administrator',
  summary: 'How people sign in here: passwords, and single sign-on without its secret.',
  answer: z.object({
    isPasswordForAll: z.boolean(),
    provider: signOnSettings.extend({ changedAt: instant }).optional(),
    /** What the provider is to lead back to. */
    returnUrl: z.string(),
  }),
});

export const setPasswordSignIn = defineRoute({
  id: 'setPasswordSignIn',
  method: 'PUT',
  path: '/api/settings/sign-in/password',
  policy: 'administrator',
  summary: 'Let everybody sign in by password, or administrators alone.',
  body: z.strictObject({ isForAll: z.boolean() }),
  answer: nothing,
});

export const saveSignOnProvider = defineRoute({
  id: 'saveSignOnProvider',
  method: 'PUT',
  path: '/api/settings/sign-in/provider',
  policy: 'administrator',
  summary: 'Set single sign-on up, or change it. Without a secret the one that is stored stays.',
  body: signOnSettings.extend({ clientSecret: z.string().trim().min(1).max(2000).optional() }).strict(),
  answer: nothing,
});

export const removeSignOnProvider = defineRoute({
  id: 'removeSignOnProvider',
  method: 'DELETE',
  path: '/api/settings/sign-in/provider',
  policy: 'administrator',
  summary: 'End single sign-on, and wipe its secret.',
  answer: nothing,
});

/** How the reader can sign in. */
export const waysIn = z.object({
  hasPassword: z.boolean(),
  /** By single sign-on. */
  identities: z.array(
    z.object({
      identityId: id,
      label: z.string(),
      issuer: z.string(),
      connectedAt: instant,
      usedAt: instant.optional(),
    }),
  ),
  /** Single sign-on that can still be connected. */
  provider: z.object({ name: z.string() }).optional(),
});
export type WaysIn = z.output<typeof waysIn>;

export const getMyWaysIn = defineRoute({
  id: 'getMyWaysIn',
  method: 'GET',
  path: '/api/me/ways-in',
  policy: 'signed-in',
  summary: 'How one can sign in oneself.',
  answer: waysIn,
});
