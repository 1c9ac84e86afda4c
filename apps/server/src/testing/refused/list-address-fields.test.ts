import { defineRoute } from '@throughline/contract';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { listAddressFields } from './list-address-fields.ts';

test('a new field for an address is found by its name or by its form, however deep it lies', () => {
  const route = defineRoute({
    id: 'sendHooks',
    method: 'POST',
    path: '/api/hooks/:webhost',
    policy: 'administrator',
    summary: 'A route of a test.',
    params: z.strictObject({ webhost: z.string() }),
    body: z.strictObject({
      name: z.string(),
      hostId: z.number(),
      origin: z.enum(['here', 'there']),
      to: z.union([z.strictObject({ target: z.url() }), z.strictObject({ targetUrl: z.string() })]),
      servers: z.array(z.string().optional()).default([]),
    }),
    answer: z.object({ url: z.string() }),
  });

  expect(listAddressFields([route])).toEqual([
    'sendHooks params webhost',
    'sendHooks body to.target',
    'sendHooks body to.targetUrl',
    'sendHooks body servers',
  ]);
});
