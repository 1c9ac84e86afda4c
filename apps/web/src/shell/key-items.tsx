import { ActionList } from '@primer/react';
import { useState } from 'react';
import { useReaderSetting } from '../ui/reader-setting.ts';
import { hasSingleKeys, storeSingleKeys } from '../ui/single-keys.ts';

/** How pages behave for this reader, as items of a menu. */
export const KeyItems = () => {
  const [hasKeys, setHasKeys] = useState(hasSingleKeys);
  const [rows, setRows] = useReaderSetting('rows');
  const [times, setTimes] = useReaderSetting('times');
  const toggleKeys = () => {
    storeSingleKeys(!hasKeys);
    setHasKeys(!hasKeys);
  };
  return (
    <ActionList.Group selectionVariant="multiple">
      <ActionList.GroupHeading>Pages</ActionList.GroupHeading>
      <ActionList.Item selected={hasKeys} onSelect={toggleKeys}>
        Single keys, such as /
      </ActionList.Item>
      <ActionList.Item
        selected={rows === 'compact'}
        onSelect={() => setRows(rows === 'compact' ? 'usual' : 'compact')}
      >
        Compact rows
      </ActionList.Item>
      <ActionList.Item
        selected={times === 'exact'}
        onSelect={() => setTimes(times === 'exact' ? 'relative' : 'exact')}
      >
        Exact times
      </ActionList.Item>
    </ActionList.Group>
  );
};
