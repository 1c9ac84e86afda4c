import type { Action, ActionStanding } from '@throughline/contract';
import { CheckField } from '../../ui/check-field.tsx';
import styles from '../connection/connection-parts.module.css';

interface Props {
  readonly actions: readonly ActionStanding[];
  readonly chosen: readonly Action[];
  readonly onChoose: (chosen: readonly Action[]) => void;
}

/** Which actions are asked for, each with what it is for, what it takes, and what that means. */
export const ActionChoices = ({ actions, chosen, onChoose }: Props) => (
  <div className={styles['choices']}>
    {actions.map(({ action, name, use, consequence, permissions }) => (
      <CheckField
        key={action}
        label={name}
        caption={`For ${use}. Takes ${permissions.map(({ permission, why }) => `${permission}, for ${why}`).join('; ')}. ${consequence}`}
        isOn={chosen.includes(action)}
        onChange={(isOn) => onChoose(isOn ? [...chosen, action] : chosen.filter((one) => one !== action))}
      />
    ))}
  </div>
);
