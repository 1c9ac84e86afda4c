import { describe, expect, it } from 'vitest';
import { listDestinations } from './list-destinations.ts';

const toPaths = (role: Parameters<typeof listDestinations>[1]) =>
  listDestinations([], role).map(({ path }) => path);

describe('the pages that the palette leads to', () => {
  it.each(['/settings/users', '/settings/keys', '/settings/workspace', '/audit', '/people/suggestions'])(
    'hold %s for administrators',
    (path) => {
      expect(toPaths('administrator')).toContain(path);
    },
  );

  it('hold for members nothing of administrators or managers', () => {
    expect(toPaths('member')).toEqual([
      '/settings/me',
      '/settings/keys',
      '/attention',
      '/doctor',
      '/reports/flow',
      '/settings/me?tab=stored',
      '/settings/me?tab=looks',
      '/settings/me?tab=corrections',
    ]);
  });

  it('hold each page once', () => {
    const paths = toPaths('administrator');

    expect(paths).toHaveLength(new Set(paths).size);
  });
});
