import { describe, expect, test } from 'vitest';
import { chooseServer, type Given } from './choose-server.ts';

const stored = { url: 'https://kept.example.com', key: 'tl_kept' };
const nothing: Given = { environment: {}, stored: undefined };

describe('the Throughline that is meant', () => {
  test.each<[string, Partial<Given>, string, string | undefined]>([
    ['is this machine’s when nothing was said', {}, 'http://127.0.0.1:7117', undefined],
    ['is where one signed in, with the key kept for it', { stored }, 'https://kept.example.com', 'tl_kept'],
    [
      'is the environment’s rather than the file’s, and the kept key does not go there',
      { stored, environment: { THROUGHLINE_URL: 'https://other.example.com' } },
      'https://other.example.com',
      undefined,
    ],
    [
      'is the environment’s with its key',
      { stored, environment: { THROUGHLINE_URL: 'https://other.example.com/', THROUGHLINE_KEY: ' tl_env ' } },
      'https://other.example.com',
      'tl_env',
    ],
    [
      'is the file’s with the environment’s key',
      { stored, environment: { THROUGHLINE_KEY: 'tl_env' } },
      'https://kept.example.com',
      'tl_env',
    ],
    [
      'is the one on the command line before all others',
      { stored, url: 'http://localhost:8000', environment: { THROUGHLINE_URL: 'https://other.example.com' } },
      'http://localhost:8000',
      undefined,
    ],
    [
      'does not hear empty variables',
      { stored, environment: { THROUGHLINE_URL: '', THROUGHLINE_KEY: '' } },
      'https://kept.example.com',
      'tl_kept',
    ],
  ])('%s', (_, given, origin, key) => {
    expect(chooseServer({ ...nothing, ...given })).toMatchObject({ origin, key });
  });

  test.each([
    ['ftp://throughline.example.com', 'Give an address'],
    ['throughline.example.com', 'Give an address'],
    ['http://throughline.example.com', 'others could read your key'],
    ['http://127.0.0.1.example.com', 'others could read your key'],
    ['https://user:password@throughline.example.com', 'a user or a password'],
    ['https://throughline.example.com/sync', 'more than a host'],
  ])('is not %s', (url, why) => {
    expect(() => chooseServer({ ...nothing, url })).toThrow(why);
  });
});
