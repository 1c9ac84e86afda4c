import { FormControl, Radio, RadioGroup } from '@primer/react';
import type { TokenReport } from '@throughline/contract';
import { ExternalLink } from '../../ui/external-link.tsx';
import { findObstacle } from './advance-wizard.ts';
import styles from './organisation-choice.module.css';

type Organisation = TokenReport['organisations'][number];

interface Props {
  readonly offered: readonly Organisation[];
  readonly chosen: string | undefined;
  readonly onChoose: (login: string) => void;
}

/** The organisations a token sees. Those that cannot be connected now are grey, each with its reason. */
export const OrganisationChoice = ({ offered, chosen, onChoose }: Props) => (
  <RadioGroup name="organisation" onChange={(value) => value !== null && onChoose(value)}>
    <RadioGroup.Label>Organisation</RadioGroup.Label>
    {offered.map((organisation) => (
      <div key={organisation.login} className={styles['row']}>
        <FormControl disabled={findObstacle(organisation) !== undefined}>
          <Radio value={organisation.login} checked={organisation.login === chosen} />
          <FormControl.Label>{organisation.login}</FormControl.Label>
          <FormControl.Caption>{toReason(organisation)}</FormControl.Caption>
        </FormControl>
        {organisation.sso === 'required' && organisation.ssoUrl !== undefined && (
          <span className={styles['repair']}>
            <ExternalLink href={organisation.ssoUrl}>Authorise on GitHub</ExternalLink>, then test the token
            again
          </span>
        )}
      </div>
    ))}
  </RadioGroup>
);

const toReason = (organisation: Organisation): string => {
  switch (findObstacle(organisation)) {
    case 'connected':
      return `already connected as “${organisation.connectedAs}”`;
    case 'sign-on':
      return 'needs sign-on: this token isn’t authorised for its single sign-on';
    case 'not-member':
      return 'the token’s owner is not a member';
    case undefined:
      return organisation.role === 'owner' ? 'you are an owner' : 'you are a member';
  }
};
