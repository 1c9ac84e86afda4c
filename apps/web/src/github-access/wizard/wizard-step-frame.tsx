import { CheckIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { type ReactNode, useEffect, useRef } from 'react';
import styles from './wizard-step-frame.module.css';

interface Props {
  readonly number: number;
  readonly name: string;
  /** What was answered here, in a line. */
  readonly answer: string | undefined;
  readonly state: 'done' | 'now' | 'later';
  readonly onChange: () => void;
  readonly children: ReactNode;
}

/** One step: open now, folded to its answer, or still to come. The step that opens takes the focus. */
export const WizardStepFrame = ({ number, name, answer, state, onChange, children }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  const wasNow = useRef(state === 'now');

  useEffect(() => {
    if (state === 'now' && !wasNow.current) heading.current?.focus();
    wasNow.current = state === 'now';
  }, [state]);

  return (
    <li className={styles['step']} data-state={state} aria-current={state === 'now' ? 'step' : undefined}>
      <span className={styles['number']} aria-hidden="true">
        {state === 'done' ? <CheckIcon /> : number}
      </span>
      <div>
        <div className={styles['head']}>
          <h2 ref={heading} tabIndex={-1} className={styles['name']}>
            {name}
          </h2>
          {state === 'done' && <span className={styles['answer']}>{answer}</span>}
          {state === 'done' && (
            <Button
              size="small"
              variant="invisible"
              onClick={onChange}
              aria-label={`Change ${name.toLowerCase()}`}
            >
              Change
            </Button>
          )}
        </div>
        {state === 'now' && <div className={styles['body']}>{children}</div>}
      </div>
    </li>
  );
};
