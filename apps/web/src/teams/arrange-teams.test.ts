import type { TeamRow } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import { arrangeTeams, filterTeams } from './arrange-teams.ts';

const team = (slug: string, parentSlug?: string): TeamRow => ({
  slug,
  name: slug.toUpperCase(),
  isMine: false,
  isDemo: false,
  contributors: 0,
  leads: [],
  ...(parentSlug === undefined ? {} : { parentSlug }),
});

describe('arrangeTeams', () => {
  it('puts teams beneath those they are part of, in the order given', () => {
    const arranged = arrangeTeams([team('a', 'c'), team('b'), team('c'), team('d', 'a'), team('e', 'c')]);

    expect(arranged.map(({ team: { slug }, depth }) => `${'-'.repeat(depth)}${slug}`)).toEqual([
      'b',
      'c',
      '-a',
      '--d',
      '-e',
    ]);
  });

  it('leaves out none whose parent is not there', () => {
    expect(arrangeTeams([team('a', 'gone')])).toHaveLength(1);
  });
});

describe('filterTeams', () => {
  it('finds by a part of the name, whatever its case', () => {
    expect(filterTeams([team('pay'), team('web')], ' PA ').map((one) => one.team.slug)).toEqual(['pay']);
  });
});
