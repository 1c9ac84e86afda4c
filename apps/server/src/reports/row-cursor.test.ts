import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseCursor, writeCursor } from './row-cursor.ts';

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
