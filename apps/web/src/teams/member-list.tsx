import { Button, Label } from '@primer/react';
import type { TeamMember } from '@throughline/contract';
import { useReader } from '../api/use-session.ts';
import type { Column } from '../ui/column.ts';
import { PathLink } from '../ui/path-link.tsx';
import { RowList } from '../ui/row-list.tsx';
import { toDayBefore, toDayWords } from './day-words.ts';

interface Props {
  readonly label: string;
  readonly members: readonly TeamMember[];
  /** Absent where nothing can be changed. */
  readonly onChange?: ((member: TeamMember) => void) | undefined;
}

/** Members by name, with their part and their days. No figures: a team is no ranking. */
export const MemberList = ({ label, members, onChange }: Props) => (
  <RowList
    label={label}
    columns={onChange === undefined ? columns : [...columns, toCommandColumn(onChange)]}
    rows={members}
    toKey={({ person, fromOn }) => `${person.slug} ${fromOn}`}
  />
);

const MemberName = ({ person: { slug, name, isMe } }: Pick<TeamMember, 'person'>) => {
  const role = useReader()?.role;
  const text = <bdi dir="auto">{name}</bdi>;
  if (isMe) return <PathLink path="/people/me">{text}</PathLink>;
  return role === 'administrator' || role === 'manager' ? (
    <PathLink path={`/people/${slug}`}>{text}</PathLink>
  ) : (
    text
  );
};

const columns: readonly Column<TeamMember>[] = [
  {
    key: 'name',
    head: 'Person',
    cell: (member) => (
      <>
        <MemberName person={member.person} /> {member.isLead && <Label>lead</Label>}{' '}
        {member.part === 'viewer' && <Label variant="secondary">viewer</Label>}
      </>
    ),
  },
  { key: 'part', head: 'Part', width: '8rem', isWideOnly: true, cell: ({ part }) => part },
  { key: 'days', head: 'Days', width: '18rem', narrowWidth: '7.5rem', cell: (member) => toDaysWords(member) },
];

/** "since 1 Mar 2026", "1 Mar 2026 to 30 Apr 2026". The last day is one of them. */
const toDaysWords = ({ fromOn, untilOn }: TeamMember): string =>
  untilOn === undefined
    ? `since ${toDayWords(fromOn)}`
    : `${toDayWords(fromOn)} to ${toDayWords(toDayBefore(untilOn))}`;

const toCommandColumn = (onChange: (member: TeamMember) => void): Column<TeamMember> => ({
  key: 'command',
  head: 'Change',
  width: '7rem',
  narrowWidth: '5.5rem',
  cell: (member) => (
    <Button size="small" aria-label={`Change ${member.person.name}`} onClick={() => onChange(member)}>
      Change
    </Button>
  ),
});
