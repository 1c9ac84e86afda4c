import { describe, expect, it } from 'vitest';
import { attention, broken, defineCheck, type Finding, ok } from '../platform/checks/index.ts';
import { AppError } from '../platform/errors/index.ts';
import { chooseChecks, runChain, runChecks } from './run-checks.ts';

interface Given {
  readonly needs?: readonly string[];
  readonly timeLimitMs?: number;
  readonly appliesTo?: () => boolean;
  readonly run?: () => Promise<Finding> | Finding;
}

const toCheck = (id: string, { run = () => ok('Fine.'), ...given }: Given = {}) =>
  defineCheck<unknown, object>({
    id,
    title: `The ${id}`,
    about: 'connection',
    asks: 'x',
    says: 'x',
    repairs: 'x',
    run,
    ...given,
  });

const trouble = { proof: 'It is not.', consequence: 'Nothing works.', repair: { text: 'Mend it.' } };
const never = () => new Promise<Finding>(() => {});

let now = 0;
const logged: unknown[] = [];
const running = {
  deps: {},
  subject: {},
  clock: { now: () => new Date((now += 5)) },
  log: { error: (...told: unknown[]) => void logged.push(told) },
};

const verdictsOf = async (checks: ReturnType<typeof toCheck>[], more: object = {}) =>
  (await runChecks(checks, { ...running, ...more })).map(({ id, verdict }) => [id, verdict]);

describe('running checks', () => {
  it('answers in their order, whichever ends first', async () => {
    const slow = toCheck('slow', {
      run: () => new Promise((done) => setTimeout(() => done(ok('Late.')), 20)),
    });

    expect(await verdictsOf([slow, toCheck('quick')])).toEqual([
      ['slow', 'ok'],
      ['quick', 'ok'],
    ]);
  });

  it('does not ask what rests on something broken, nor what rests on that', async () => {
    const asked: string[] = [];
    const first = toCheck('first', { run: () => broken(trouble) });
    const second = toCheck('second', {
      needs: ['first'],
      run: () => {
        asked.push('second');
        return ok('');
      },
    });

    const ran = await runChecks([first, second, toCheck('third', { needs: ['second'] })], running);

    expect(ran.map(({ verdict }) => verdict)).toEqual(['broken', 'not-checked', 'not-checked']);
    expect(ran.map(({ proof }) => proof)).toEqual([
      'It is not.',
      'Not checked, because “The first” comes first and is broken.',
      'Not checked, because “The second” comes first and was not checked.',
    ]);
    expect(asked).toEqual([]);
  });

  it('goes on behind what only needs somebody, and behind what does not apply', async () => {
    const first = toCheck('first', { run: () => attention(trouble) });
    const absent = toCheck('absent', { appliesTo: () => false, run: () => broken(trouble) });

    expect(await verdictsOf([first, absent, toCheck('next', { needs: ['first', 'absent'] })])).toEqual([
      ['first', 'attention'],
      ['next', 'ok'],
    ]);
  });

  it('asks what two rest on once', async () => {
    let times = 0;
    const base = toCheck('base', {
      run: () => {
        times += 1;
        return ok('');
      },
    });

    await verdictsOf([toCheck('a', { needs: ['base'] }), base, toCheck('b', { needs: ['base'] })]);

    expect(times).toBe(1);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('ghp_secret');
      },
    ],
    ['rejects', () => Promise.reject(new Error('ghp_secret'))],
  ] as const)(
    'makes a verdict of a check that %s, and repeats nothing nobody wrote to be read',
    async (_, run) => {
      const [ran] = await runChecks([toCheck('wild', { run })], running);

      expect(ran).toMatchObject({ verdict: 'not-checked' });
      expect(JSON.stringify(ran)).not.toContain('ghp_secret');
      expect(logged.at(-1)).toMatchObject([{ check: 'wild' }, 'A check failed']);
    },
  );

  it('says what our own failures say', async () => {
    const run = () =>
      Promise.reject(new AppError('key-file-wrong', 'The key is not in the key file. Put it back.'));

    expect(await runChecks([toCheck('key', { run })], running)).toMatchObject([
      { verdict: 'broken', proof: 'The key is not in the key file. Put it back.' },
    ]);
  });

  it('leaves a check that does not answer, by its own limit and by that of the whole', async () => {
    const own = toCheck('own', { run: never, timeLimitMs: 5 });
    const whole = toCheck('whole', { run: never });

    expect(await verdictsOf([own, whole, toCheck('quick')], { wholeLimitMs: 20 })).toEqual([
      ['own', 'not-checked'],
      ['whole', 'not-checked'],
      ['quick', 'ok'],
    ]);
  });
});

describe('a chain', () => {
  it('ends with the first that explains, and passes what is worth knowing', async () => {
    const checks = [
      toCheck('a'),
      toCheck('b', { run: () => attention(trouble) }),
      toCheck('c', { run: () => broken(trouble) }),
      toCheck('d', { run: never }),
    ];

    expect((await runChain(checks, running)).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });
});

describe('choosing one check', () => {
  const checks = [toCheck('a'), toCheck('b', { needs: ['a'] }), toCheck('c', { needs: ['b'] }), toCheck('d')];

  it.each([
    ['a', ['a']],
    ['c', ['a', 'b', 'c']],
    ['no-such', undefined],
  ])('%s comes with what it rests on', (id, expected) => {
    expect(chooseChecks(checks, id)?.map((check) => check.id)).toEqual(expected);
  });
});
