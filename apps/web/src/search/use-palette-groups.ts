import { search } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';
import { useCommandRegistry } from '../ui/commands.ts';
import { groupNames } from './hit-icons.data.ts';
import { listPageButtons } from './page-buttons.ts';
import { type Destination, type EntryGroup, toEntryGroups } from './palette-entries.ts';
import { listRecent } from './recent.ts';

interface PaletteGroups {
  readonly groups: readonly EntryGroup[];
  /** True while what was found is still that of what was typed before. */
  readonly isAwaited: boolean;
  readonly error: unknown;
  readonly retry: () => unknown;
}

/** What the palette offers for what is typed. */
export const usePaletteGroups = (typed: string, places: readonly Destination[]): PaletteGroups => {
  const userId = useReader()?.userId;
  const registry = useCommandRegistry();
  const [commands] = useState(() => [...listPageButtons(), ...registry.list()]);
  const [recent] = useState(() => (userId === undefined ? [] : listRecent(userId)));
  const text = typed.trim();
  const isAsked = text !== '' && !text.startsWith('>');
  const { data, error, isFetching, isPlaceholderData, refetch } = useAnswer(
    search,
    { query: { q: text.slice(0, 400) } },
    { enabled: isAsked, isKept: true },
  );
  const found = isAsked && error === null ? data : undefined;
  return {
    groups: toEntryGroups({ typed, commands, places, recent, found, groupNames }),
    isAwaited: isAsked && isFetching && (isPlaceholderData || data === undefined),
    error: isAsked ? error : null,
    retry: refetch,
  };
};
