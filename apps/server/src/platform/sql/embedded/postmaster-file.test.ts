import { expect, test } from 'vitest';
import { parsePostmasterFile } from './postmaster-file.ts';

test('the id and the port are read', () => {
  const text = '4711\n/data\n1763690745\n35447\n\n127.0.0.1\n  8913  12\nready   \n';

  expect(parsePostmasterFile(text)).toEqual({ pid: 4711, port: 35447 });
});

test.each(['', 'x\n', '0\n/data\n1\n5432\n', '-5\n/data\n1\n5432\n'])('%j says nothing', (text) => {
  expect(parsePostmasterFile(text)).toBeUndefined();
});
