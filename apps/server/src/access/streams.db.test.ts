import { once } from 'node:events';
import { defineRoute, updateUser } from '@throughline/contract';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { startTestApi } from '../http/testing/index.ts';
import { accessRoutes } from './access.routes.ts';
import { handleStream } from './handle.ts';

const watch = defineRoute({
  id: 'watch',
  method: 'GET',
  path: '/api/watch',
  policy: 'signed-in',
  summary: 'A stream of a test.',
  answer: z.object({ name: z.string() }),
});

const api = await startTestApi({
  routes: ({ database }) => [
    ...accessRoutes({ database, personOf: () => Promise.resolve(new Map()) }),
    handleStream(watch, 'watched', async function* ({ reader, request }) {
      yield { name: reader.name };
      if (!request.signal.aborted) await once(request.signal, 'abort');
    }),
  ],
});

test('whoever is disabled or gets another role loses what streams to them within five seconds', async () => {
  const administrator = await api.signIn('administrator');
  const [disabled, demoted, untouched] = await Promise.all([
    api.signIn('member'),
    api.signIn('manager'),
    api.signIn('member'),
  ]);
  const ended: string[] = [];
  for (const [name, client] of Object.entries({ disabled, demoted, untouched })) {
    const response = await client.fetch('/api/watch');
    void response.text().then(
      () => ended.push(name),
      () => ended.push(name),
    );
  }

  await administrator.call(updateUser, {
    params: { userId: disabled.user.userId },
    body: { isDisabled: true },
  });
  await administrator.call(updateUser, { params: { userId: demoted.user.userId }, body: { role: 'member' } });

  await expect.poll(() => ended.toSorted(), { timeout: 5_000 }).toEqual(['demoted', 'disabled']);
});
