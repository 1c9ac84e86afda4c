import { createContext, useContext, useEffect, useRef } from 'react';
import { useFreeKey } from './use-free-key.ts';

/** Something a reader can do where they are. */
export interface Command {
  /** Verb and noun: "Copy what I shipped". */
  readonly name: string;
  /** A single key that does it too, outside of fields. */
  readonly key?: string;
  /** True for what is done with selected rows: it stands first in the palette. */
  readonly isForSelection?: boolean;
  readonly act: () => void;
}

export interface CommandRegistry {
  /** Adds a source of commands until what is returned is called. */
  readonly add: (read: () => readonly Command[]) => () => void;
  /** All commands of the page as it is now. */
  readonly list: () => readonly Command[];
}

export const createCommandRegistry = (): CommandRegistry => {
  const sources = new Set<() => readonly Command[]>();
  return {
    add: (read) => {
      sources.add(read);
      return () => sources.delete(read);
    },
    list: () => [...sources].flatMap((read) => read()),
  };
};

export const CommandContext = createContext<CommandRegistry>(createCommandRegistry());

/** The commands of the page that is open. */
export const useCommandRegistry = (): CommandRegistry => useContext(CommandContext);

/**
 * Offers commands while the part that calls it is on the page: in the palette, among the keys that `?` shows, and by their
 * own keys. `useCommands([{ name: 'Snooze it', key: 's', act: snooze }])`.
 */
export const useCommands = (commands: readonly Command[]): void => {
  const registry = useCommandRegistry();
  const latest = useRef(commands);
  useEffect(() => {
    latest.current = commands;
  });
  useEffect(() => registry.add(() => latest.current), [registry]);
  useFreeKey((pressed) => {
    const command = commands.find(({ key }) => key === pressed);
    command?.act();
    return command !== undefined;
  });
};
