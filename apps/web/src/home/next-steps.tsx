import { IdBadgeIcon, PeopleIcon, PersonIcon, PlugIcon } from '@primer/octicons-react';
import { type CurrentUser, listConnections, listPeople } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { LinkList } from '../ui/link-list.tsx';
import { Section } from '../ui/section.tsx';
import { toNextSteps } from './to-next-steps.ts';

const icons = { connect: PlugIcon, people: PeopleIcon, link: IdBadgeIcon, me: PersonIcon } as const;

/** What is still to be done before the pages are full; nothing once it is. */
export const NextSteps = ({ reader }: { readonly reader: CurrentUser }) => {
  const isAdministrator = reader.role === 'administrator';
  const connections = useAnswer(listConnections, {}, { enabled: isAdministrator }).data?.connections;
  const people = useAnswer(listPeople, { query: {} }, { enabled: isAdministrator }).data?.people;
  const steps = toNextSteps({ reader, connections: connections?.length, people });
  if (steps.length === 0) return undefined;
  return (
    <Section title="Next">
      <LinkList links={steps.map(({ kind, ...step }) => ({ ...step, icon: icons[kind] }))} />
    </Section>
  );
};
