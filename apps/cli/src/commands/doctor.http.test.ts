import { expect, test } from 'vitest';
import { answerByPath, startAnsweringApi } from '../testing/start-answering-api.ts';

const check = (id: string, verdict: string, more: object = {}) => ({
  id,
  about: 'connection',
  title: `The ${id}`,
  verdict,
  proof: `Asked ${id}.`,
  tookMs: 3,
  ...more,
});

const answer = (verdict: string, checks: object[]) => ({
  verdict,
  sentence: 'A sentence.',
  checkedAt: '2026-01-01T00:00:00.000Z',
  checks,
});

const connection = (connectionId: number, name: string) => ({
  connectionId,
  name,
  organisation: name,
  host: { name: 'github.com', kind: 'github.com', webUrl: 'https://github.com' },
  state: 'active',
  repositoryChoice: 'all',
  includesArchived: false,
  includesForks: false,
  data: ['pull-requests'],
  createdAt: '2026-01-01T00:00:00.000Z',
});

const answers: Readonly<Record<string, object>> = {
  '/api/connections': { connections: [connection(1, 'acme'), connection(2, 'labs')] },
  '/api/connections/1/doctor': answer('broken', [
    check('quota', 'ok'),
    check('single-sign-on', 'broken', {
      consequence: 'Nothing private is read.',
      repair: {
        text: 'Authorise it\u001b[31m.',
        link: { address: 'https://github.com/orgs/acme/sso', text: 'x' },
      },
    }),
    check('membership', 'not-checked'),
  ]),
  '/api/connections/2/doctor': answer('attention', [
    check('credential-ends', 'attention', {
      consequence: 'Reading stops then.',
      repair: { text: 'Replace it.', link: { address: '/settings/github/labs', text: 'Open labs' } },
    }),
  ]),
  '/api/doctor': {
    ...answer('ok', [check('repository-visible', 'ok')]),
    subject: 'acme/api #12',
    path: '/gh/github.com/acme/api/pull/12',
  },
};

const { origin, tell } = await startAnsweringApi(answerByPath(answers));

test('says of every connection what is wrong and what to do, and ends with 5 where something is broken', async () => {
  const { exitCode, out } = await tell('doctor');

  expect(exitCode).toBe(5);
  expect(out).toContain('acme: A sentence.');
  expect(out).toContain('broken  The single-sign-on (single-sign-on)');
  expect(out).toContain('https://github.com/orgs/acme/sso');
  expect(out).toContain(`${origin}/settings/github/labs`);
  expect(out).toContain('1 well, 1 not checked');
  expect(out).not.toContain('\u001b');
});

test('ends with 4 where something needs somebody and nothing is broken, with 0 where all is well', async () => {
  const one = await tell('doctor', '--connection', 'labs');
  const about = await tell('doctor', '--about', 'acme/api#12');

  expect([one.exitCode, about.exitCode]).toEqual([4, 0]);
  expect(about.out).toContain('acme/api #12: A sentence.');
});

test('gives programs every check', async () => {
  const { out } = await tell('doctor', '--connection', 'acme', '--json');

  expect(JSON.parse(out)).toEqual({ doctor: [{ name: 'acme', ...answers['/api/connections/1/doctor'] }] });
});

test('refuses a connection that is none', async () => {
  const { exitCode, errors } = await tell('doctor', '--connection', 'nope');

  expect(exitCode).toBe(2);
  expect(errors).toContain('Take one of acme, labs');
});
