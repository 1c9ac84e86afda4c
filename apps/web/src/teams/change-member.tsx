import { Dialog } from '@primer/react';
import type { MembershipChange, Team, TeamMember } from '@throughline/contract';
import { useState } from 'react';
import { FailureMessage } from '../ui/failure-message.tsx';
import { RadioChoices } from '../ui/radio-choices.tsx';
import { DayField } from './day-field.tsx';
import { toDayAfter } from './day-words.ts';
import styles from './members.module.css';
import { type PartChoice, PartFields } from './part-fields.tsx';
import { useMembership } from './use-membership.ts';

interface Props {
  readonly team: Team;
  readonly member: TeamMember;
  readonly onClose: () => void;
}

/** Ends somebody's membership on a day, or changes their part from a day on. What was before stays. */
export const ChangeMember = ({ team, member, onClose }: Props) => {
  const { person } = member;
  const [what, setWhat] = useState('part');
  const [day, setDay] = useState(team.today);
  const [choice, setChoice] = useState<PartChoice>({ part: member.part, isLead: member.isLead });
  const membership = useMembership(team.slug);
  const isEnd = what === 'end';
  const save = () => {
    const told = isEnd
      ? `${person.name}’s membership of ${team.name} is ended.`
      : `${person.name}’s part in ${team.name} is changed.`;
    membership.start(person, toChange(), told, onClose);
  };
  const toChange = (): MembershipChange =>
    isEnd
      ? { kind: 'ended', untilOn: toDayAfter(day || team.today) }
      : {
          kind: 'member',
          ...choice,
          fromOn: day || team.today,
          ...(member.untilOn === undefined ? {} : { untilOn: member.untilOn }),
        };
  return (
    <Dialog
      title={`Change ${person.name} in ${team.name}`}
      width="medium"
      onClose={onClose}
      footerButtons={[
        { content: 'Keep as it is', onClick: onClose },
        {
          content: isEnd ? 'End membership' : 'Change part',
          buttonType: 'primary',
          onClick: save,
          loading: membership.isPending,
        },
      ]}
    >
      <div className={styles['dialog']}>
        <RadioChoices
          label="What changes"
          chosen={what}
          onChoose={setWhat}
          choices={[
            { value: 'part', name: 'Change their part from a day on' },
            { value: 'end', name: 'End their membership on a day' },
          ]}
        />
        <DayField
          label={isEnd ? 'Last day' : 'From'}
          value={day}
          onChange={setDay}
          caption={
            isEnd
              ? 'What they did until this day stays the team’s.'
              : 'Until the day before they stay what they are.'
          }
        />
        {!isEnd && <PartFields value={choice} onChange={setChoice} />}
        {membership.error !== null && <FailureMessage error={membership.error} isAnswer />}
      </div>
    </Dialog>
  );
};
