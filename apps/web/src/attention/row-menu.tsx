import { KebabHorizontalIcon } from '@primer/octicons-react';
import { ActionList, ActionMenu, IconButton } from '@primer/react';
import type { AttentionRow } from '@throughline/contract';
import { useState } from 'react';
import { useNow } from '../ui/now-context.tsx';
import { useTell } from '../ui/tell-context.ts';
import { toShortName } from './row-identity.ts';
import { SnoozeDialog } from './snooze-dialog.tsx';
import { toSnoozeTimes, toTimeWords } from './snooze-times.ts';
import type { Snoozing } from './use-snooze.ts';

interface Props {
  readonly row: AttentionRow;
  /** Absent where nothing is put off: in what is over. */
  readonly snoozing: Snoozing | undefined;
}

/** What a reader does with one row: open it, put it off or bring it back, copy its link. */
export const RowMenu = ({ row, snoozing }: Props) => {
  const [isChoosing, setIsChoosing] = useState(false);
  const name = toShortName(row);
  return (
    <>
      <ActionMenu>
        <ActionMenu.Anchor>
          <IconButton icon={KebabHorizontalIcon} aria-label={`Commands for ${name}`} variant="invisible" />
        </ActionMenu.Anchor>
        <ActionMenu.Overlay width="medium" align="end">
          <ActionList>
            {row.url !== undefined && (
              <ActionList.LinkItem href={row.url} target="_blank" rel="noreferrer">
                Open on GitHub
              </ActionList.LinkItem>
            )}
            <CopyItem row={row} />
            {snoozing !== undefined && (
              <>
                <ActionList.Divider />
                <SnoozeItems row={row} snoozing={snoozing} onChoose={() => setIsChoosing(true)} />
              </>
            )}
          </ActionList>
        </ActionMenu.Overlay>
      </ActionMenu>
      {isChoosing && snoozing !== undefined && (
        <SnoozeDialog
          name={name}
          onSnooze={(at) => snoozing.snooze(row, at)}
          onClose={() => setIsChoosing(false)}
        />
      )}
    </>
  );
};

const CopyItem = ({ row }: { readonly row: AttentionRow }) => {
  const tell = useTell();
  const copy = async () => {
    await navigator.clipboard.writeText(new URL(row.path, window.location.origin).href);
    tell({ text: 'The link is copied.' });
  };
  return <ActionList.Item onSelect={() => void copy()}>Copy link</ActionList.Item>;
};

interface SnoozeProps {
  readonly row: AttentionRow;
  readonly snoozing: Snoozing;
  readonly onChoose: () => void;
}

const SnoozeItems = ({ row, snoozing, onChoose }: SnoozeProps) => {
  const now = useNow();
  if (row.snoozedUntilAt !== undefined) {
    return <ActionList.Item onSelect={() => snoozing.bringBack(row)}>Bring back now</ActionList.Item>;
  }
  return (
    <ActionList.Group>
      <ActionList.GroupHeading>Snooze, for you alone</ActionList.GroupHeading>
      {toSnoozeTimes(now).map(({ name, at }) => (
        <ActionList.Item key={name} onSelect={() => snoozing.snooze(row, at)}>
          {name}
          <ActionList.Description>{toTimeWords(at)}</ActionList.Description>
        </ActionList.Item>
      ))}
      <ActionList.Item onSelect={onChoose}>Until a day…</ActionList.Item>
    </ActionList.Group>
  );
};
