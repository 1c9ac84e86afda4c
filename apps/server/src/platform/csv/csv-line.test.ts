import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsvLine } from './csv-line.ts';
import { writeCsv } from './write-csv.ts';

describe('a line of CSV', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+49 30', "'+49 30"],
    ['-wip', "'-wip"],
    ['@kim', "'@kim"],
    ['\tx', "'\tx"],
    ['\rx', '"\'\rx"'],
    ['=cmd|"/c calc"!A1', '"\'=cmd|""/c calc""!A1"'],
    ['a,b', '"a,b"'],
    ['a\nb', '"a\nb"'],
    [' =1', ' =1'],
  ])('holds %j so that no spreadsheet runs it', (text, cell) => {
    expect(toCsvLine([text])).toBe(`${cell}\r\n`);
  });

  test('holds numbers as they are and nothing for what is not known', () => {
    expect(toCsvLine([-1, undefined, 0, true, ''])).toBe('-1,,0,true,\r\n');
  });

  test('has no cell that begins a formula, whatever is written', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(toCsvLine([text])).not.toMatch(/^"?[=+\-@\t\r](?!\n$)/);
      }),
    );
  });
});

test('a file of no rows has its head', async () => {
  const batches = (async function* (): AsyncGenerator<readonly string[]> {})();

  const texts = await Array.fromAsync(writeCsv([{ name: 'a', cell: (row: string) => row }], batches));

  expect(texts).toEqual(['a\r\n']);
});
