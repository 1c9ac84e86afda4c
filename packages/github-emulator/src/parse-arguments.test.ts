import { expect, test } from 'vitest';
import { parseArguments } from './parse-arguments.ts';

test('nothing is a free port in the shape of github.com', () => {
  expect(parseArguments([])).toMatchObject({
    port: 0,
    shape: 'github.com',
    git: [],
    token: [],
    procedural: false,
  });
});

test('reads every option', () => {
  const args =
    '--port 8080 --shape enterprise-server --enterprise-version 3.21.1 --recorded r --git a --git b --procedural --people 5 --repos 2 --pulls 9 --seed 3 --now 2026-03-01T00:00:00Z --latency-ms 20 --no-limits --clock 2026-04-01T00:00:00Z --pull-shape average --odd-titles --changes 3 --fault-seed 9 --fault-share 0.2 --schema-without PullRequest.url --token ada --token bob=ghp_x --oauth-app http://127.0.0.1/back';

  expect(parseArguments(args.split(' '))).toEqual({
    port: 8_080,
    shape: 'enterprise-server',
    'enterprise-version': '3.21.1',
    recorded: 'r',
    git: ['a', 'b'],
    procedural: true,
    people: 5,
    repos: 2,
    pulls: 9,
    seed: 3,
    now: '2026-03-01T00:00:00Z',
    clock: '2026-04-01T00:00:00Z',
    'pull-shape': 'average',
    'odd-titles': true,
    changes: 3,
    'fault-seed': 9,
    'fault-share': 0.2,
    'latency-ms': 20,
    'no-limits': true,
    'schema-without': ['PullRequest.url'],
    token: ['ada', 'bob=ghp_x'],
    'oauth-app': ['http://127.0.0.1/back'],
    help: false,
  });
});

test.each([
  '--bogus',
  '--port many',
  '--port 70000',
  '--shape gitlab',
  '--now yesterday',
  '--oauth-app nowhere',
  'stray',
])('refuses %s', (args) => {
  expect(() => parseArguments(args.split(' '))).toThrow();
});
