import { Banner } from '@primer/react';
import type { ApiKey } from '@throughline/contract';
import { CopyButton } from '../ui/copy-button.tsx';
import { Moment } from '../ui/moment.tsx';
import styles from './keys-made.module.css';

interface Props {
  readonly made: ApiKey;
  readonly text: string;
}

/** A new key's text, shown this once. */
export const KeysMade = ({ made: { name, endsAt }, text }: Props) => (
  <Banner variant="success" title={`Copy the key “${name}” now`}>
    <div className={styles['made']}>
      <code className={styles['text']}>{text}</code>
      <CopyButton text={text} label="Copy the key" isWide />
      <p>
        It is shown only now, and ends <Moment at={endsAt} />. Whoever has it can do what its scope says, in
        your name.
      </p>
    </div>
  </Banner>
);
