import { Dialog } from '@primer/react';
import { useRouter } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useReader } from '../api/use-session.ts';
import { FailureMessage } from '../ui/failure-message.tsx';
import { listDestinations } from './list-destinations.ts';
import styles from './palette.module.css';
import type { Destination, Entry } from './palette-entries.ts';
import { PaletteEntry } from './palette-entry.tsx';
import { usePaletteGroups } from './use-palette-groups.ts';

interface Props {
  readonly places: readonly Destination[];
  readonly onClose: () => void;
}

/** Finds anything and does anything: people, teams, repositories, pull requests, addresses at GitHub, commands. */
export const Palette = ({ places: navigation, onClose }: Props) => {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const places = listDestinations(navigation, useReader()?.role);
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState('');
  const { groups, isAwaited, error, retry } = usePaletteGroups(typed, places);

  const choose = (entry: Entry) => {
    // A hit that stands there while others are awaited answers what was typed before.
    if (entry.kind === 'note' || (isAwaited && entry.kind === 'page' && entry.hit !== undefined)) return;
    onClose();
    if (entry.kind === 'page') router.history.push(entry.path);
    else queueMicrotask(entry.command.act);
  };
  const openInNewTab = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    const entry = groups.flatMap(({ entries }) => entries).find(({ id }) => id === chosen);
    if (entry?.kind === 'page') window.open(entry.path, '_blank', 'noopener');
  };

  return (
    <Dialog
      title="Find or do anything"
      width="large"
      position={{ narrow: 'fullscreen', regular: 'center' }}
      initialFocusRef={input}
      onClose={onClose}
      className={styles['palette'] ?? ''}
    >
      <Command
        label="Find or do anything"
        shouldFilter={false}
        loop
        value={chosen}
        onValueChange={setChosen}
        onKeyDown={openInNewTab}
      >
        <Command.Input
          ref={input}
          className={styles['input']}
          value={typed}
          onValueChange={setTyped}
          placeholder="Words, #number, @person, >command, or an address at GitHub"
        />
        <Command.List className={styles['list']} label="What was found">
          {groups.map(({ name, entries }) => (
            <Command.Group key={name} heading={name} className={styles['group']}>
              {entries.map((entry) => (
                <PaletteEntry key={entry.id} entry={entry} places={places} onChoose={choose} />
              ))}
            </Command.Group>
          ))}
        </Command.List>
      </Command>
      {error !== null && <FailureMessage error={error} onRetry={retry} />}
      {groups.length === 0 && error === null && <Nothing isAwaited={isAwaited} text={typed.trim()} />}
    </Dialog>
  );
};

const Nothing = ({ isAwaited, text }: { readonly isAwaited: boolean; readonly text: string }) => (
  <p className={styles['none']}>
    {isAwaited ? 'Looking …' : `Nothing that you can see has “${text}” in it.`}
  </p>
);
