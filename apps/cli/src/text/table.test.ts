import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { measure } from './fit-text.ts';
import { type TextColumn, toTable } from './table.ts';

interface Row {
  readonly name: string;
  readonly count: string;
  readonly note: string;
}

const columns: readonly TextColumn<Row>[] = [
  { head: 'Name', isElastic: true, cell: ({ name }) => name },
  { head: 'Count', isNumber: true, cell: ({ count }) => count },
  { head: 'Note', isElastic: true, isSpare: true, cell: ({ note }) => note },
];
const rows: readonly Row[] = [
  { name: 'acme/payouts', count: '1,204', note: 'is being read right now' },
  { name: 'acme/api', count: '7', note: '' },
];

describe('a table', () => {
  test('is as wide as its words where the output is no terminal', () => {
    expect(toTable(rows, columns, undefined)).toEqual([
      'Name          Count  Note',
      'acme/payouts  1,204  is being read right now',
      'acme/api          7',
    ]);
  });

  test('cuts its widest words first', () => {
    expect(toTable(rows, columns, 34)).toEqual([
      'Name          Count  Note',
      'acme/payouts  1,204  is being rea…',
      'acme/api          7',
    ]);
  });

  test('leaves out what can be spared when cutting is not enough', () => {
    expect(toTable(rows, columns, 18)).toEqual(['Name      Count', 'acme/pa…  1,204', 'acme/api      7']);
  });

  test('has only its heads when there are no rows', () => {
    expect(toTable([], columns, 80)).toEqual(['Name  Count  Note']);
  });

  test('is never wider than the terminal, whatever it holds', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const row = fc.record({ name: text, count: text, note: text });

    fc.assert(
      fc.property(fc.array(row, { maxLength: 5 }), fc.integer({ min: 1, max: 120 }), (some, width) => {
        const widest = Math.max(...toTable(some, columns, width).map(measure));

        expect(widest).toBeLessThanOrEqual(width);
      }),
    );
  });
});
