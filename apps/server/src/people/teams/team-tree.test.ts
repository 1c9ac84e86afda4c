import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCircle, type TeamPlace, toCircleSentence } from './team-tree.ts';

const place = (key: string, parent?: string): TeamPlace<string> => ({ key, parent });

describe('findCircle', () => {
  it.each([
    ['finds none in a tree', [place('a', 'b'), place('b', 'c'), place('c')], undefined],
    ['finds none where a parent is elsewhere', [place('a', 'z')], undefined],
    ['finds a team above itself', [place('a', 'a')], ['a', 'a']],
    [
      'finds a longer one, whatever hangs on it',
      [place('x', 'a'), place('a', 'b'), place('b', 'c'), place('c', 'a')],
      ['a', 'b', 'c', 'a'],
    ],
  ])('%s', (_, places, circle) => {
    expect(findCircle(places)).toEqual(circle);
  });

  it('finds none among teams that are part of earlier ones only, and one when the first joins the last', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 2, maxLength: 30 }), (draws) => {
        const tree = draws.map((draw, at) => place(String(at), at === 0 ? undefined : String(draw % at)));
        const last = String(draws.length - 1);

        expect(findCircle(tree)).toBeUndefined();
        expect(findCircle([place('0', last), ...tree.slice(1)])?.at(0)).toBeDefined();
      }),
    );
  });
});

describe('toCircleSentence', () => {
  it.each([
    [['A', 'A'], 'A can’t be part of itself.'],
    [['A', 'B', 'A'], 'Teams can’t go round in a circle: A would be part of B, which is part of A.'],
  ])('%j', (names, sentence) => {
    expect(toCircleSentence(names)).toBe(sentence);
  });
});
