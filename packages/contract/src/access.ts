import * as z from 'zod';
import { email, id, idParam, instant, nothing, password, personName, role, zone } from './fields.ts';
import { defineRoute } from './route.ts';

export const currentUser = z.object({
  userId: id,
  email: z.string(),
  name: z.string(),
  role,
  /** The person this user is, where one is tied. */
  person: z.object({ slug: z.string(), name: z.string() }).optional(),
});
export type CurrentUser = z.output<typeof currentUser>;

/** What the shell needs before anything else. `csrfToken` goes into `x-csrf-token` of every call that changes something. */
export const session = z.object({
  user: currentUser.optional(),
  csrfToken: z.string(),
  isSetUp: z.boolean(),
  workspace: z.object({ name: z.string(), zone: z.string() }),
});
export type Session = z.output<typeof session>;

export const getSession = defineRoute({
  id: 'getSession',
  method: 'GET',
  path: '/api/session',
  policy: 'anyone',
  summary: 'Who is signed in, and what the shell needs to begin.',
  answer: session,
});

export const signIn = defineRoute({
  id: 'signIn',
  method: 'POST',
  path: '/api/session',
  policy: 'anyone',
  summary: 'Sign in with e-mail and password.',
  body: z.strictObject({ email, password: z.string().max(200) }),
  answer: session,
});

export const signOut = defineRoute({
  id: 'signOut',
  method: 'DELETE',
  path: '/api/session',
  policy: 'signed-in',
  summary: 'End this session. After single sign-on, also where the provider’s own may be ended.',
  answer: z.object({ leaveTo: z.string().optional() }),
});

const linkParams = z.strictObject({ token: z.string().min(20).max(100) });

export const getSetup = defineRoute({
  id: 'getSetup',
  method: 'GET',
  path: '/api/setup/:token',
  policy: 'anyone',
  summary: 'Whether a set-up link still works.',
  params: linkParams,
  answer: z.object({ expiresAt: instant }),
});

export const completeSetup = defineRoute({
  id: 'completeSetup',
  method: 'POST',
  path: '/api/setup/:token',
  policy: 'anyone',
  summary: 'Make the first administrator and sign them in. The link works once.',
  params: linkParams,
  body: z.strictObject({ email, name: personName, password, zone: zone.optional() }),
  answer: session,
});

export const changePassword = defineRoute({
  id: 'changePassword',
  method: 'PUT',
  path: '/api/me/password',
  policy: 'signed-in',
  summary: 'Change one’s own password; ends every other session of that user.',
  body: z.strictObject({ current: z.string().max(200), next: password }),
  answer: nothing,
});

export const user = z.object({
  userId: id,
  email: z.string(),
  name: z.string(),
  role,
  createdAt: instant,
  lastSeenAt: instant.optional(),
  disabledAt: instant.optional(),
  person: z.object({ slug: z.string(), name: z.string() }).optional(),
});
export type User = z.output<typeof user>;

export const listUsers = defineRoute({
  id: 'listUsers',
  method: 'GET',
  path: '/api/users',
  policy: 'administrator',
  summary: 'Everyone who can sign in.',
  answer: z.object({ users: z.array(user) }),
});

export const updateUser = defineRoute({
  id: 'updateUser',
  method: 'PATCH',
  path: '/api/users/:userId',
  policy: 'administrator',
  summary: 'Change a role, or disable and enable a user. The last administrator stays one.',
  params: z.strictObject({ userId: idParam }),
  body: z.strictObject({ role: role.optional(), isDisabled: z.boolean().optional() }),
  answer: nothing,
});

export const invitation = z.object({
  invitationId: id,
  email: z.string(),
  role,
  createdAt: instant,
  expiresAt: instant,
  state: z.enum(['open', 'used', 'expired', 'revoked']),
});
export type Invitation = z.output<typeof invitation>;

export const listInvitations = defineRoute({
  id: 'listInvitations',
  method: 'GET',
  path: '/api/invitations',
  policy: 'administrator',
  summary: 'Invitations and what became of them.',
  answer: z.object({ invitations: z.array(invitation) }),
});

export const createInvitation = defineRoute({
  id: 'createInvitation',
  method: 'POST',
  path: '/api/invitations',
  policy: 'administrator',
  summary: 'Make a link with which one person can join. The link is shown once.',
  body: z.strictObject({ email, role }),
  answer: z.object({ invitation, link: z.string() }),
});

export const revokeInvitation = defineRoute({
  id: 'revokeInvitation',
  method: 'DELETE',
  path: '/api/invitations/:invitationId',
  policy: 'administrator',
  summary: 'Make an open invitation’s link useless.',
  params: z.strictObject({ invitationId: idParam }),
  answer: nothing,
});

export const getInvitationByLink = defineRoute({
  id: 'getInvitationByLink',
  method: 'GET',
  path: '/api/join/:token',
  policy: 'anyone',
  summary: 'What an invitation link offers.',
  params: linkParams,
  answer: z.object({ email: z.string(), role, workspaceName: z.string(), expiresAt: instant }),
});

export const acceptInvitation = defineRoute({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/api/join/:token',
  policy: 'anyone',
  summary: 'Join by an invitation link and sign in. The link works once.',
  params: linkParams,
  body: z.strictObject({ name: personName, password }),
  answer: session,
});
