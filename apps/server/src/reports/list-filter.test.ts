import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseListFilter, parsePagePeriod } from './list-filter.ts';
import { parseCursor, writeCursor } from './row-cursor.ts';

const today = { zone: 'UTC', on: '2026-11-21' };

describe('parseListFilter', () => {
  it('understands a whole address', () => {
    const filter = parseListFilter({ repo: 'acme/api', period: '2026-W47' }, today);

    expect(filter).toMatchObject({ repo: 'acme/api', ignored: [] });
    expect(filter.period?.from).toBe('2026-11-16');
  });

  it('names what it did not understand and filters by the rest', () => {
    const filter = parseListFilter({ repo: 'api', period: 'soon' }, today);

    expect(filter.ignored.map(({ name, value }) => `${name}=${value}`)).toEqual(['repo=api', 'period=soon']);
    expect(filter).toMatchObject({ repo: undefined, period: undefined });
  });
});

describe('parsePagePeriod', () => {
  it('falls back to the last 30 days and says so', () => {
    const { period, ignored } = parsePagePeriod('2026-11-15..2026-11-01', today);

    expect(period.text).toBe('last-30-days');
    expect(ignored).toEqual([
      { name: 'period', value: '2026-11-15..2026-11-01', reason: 'It ends before it starts.' },
    ]);
  });
});

describe('the cursor of a list', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2200') }),
        fc.nat(),
        fc.nat(),
        (at, repositoryId, key) => {
          expect(parseCursor(writeCursor({ at, repositoryId, key }))).toEqual({ at, repositoryId, key });
        },
      ),
    );
  });

  it.each(['', 'x', 'W10', Buffer.from('[1,2]').toString('base64url')])(
    'does not take %j for one',
    (text) => {
      expect(parseCursor(text)).toBeUndefined();
    },
  );
});
