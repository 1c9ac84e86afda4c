import { Dialog } from '@primer/react';
import { useState } from 'react';
import { useCommandRegistry } from '../ui/commands.ts';
import { hasSingleKeys } from '../ui/single-keys.ts';
import styles from './key-map.module.css';
import { everywhereKeys, type KeyLine, listKeys } from './keys.data.ts';
import type { Place } from './navigation.data.ts';

interface Props {
  readonly places: readonly Place[];
  readonly onClose: () => void;
}

/** The keys of the page that is open. */
export const KeyMap = ({ places, onClose }: Props) => {
  const registry = useCommandRegistry();
  const [isListed] = useState(() => document.querySelector('table[data-walked]') !== null);
  const [commands] = useState(() => registry.list());
  const own = commands.flatMap(({ name, key }): readonly KeyLine[] =>
    key === undefined || key === '?' ? [] : [{ keys: [key.toUpperCase()], says: name }],
  );
  const ways = places.flatMap(({ name, key }): readonly KeyLine[] =>
    key === undefined ? [] : [{ keys: ['G', key.toUpperCase()], says: name }],
  );
  return (
    <Dialog title="Keys of this page" width="large" onClose={onClose}>
      {!hasSingleKeys() && (
        <p className={styles['off']}>
          Single keys are off. Your settings turn them on again; those with ⌘ or Ctrl act.
        </p>
      )}
      <div className={styles['groups']}>
        <KeyGroup name="This page" lines={own} />
        <KeyGroup name="Lists" lines={isListed ? listKeys : []} />
        <KeyGroup name="Everywhere" lines={everywhereKeys} />
        <KeyGroup name="Go to" lines={ways} />
      </div>
    </Dialog>
  );
};

const KeyGroup = ({ name, lines }: { readonly name: string; readonly lines: readonly KeyLine[] }) =>
  lines.length > 0 && (
    <section>
      <h2 className={styles['name']}>{name}</h2>
      <dl>
        {lines.map(({ keys, says }) => (
          <div key={says} className={styles['line']}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{says}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
