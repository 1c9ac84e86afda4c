import type { TokenReport } from '@throughline/contract';
import { RadioChoices } from '../../ui/radio-choices.tsx';
import { findObstacle } from './advance-wizard.ts';
import styles from './organisation-choice.module.css';
import { OrganisationObstacle } from './organisation-obstacle.tsx';

interface Props {
  readonly offered: TokenReport['organisations'];
  readonly chosen: string | undefined;
  readonly onChoose: (login: string) => void;
}

/** The organisations a token sees. Those that cannot be connected now stand below, each with its reason. */
export const OrganisationChoice = ({ offered, chosen, onChoose }: Props) => {
  const free = offered.filter((organisation) => findObstacle(organisation) === undefined);
  const others = offered.filter((organisation) => !free.includes(organisation));
  return (
    <>
      {free.length > 0 && (
        <RadioChoices
          label="Organisation"
          chosen={chosen}
          onChoose={onChoose}
          choices={free.map(({ login, role }) => ({
            value: login,
            name: login,
            caption: role === 'owner' ? 'you are an owner' : 'you are a member',
          }))}
        />
      )}
      {others.length > 0 && (
        <ul className={styles['others']} aria-label="Organisations that cannot be connected now">
          {others.map((organisation) => (
            <OrganisationObstacle key={organisation.login} organisation={organisation} />
          ))}
        </ul>
      )}
    </>
  );
};
