import { TextInput } from '@primer/react';
import { type ReactNode, useState } from 'react';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Field } from './field.tsx';

interface Props {
  /** The question, naming the thing: "Delete the team Payments?" */
  readonly title: string;
  /** What goes, and what stays. */
  readonly children: ReactNode;
  /** What is to be typed: the thing's own name. */
  readonly typed: string;
  readonly confirm: string;
  readonly keep: string;
  readonly isBusy: boolean;
  readonly error?: unknown;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks for the name of what nothing brings back: disconnect, delete data, delete a team or a project. */
export const TypedConfirm = ({ typed, children, onConfirm, ...asked }: Props) => {
  const [text, setText] = useState('');
  const [need, setNeed] = useState<string>();
  const confirm = () => {
    if (text.trim() === typed.trim()) onConfirm();
    else setNeed(`Type ${typed}, letter by letter.`);
  };
  return (
    <ConfirmDialog {...asked} onConfirm={confirm}>
      {children}
      <Field label={`Type ${typed}`} need={need} caption={undefined}>
        {(control) => (
          <TextInput
            {...control}
            block
            autoComplete="off"
            spellCheck={false}
            value={text}
            onChange={(event) => {
              setText(event.target.value);
              setNeed(undefined);
            }}
          />
        )}
      </Field>
    </ConfirmDialog>
  );
};
