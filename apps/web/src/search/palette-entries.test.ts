import { RepoIcon } from '@primer/octicons-react';
import { expect, it } from 'vitest';
import { groupNames } from './hit-icons.data.ts';
import { type Filling, toEntryGroups } from './palette-entries.ts';

const filling: Filling = {
  typed: '',
  commands: [
    { name: 'Copy the link', act: () => undefined },
    { name: 'Link 12', isForSelection: true, act: () => undefined },
  ],
  places: [{ path: '/pulls', name: 'Pull requests', key: 'p', icon: RepoIcon }],
  recent: [{ path: '/people/ada', title: 'Ada Novak' }],
  found: undefined,
  groupNames,
};
const names = (given: Partial<Filling>) => toEntryGroups({ ...filling, ...given }).map(({ name }) => name);

it('begins with what is selected, then what was opened lately', () => {
  expect(names({})).toEqual(['For what is selected', 'Recent', 'Here', 'Go to']);
  expect(names({ commands: [], recent: [] })).toEqual(['Go to']);
});

it('has commands alone behind >', () => {
  expect(names({ typed: '> copy' })).toEqual(['Commands']);
  expect(names({ typed: '>' })).toEqual(['Commands', 'Go to']);
});

it('says why an address leads nowhere, and what is there instead', () => {
  const address = {
    kind: 'not-found',
    reason: 'No wiki.',
    instead: { path: '/gh/x/a/b', title: 'a/b' },
  } as const;

  const [group] = toEntryGroups({ ...filling, typed: 'a/b/wiki', found: { groups: [], address } });

  expect(group?.entries).toEqual([
    { kind: 'note', id: 'note No wiki.', text: 'No wiki.' },
    { kind: 'page', id: 'instead', path: '/gh/x/a/b', name: 'a/b' },
  ]);
});

it('keeps the order in which the server found things', () => {
  const hit = {
    kind: 'repository',
    title: 'acme/api',
    detail: 'github.com',
    path: '/gh/github.com/acme/api',
  } as const;
  const found = { groups: [{ kind: 'repository' as const, hits: [hit] }], note: 'One letter more.' };

  expect(names({ typed: 'ap', found })).toEqual(['Repositories', 'Note']);
  expect(names({ typed: 'nov', found: { groups: [] } })).toEqual(['Recent']);
});
