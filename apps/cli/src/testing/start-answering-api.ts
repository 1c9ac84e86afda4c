import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll } from 'vitest';
import { run } from '../run.ts';
import { createTestWorld } from './create-test-world.ts';

/** An API that answers as a test says, and the command line that asks it. Ends with the file's tests. */
export async function startAnsweringApi(answer: RequestListener) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url ?? '');
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  afterAll(() => server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`; // as: it listens on a port
  const environment = { THROUGHLINE_URL: origin, THROUGHLINE_KEY: `tl_${'x'.repeat(43)}` };
  return {
    origin,
    /** For a world of a test's own. */
    environment,
    /** Paths with their queries, in order. */
    asked,
    /** Runs a command and answers how it ended and what it wrote. */
    tell: async (...words: string[]) => {
      const world = createTestWorld({ environment });
      const exitCode = await run(words, world);
      return { exitCode, out: world.out.join(''), errors: world.errors.join('') };
    },
  };
}

/** Answers by the path, whatever the query; where nothing is given, nothing is there. */
export const answerByPath =
  (answers: Readonly<Record<string, unknown>>): RequestListener =>
  ({ url = '' }, response) => {
    const found = answers[new URL(url, 'http://localhost').pathname];
    response.writeHead(found === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(found ?? { code: 'not-found', message: 'x' }));
  };
