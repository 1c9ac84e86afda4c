import { ClockIcon, type Icon } from '@primer/octicons-react';
import { Command } from 'cmdk';
import type { ReactNode } from 'react';
import { hitIcons } from './hit-icons.data.ts';
import styles from './palette.module.css';
import type { Destination, Entry } from './palette-entries.ts';

interface Props {
  readonly entry: Entry;
  readonly places: readonly Destination[];
  readonly onChoose: (entry: Entry) => void;
}

/** One line of the palette, with its key where it has one. */
export const PaletteEntry = ({ entry, places, onChoose }: Props) => (
  <Command.Item
    value={entry.id}
    disabled={entry.kind === 'note'}
    className={styles['entry']}
    onSelect={() => onChoose(entry)}
  >
    <Line entry={entry} places={places} />
  </Command.Item>
);

const Line = ({ entry, places }: Pick<Props, 'entry' | 'places'>) => {
  if (entry.kind === 'note') return <span className={styles['detail']}>{entry.text}</span>;
  if (entry.kind === 'command') return <Words name={entry.command.name} keys={toKeys(entry.command.key)} />;
  const place = places.find(({ path }) => entry.id === `place ${path}`);
  if (place !== undefined) {
    return <Words icon={place.icon} name={place.name} keys={place.key ? ['G', ...toKeys(place.key)] : []} />;
  }
  if (entry.hit === undefined) return <Words icon={ClockIcon} name={entry.name} />;
  return (
    <Words icon={hitIcons[entry.hit.state ?? entry.hit.kind]} name={entry.name} detail={entry.hit.detail} />
  );
};

const toKeys = (key: string | undefined): readonly string[] => (key === undefined ? [] : [key.toUpperCase()]);

interface WordsProps {
  readonly icon?: Icon;
  readonly name: string;
  readonly detail?: string;
  readonly keys?: readonly string[];
}

const Words = ({ icon: Picture, name, detail, keys = [] }: WordsProps): ReactNode => (
  <>
    <span className={styles['icon']}>{Picture !== undefined && <Picture />}</span>
    <bdi dir="auto" className={styles['name']}>
      {name}
    </bdi>
    {detail !== undefined && <span className={styles['detail']}>{detail}</span>}
    {keys.length > 0 && (
      <span className={styles['keys']}>
        {keys.map((key) => (
          <kbd key={key}>{key}</kbd>
        ))}
      </span>
    )}
  </>
);
