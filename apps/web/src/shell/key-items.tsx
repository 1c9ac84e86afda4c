import { ActionList } from '@primer/react';
import { useState } from 'react';
import { hasSingleKeys, storeSingleKeys } from '../ui/single-keys.ts';

/** Whether single keys act, as an item of a menu. */
export const KeyItems = () => {
  const [isOn, setIsOn] = useState(hasSingleKeys);
  const toggle = () => {
    storeSingleKeys(!isOn);
    setIsOn(!isOn);
  };
  return (
    <ActionList.Group selectionVariant="multiple">
      <ActionList.GroupHeading>Keys</ActionList.GroupHeading>
      <ActionList.Item selected={isOn} onSelect={toggle}>
        Single keys, such as /
      </ActionList.Item>
    </ActionList.Group>
  );
};
