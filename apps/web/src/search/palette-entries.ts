import type { Icon } from '@primer/octicons-react';
import type { FoundAddress, RouteAnswer, SearchHit, search } from '@throughline/contract';
import type { Command } from '../ui/commands.ts';
import type { RecentPage } from './recent.ts';

/** One line of the palette: a page to open, or something to do. */
export type Entry =
  | {
      readonly kind: 'page';
      readonly id: string;
      readonly path: string;
      readonly name: string;
      readonly hit?: SearchHit;
    }
  | { readonly kind: 'command'; readonly id: string; readonly command: Command }
  /** Why there is nothing, which cannot be chosen. */
  | { readonly kind: 'note'; readonly id: string; readonly text: string };

export interface EntryGroup {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** A place of the navigation, and the key that leads there after `G`. */
export interface Destination {
  readonly path: string;
  readonly name: string;
  readonly key?: string | undefined;
  readonly icon: Icon;
}

export interface Filling {
  readonly typed: string;
  readonly commands: readonly Command[];
  readonly places: readonly Destination[];
  readonly recent: readonly RecentPage[];
  /** What the server found of it, once it has. */
  readonly found: RouteAnswer<typeof search> | undefined;
  readonly groupNames: Readonly<Record<SearchHit['kind'], string>>;
}

const recentAtMost = 8;

/**
 * What the palette offers: with nothing typed commands for what is selected, then recent pages, then the page's commands
 * and places; behind `>` commands alone; else what was found, then the commands that are called so.
 */
export const toEntryGroups = (filling: Filling): readonly EntryGroup[] => {
  const { typed } = filling;
  const text = typed.trim();
  const groups = text === '' ? toFirst(filling) : toMatching(filling, text);
  return groups.filter(({ entries }) => entries.length > 0);
};

const toFirst = ({ commands, recent, places }: Filling): readonly EntryGroup[] => [
  { name: 'For what is selected', entries: commands.filter(isForSelection).map(toCommand) },
  { name: 'Recent', entries: recent.slice(0, recentAtMost).map(toRecent) },
  { name: 'Here', entries: commands.filter((one) => !isForSelection(one)).map(toCommand) },
  { name: 'Go to', entries: places.map(toPlace) },
];

const toMatching = (filling: Filling, text: string): readonly EntryGroup[] => {
  const { commands, places, recent, found, groupNames } = filling;
  const isCommand = text.startsWith('>');
  const words = text.replace(/^>/, '').toLowerCase().split(/\s+/).filter(Boolean);
  const isCalled = ({ name }: { readonly name: string }) =>
    words.every((word) => name.toLowerCase().includes(word));
  const own: readonly EntryGroup[] = [
    { name: 'Commands', entries: commands.filter(isCalled).map(toCommand) },
    { name: 'Go to', entries: places.filter(isCalled).map(toPlace) },
  ];
  if (isCommand) return own;
  const opened = recent.filter(({ title }) => isCalled({ name: title })).slice(0, 3);
  return [
    { name: 'Address', entries: found?.address === undefined ? [] : toAddressEntries(found.address) },
    { name: 'Recent', entries: /^[@#]/.test(text) ? [] : opened.map(toRecent) },
    ...(found?.groups ?? []).map(({ kind, hits }) => ({ name: groupNames[kind], entries: hits.map(toHit) })),
    { name: 'Note', entries: found?.note === undefined ? [] : [toNote(found.note)] },
    ...own,
  ];
};

const isForSelection = ({ isForSelection: is }: Command): boolean => is === true;

const toCommand = (command: Command, index: number): Entry => ({
  kind: 'command',
  id: `command ${index} ${command.name}`,
  command,
});

const toRecent = ({ path, title }: RecentPage): Entry => ({
  kind: 'page',
  id: `recent ${path}`,
  path,
  name: title,
});

const toPlace = ({ path, name }: Destination): Entry => ({ kind: 'page', id: `place ${path}`, path, name });

const toHit = (hit: SearchHit): Entry => ({
  kind: 'page',
  id: `hit ${hit.path}`,
  path: hit.path,
  name: hit.title,
  hit,
});

const toNote = (text: string): Entry => ({ kind: 'note', id: `note ${text}`, text });

const toAddressEntries = (address: FoundAddress): readonly Entry[] => {
  if (address.kind === 'found')
    return [{ kind: 'page', id: 'address', path: address.path, name: address.title }];
  const { reason, instead } = address;
  return [
    toNote(reason),
    ...(instead === undefined
      ? []
      : [{ kind: 'page', id: 'instead', path: instead.path, name: instead.title } as const]),
  ];
};
