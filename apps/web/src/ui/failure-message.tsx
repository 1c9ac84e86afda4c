import { AlertIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useEffect, useRef } from 'react';
import { toFailure } from '../api/to-failure.ts';
import { CopyButton } from './copy-button.tsx';
import { FailureLink } from './failure-link.tsx';
import styles from './failure-message.module.css';

interface Props {
  readonly error: unknown;
  /** Asks again, where that may help. */
  readonly onRetry?: (() => unknown) | undefined;
  /** True where the reader's own command failed: readers who do not see are told at once. */
  readonly isAnswer?: boolean;
  /** True where each refused field already says what it needs. */
  readonly areFieldsElsewhere?: boolean;
}

/** What happened, what it means, what to do; the code stands small at the end. It stays where it happened. */
export const FailureMessage = ({ error, onRetry, isAnswer = false, areFieldsElsewhere = false }: Props) => {
  const { code, message, link, fields } = toFailure(error);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (isAnswer) box.current?.scrollIntoView({ block: 'nearest' });
  }, [isAnswer]);

  return (
    <div ref={box} className={styles['failure']} role={isAnswer ? 'alert' : undefined}>
      <AlertIcon className={styles['icon'] ?? ''} />
      <div className={styles['body']}>
        <p>{message}</p>
        {fields !== undefined && !areFieldsElsewhere && (
          <ul className={styles['fields']}>
            {Object.entries(fields).map(([field, need]) => (
              <li key={field}>{need}</li>
            ))}
          </ul>
        )}
        <div className={styles['next']}>
          {link !== undefined && <FailureLink link={link} code={code} />}
          {onRetry !== undefined && (
            <Button size="small" onClick={() => onRetry()}>
              Try again
            </Button>
          )}
          <span className={styles['code']}>
            <code>{code}</code>
            <CopyButton text={code} label="Copy the code" />
          </span>
        </div>
      </div>
    </div>
  );
};
