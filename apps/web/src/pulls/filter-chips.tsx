import { XIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import type { PullParams } from '@throughline/contract';
import styles from './filter-box.module.css';

interface Odd {
  readonly name: string;
  readonly value: string;
}

interface Props {
  readonly params: PullParams;
  /** Not understood, and why. */
  readonly ignored: readonly (Odd & { readonly reason: string })[];
  readonly nothingSeen: readonly Odd[];
  readonly onChange: (next: PullParams) => void;
}

/** Not filters: how the list is ordered and looks. */
const others: ReadonlySet<string> = new Set(['sort', 'group', 'cols', 'peek', 'view']);

/** Each filter with a way to drop it. What is not understood stays, struck through, and says so. */
export const FilterChips = ({ params, ignored, nothingSeen, onChange }: Props) => {
  const chips = Object.entries(params).flatMap(([name, values]) => values.map((value) => ({ name, value })));
  const shown = chips.filter(
    ({ name, value }) => !others.has(name) || findReason(ignored, name, value) !== undefined,
  );
  if (shown.length === 0) return undefined;
  const drop = ({ name, value }: Odd) =>
    onChange({ ...params, [name]: (params[name] ?? []).filter((one) => one !== value) });
  return (
    <ul className={styles['chips']} aria-label="Filters">
      {shown.map((chip) => {
        const reason = findReason(ignored, chip.name, chip.value);
        const isUnseen = nothingSeen.some(({ name, value }) => name === chip.name && value === chip.value);
        return (
          <li key={`${chip.name}=${chip.value}`} className={styles['chip']}>
            <Button
              size="small"
              trailingVisual={XIcon}
              aria-label={`Drop the filter: ${toText(chip)}`}
              onClick={() => drop(chip)}
            >
              <Text chip={chip} isOdd={reason !== undefined} />
            </Button>
            {reason !== undefined && (
              <span className={styles['odd']}> not understood, ignored. {reason}</span>
            )}
            {isUnseen && <span className={styles['odd']}> Nothing here that you can see.</span>}
          </li>
        );
      })}
    </ul>
  );
};

const Text = ({ chip, isOdd }: { readonly chip: Odd; readonly isOdd: boolean }) => {
  const text = <bdi>{toText(chip)}</bdi>;
  return isOdd ? <s>{text}</s> : text;
};

/** "author: kim", "not label: wip" */
const toText = ({ name, value }: Odd): string => {
  const isNot = value.startsWith('-') && value.length > 1;
  return `${isNot ? 'not ' : ''}${name === 'q' ? 'title' : name}: ${isNot ? value.slice(1) : value}`;
};

const findReason = (ignored: Props['ignored'], name: string, value: string): string | undefined =>
  ignored.find((one) => one.name === name && one.value === value)?.reason;
