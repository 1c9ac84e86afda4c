import { beforeEach, describe, expect, test } from 'vitest';
import { run } from '../run.ts';
import { createTestWorld } from '../testing/create-test-world.ts';
import { startAnsweringApi } from '../testing/start-answering-api.ts';

/** What the server answers now: the overview's sentence, or a failure. */
let answer: { readonly status: number; readonly body: unknown };
const say = (words: string): void => {
  answer = { status: 200, body: { words, state: 'in-step', connections: [], hasDemo: false } };
};
const refuse = (status: number, code: string): void => {
  answer = { status, body: { code, message: `It is ${code}.` } };
};

const { origin, environment } = await startAnsweringApi((_, response) => {
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
});

/** One step happens at each wait; the watch ends after the last. */
const watchWhile = (steps: readonly (() => void)[], width?: number) => {
  const rest = [...steps];
  return createTestWorld({
    environment,
    ...(width === undefined ? {} : { width }),
    onWait: () => {
      const step = rest.shift();
      step?.();
      return Promise.resolve(step !== undefined);
    },
  });
};

beforeEach(() => say('one'));

describe('watching', () => {
  test('tells the state once, and again when it has changed', async () => {
    const world = watchWhile([() => say('one'), () => say('two'), () => say('two')]);

    const exitCode = await run(['sync', 'status', '--watch', '--json'], world);

    expect(exitCode).toBe(0);
    expect(world.out.map((line) => (JSON.parse(line) as { sync: { words: string } }).sync.words)).toEqual([
      'one',
      'two',
    ]);
  });

  test('stands in place of what was told before on a terminal', async () => {
    const world = watchWhile([() => refuse(503, 'unavailable')], 80);

    await run(['sync', 'status', '--watch'], world);

    expect(world.out.map((text) => text.startsWith('\u001b[H\u001b[J'))).toEqual([true, true]);
  });

  test('waits for a server that is away, and goes on', async () => {
    const world = watchWhile([() => refuse(503, 'unavailable'), () => say('back')]);

    const exitCode = await run(['sync', 'status', '--watch', '--json'], world);

    expect(exitCode).toBe(0);
    expect(world.out.map((line) => Object.keys(JSON.parse(line) as object)[0])).toEqual([
      'sync',
      'error',
      'sync',
    ]);
  });

  test('ends with 3 when the key is revoked meanwhile', async () => {
    const world = watchWhile([() => refuse(401, 'key-invalid'), () => say('never asked')]);

    const exitCode = await run(['sync', 'status', '--watch'], world);

    expect(exitCode).toBe(3);
    expect(world.errors.join('')).toContain('It is key-invalid.');
  });
});

test('a failure names the page of the server where its repair is', async () => {
  answer = { status: 401, body: { code: 'key-invalid', message: 'No.', link: '/settings/keys' } };
  const world = createTestWorld({ environment });

  const exitCode = await run(['whoami', '--json'], world);

  expect(exitCode).toBe(3);
  expect(JSON.parse(world.out.join(''))).toEqual({
    error: { code: 'key-invalid', message: 'No.', link: `${origin}/settings/keys` },
  });
});
