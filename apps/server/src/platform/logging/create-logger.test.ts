import { describe, expect, test } from 'vitest';
import { createLogger } from './create-logger.ts';
import { createSecretMask } from './secret-mask.ts';

const token = 'ghp_q8Zr5Ks1Vt0XwYbN3mLc7HdJf2Ge9PuAoRiT';
const privateKey = '-----BEGIN KEY-----\nMIIEpAIBAAKCAQEA7bq/Zx+9"quoted"\n-----END KEY-----\n';

function startLog() {
  const lines: string[] = [];
  const secrets = createSecretMask();
  const log = createLogger({
    level: 'trace',
    secrets,
    destination: { write: (line) => void lines.push(line) },
  });
  return { log, secrets, text: () => lines.join('') };
}

describe('a registered secret', () => {
  test.each<[string, (secret: string) => unknown]>([
    ['a message', (secret) => `cloning https://x:${secret}@github.com/a/b`],
    ['an error’s message and stack', (secret) => ({ err: new Error(`refused ${secret}`) })],
    [
      'the cause of a cause',
      (secret) => ({ err: new Error('a', { cause: new Error('b', { cause: new Error(secret) }) }) }),
    ],
    ['a thrown word', (secret) => ({ err: secret })],
    ['an unnamed field', (secret) => ({ deep: { deeper: [{ deepest: secret }] } })],
    ['a key', (secret) => ({ [secret]: 1 })],
    ['an address', (secret) => ({ url: `https://a.example/?x=${encodeURIComponent(secret)}` })],
    ['JSON inside a string', (secret) => ({ body: JSON.stringify({ secret }) })],
    ['base64 with a word before it', (secret) => Buffer.from(`octocat:${secret}`).toString('base64')],
    ['base64url', (secret) => Buffer.from(`xy${secret}z`).toString('base64url')],
    ['hexadecimal', (secret) => Buffer.from(secret).toString('hex')],
    ['its first half', (secret) => `token ${secret.slice(0, Math.ceil(secret.length / 2))}…`],
  ])('does not appear in a line that holds it as %s', (_name, write) => {
    for (const secret of [token, privateKey]) {
      const { log, secrets, text } = startLog();
      secrets.register(secret);

      const written = write(secret);
      if (typeof written === 'string') log.info(written);
      else log.info(written, 'something happened');

      expect(findSurvivingWindow(text(), secret)).toBeUndefined();
      expect(text()).toContain('[secret]');
    }
  });

  test('is masked by child loggers too, and leaves the rest of the line readable', () => {
    const { log, secrets, text } = startLog();
    secrets.register(token);

    log.child({ host: 'github.com' }).warn(`${token} refused, ${token} again`);

    expect(JSON.parse(text())).toMatchObject({
      level: 'warn',
      host: 'github.com',
      msg: '[secret] refused, [secret] again',
    });
  });

  test('is forgotten when all who registered it say so', () => {
    const { log, secrets, text } = startLog();
    const forgetFirst = secrets.register(token);
    const forgetSecond = secrets.register(token);

    forgetFirst();
    forgetFirst();
    log.info(token);
    expect(text()).not.toContain(token);

    forgetSecond();
    log.info(token);

    expect(text()).toContain(token);
  });

  test('may be registered for good, again and again', () => {
    const { log, secrets, text } = startLog();
    secrets.registerForever(token);
    secrets.registerForever(token);
    secrets.registerForever('short');

    secrets.register(token)();
    log.info(`${token} short`);

    expect(text()).toContain('[secret] short');
  });

  test('may be as short as eight characters, not shorter', () => {
    const { log, secrets, text } = startLog();
    secrets.register('hunter22');

    log.info('password hunter22');

    expect(text()).not.toContain('hunter22');
    expect(() => secrets.register('short')).toThrow(RangeError);
  });
});

describe('a field named like a secret', () => {
  test('is blotted out though nobody registered its value', () => {
    const { log, text } = startLog();

    log.info({
      password: 'one',
      req: { headers: { authorization: 'two', 'set-cookie': 'three' } },
      host: { token: 'four' },
    });

    for (const word of ['one', 'two', 'three', 'four']) expect(text()).not.toContain(`"${word}"`);
  });

  test('an error’s request and answer are not logged at all', () => {
    const { log, text } = startLog();
    const error = Object.assign(new Error('refused'), {
      request: { body: 'private' },
      response: { data: 'private' },
    });

    log.error({ err: error });

    expect(text()).toContain('refused');
    expect(text()).not.toContain('private');
  });
});

/** Any twelve characters of a secret in any of the encodings that a line of JSON can give it. */
function findSurvivingWindow(text: string, secret: string): string | undefined {
  const forms = [
    secret,
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('hex'),
  ];
  for (const form of forms) {
    for (let start = 0; start + 12 <= form.length; start += 1) {
      const piece = form.slice(start, start + 12);
      if (text.includes(piece)) return piece;
    }
  }
  return undefined;
}
