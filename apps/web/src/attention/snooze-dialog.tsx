import { Dialog, TextInput } from '@primer/react';
import { useState } from 'react';
import { Field } from '../ui/field.tsx';
import { useNow } from '../ui/now-context.tsx';
import { findMorning } from './snooze-times.ts';

interface Props {
  /** What is put off: "acme/api #12". */
  readonly name: string;
  readonly onSnooze: (untilAt: Date) => void;
  readonly onClose: () => void;
}

/** Asks for the day on which a row is to come back. */
export const SnoozeDialog = ({ name, onSnooze, onClose }: Props) => {
  const now = useNow();
  const [day, setDay] = useState('');
  const [isTried, setIsTried] = useState(false);
  const at = findMorning(day, now);
  const give = () => {
    setIsTried(true);
    if (at === undefined) return;
    onSnooze(at);
    onClose();
  };
  return (
    <Dialog
      title={`Snooze ${name}`}
      width="small"
      onClose={onClose}
      footerButtons={[
        { content: 'Keep it', onClick: onClose },
        { content: 'Snooze it', buttonType: 'primary', onClick: give },
      ]}
    >
      <Field
        label="Back on"
        caption="At 9:00 in your zone, or earlier when something new happens on it."
        need={isTried && at === undefined ? 'Choose a day to come.' : undefined}
      >
        {(control) => (
          <TextInput
            {...control}
            type="date"
            block
            value={day}
            onChange={(event) => setDay(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
};
