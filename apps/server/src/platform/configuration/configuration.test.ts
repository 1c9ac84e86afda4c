import { describe, expect, test } from 'vitest';
import { AppError } from '../errors/index.ts';
import { parseConfiguration } from './configuration.ts';

const refusalOf = (environment: Record<string, string>): AppError => {
  try {
    parseConfiguration(environment, '/checkout');
  } catch (error) {
    if (error instanceof AppError) return error;
  }
  throw new Error('nothing was refused');
};

test('an empty environment gives this machine only, on 7117, with everything in the checkout', () => {
  expect(parseConfiguration({}, '/checkout')).toEqual({
    host: '127.0.0.1',
    port: 7117,
    publicUrl: undefined,
    trustedProxies: [],
    dataDirectory: '/checkout/.throughline',
    databaseUrl: undefined,
    keyFile: '/checkout/.throughline/keys.json',
    loopbackOrigins: [],
    installationTokens: 'any',
    testClock: undefined,
    logLevel: 'info',
  });
});

test('every variable is read, and relative paths belong to the checkout', () => {
  const configuration = parseConfiguration(
    {
      PORT: '0',
      THROUGHLINE_HOST: '0.0.0.0',
      PUBLIC_URL: 'https://throughline.example.com',
      THROUGHLINE_TRUSTED_PROXIES: '10.0.0.1, 192.168.0.0/16',
      THROUGHLINE_DATA: 'data',
      DATABASE_URL: 'postgresql://u:p@db/throughline',
      THROUGHLINE_KEY_FILE: '/keys/ring.json',
      THROUGHLINE_INSTALLATION_TOKENS: 'classic',
      THROUGHLINE_LOOPBACK_HOSTS: 'http://127.0.0.1:4000, http://[::1]:4001',
      THROUGHLINE_TEST_CLOCK: '/moved-by',
      LOG_LEVEL: 'debug',
      PATH: '/bin',
    },
    '/checkout',
  );

  expect(configuration).toEqual({
    host: '0.0.0.0',
    port: 0,
    publicUrl: new URL('https://throughline.example.com'),
    trustedProxies: ['10.0.0.1', '192.168.0.0/16'],
    dataDirectory: '/checkout/data',
    databaseUrl: 'postgresql://u:p@db/throughline',
    keyFile: '/keys/ring.json',
    loopbackOrigins: ['http://127.0.0.1:4000', 'http://[::1]:4001'],
    installationTokens: 'classic',
    testClock: '/moved-by',
    logLevel: 'debug',
  });
});

test('a variable that is empty counts as not set', () => {
  expect(parseConfiguration({ PORT: '', PUBLIC_URL: '' }, '/checkout').port).toBe(7117);
});

describe('refused with the variable and the repair', () => {
  test.each([
    [
      'PORT',
      '70000',
      'PORT is "70000". Set it to a port number from 0 (any free one) to 65535, or leave it out for 7117.',
    ],
    ['PORT', 'http', 'PORT is "http". Set it to a port number'],
    ['THROUGHLINE_HOST', 'a b', 'THROUGHLINE_HOST is "a b". Set it to the address to listen on'],
    ['PUBLIC_URL', 'http://throughline.example.com', 'Set it to the https address people use'],
    ['PUBLIC_URL', 'https://example.com/throughline', 'without a path'],
    ['PUBLIC_URL', 'throughline', 'PUBLIC_URL is "throughline".'],
    ['THROUGHLINE_TRUSTED_PROXIES', 'all', 'Set it to addresses or networks separated by commas'],
    ['THROUGHLINE_LOOPBACK_HOSTS', 'http://10.0.0.1', 'Set it to loopback origins'],
    ['THROUGHLINE_LOOPBACK_HOSTS', 'emulator', 'Set it to loopback origins'],
    [
      'LOG_LEVEL',
      'loud',
      'Set it to one of trace, debug, info, warn, error, fatal, silent, or leave it out for info',
    ],
    ['THROUGHLINE_DATE', '/x', 'THROUGHLINE_DATE is not a setting. Did you mean THROUGHLINE_DATA?'],
    ['THROUGHLINE_COLOUR', 'red', 'THROUGHLINE_COLOUR is not a setting. Leave it out.'],
  ])('%s=%s', (name, value, sentence) => {
    const refusal = refusalOf({ [name]: value });

    expect(refusal.code).toBe('configuration-invalid');
    expect(refusal.message).toContain(sentence);
    expect(refusal.context).toEqual({ variable: name });
  });

  test('DATABASE_URL, without repeating the password in it', () => {
    const refusal = refusalOf({ DATABASE_URL: 'mysql://u:hunter2@db/throughline' });

    expect(refusal.message).toContain(
      'DATABASE_URL is not one we can read. Set it to the address of a PostgreSQL 15',
    );
    expect(refusal.message).not.toContain('hunter2');
  });
});
