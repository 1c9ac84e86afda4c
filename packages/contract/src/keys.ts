import * as z from 'zod';
import { currentUser } from './access.ts';
import { id, idParam, instant, nothing } from './fields.ts';
import { keyScopes } from './key-scopes.data.ts';
import { defineRoute } from './route.ts';

// as: the keys of a constant table
export const keyScope = z.enum(Object.keys(keyScopes) as (keyof typeof keyScopes)[]);
export type KeyScope = z.output<typeof keyScope>;

/** The scopes whose keys may call an operation; none for most. */
export const findKeyScopes = (operationId: string): readonly KeyScope[] =>
  keyScope.options.filter((scope) => {
    const operations: readonly string[] = keyScopes[scope].operations;
    return operations.includes(operationId);
  });

/** A key as its owner sees it; its text is shown once, when it is made. */
export const apiKey = z.object({
  keyId: id,
  name: z.string(),
  /** The first characters of the key, by which one recognises it. */
  prefix: z.string(),
  scope: keyScope,
  createdAt: instant,
  lastUsedAt: instant.optional(),
  endsAt: instant,
});
export type ApiKey = z.output<typeof apiKey>;

/** Days from now after which a key ends. */
export const keyDays = { byDefault: 90, most: 366 } as const;

export const getMe = defineRoute({
  id: 'getMe',
  method: 'GET',
  path: '/api/me',
  policy: 'signed-in',
  summary: 'Who asks, and with which key if with one.',
  answer: z.object({
    user: currentUser,
    workspace: z.object({ name: z.string(), zone: z.string() }),
    key: apiKey.optional(),
  }),
});

export const listKeys = defineRoute({
  id: 'listKeys',
  method: 'GET',
  path: '/api/me/keys',
  policy: 'signed-in',
  summary: 'One’s own keys that work, newest first.',
  answer: z.object({ keys: z.array(apiKey) }),
});

export const createKey = defineRoute({
  id: 'createKey',
  method: 'POST',
  path: '/api/me/keys',
  policy: 'signed-in',
  summary: 'Make a key for oneself. Its text is in this answer and nowhere else.',
  body: z.strictObject({
    name: z
      .string()
      .trim()
      .min(1, 'Enter a name, such as where the key will be used.')
      .max(100, 'A name has at most 100 characters.'),
    scope: keyScope,
    days: z
      .number()
      .int()
      .min(1, 'A key lasts at least a day.')
      .max(keyDays.most, `A key lasts at most ${keyDays.most} days.`)
      .default(keyDays.byDefault),
  }),
  answer: z.object({ key: apiKey, text: z.string() }),
});

export const revokeKey = defineRoute({
  id: 'revokeKey',
  method: 'DELETE',
  path: '/api/me/keys/:keyId',
  policy: 'signed-in',
  summary: 'Make one of one’s own keys useless, for good.',
  params: z.strictObject({ keyId: idParam }),
  answer: nothing,
});
