import { expect, test } from 'vitest';
import { judgeKeyFile } from './judge-key-file.ts';

test.each([
  [{ kind: 'missing' } as const, 'broken'],
  [{ kind: 'file', mode: 0o100600, bytes: 0 } as const, 'broken'],
  [{ kind: 'file', mode: 0o100600, bytes: 90 } as const, 'ok'],
  [{ kind: 'file', mode: 0o100400, bytes: 90 } as const, 'ok'],
  [{ kind: 'file', mode: 0o100640, bytes: 90 } as const, 'attention'],
  [{ kind: 'file', mode: 0o100604, bytes: 90 } as const, 'attention'],
])('a key file %j is %s', (told, verdict) => {
  expect(judgeKeyFile(told, '/data/keys.json').verdict).toBe(verdict);
});
