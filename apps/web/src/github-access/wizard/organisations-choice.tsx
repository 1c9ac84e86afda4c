import type { OrganisationSeen } from '@throughline/contract';
import { CheckField } from '../../ui/check-field.tsx';
import { findCredential } from './advance-wizard.ts';
import { OrganisationObstacle } from './organisation-obstacle.tsx';
import styles from './organisations-choice.module.css';
import { toReachWords } from './wizard-words.ts';

interface Props {
  readonly offered: readonly OrganisationSeen[];
  /** Logins. */
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (login: string, isChosen: boolean) => void;
}

/** The organisations a credential sees. Those that cannot be connected now stand below, each with its reason. */
export const OrganisationsChoice = ({ offered, chosen, onChoose }: Props) => {
  const free = offered.filter((organisation) => findCredential(organisation) !== undefined);
  return (
    <>
      {free.length > 0 && (
        <fieldset className={styles['free']}>
          <legend className={styles['legend']}>Organisations</legend>
          {free.map((organisation) => (
            <CheckField
              key={organisation.login}
              label={organisation.login}
              caption={toReachWords(organisation)}
              isOn={chosen.has(organisation.login)}
              onChange={(isOn) => onChoose(organisation.login, isOn)}
            />
          ))}
        </fieldset>
      )}
      <Others offered={offered} />
    </>
  );
};

const Others = ({ offered }: Pick<Props, 'offered'>) => {
  const others = offered.flatMap(({ login, obstacle }) =>
    obstacle === undefined ? [] : [{ login, obstacle }],
  );
  if (others.length === 0) return undefined;
  return (
    <ul className={styles['others']} aria-label="Organisations that cannot be connected now">
      {others.map((other) => (
        <OrganisationObstacle key={other.login} {...other} />
      ))}
    </ul>
  );
};
