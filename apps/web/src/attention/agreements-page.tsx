import { getAgreements, type TeamAgreements } from '@throughline/contract';
import { useState } from 'react';
import { useAnswer } from '../api/use-answer.ts';
import { isNotFound } from '../ui/is-not-found.ts';
import { Loaded } from '../ui/loaded.tsx';
import { NothingHere } from '../ui/nothing-here.tsx';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePathParam } from '../ui/use-path-param.ts';
import { AgreementList } from './agreement-list.tsx';
import { AgreementsForm } from './agreements-form.tsx';

/** What a team agreed on: everybody reads it, its leads and managers set it. */
export const AgreementsPage = () => {
  const slug = usePathParam('slug');
  const answer = useAnswer(getAgreements, { params: { slug } });
  const [undone, setUndone] = useState(0);
  if (answer.isError && isNotFound(answer.error)) return <NothingHere />;
  const name = answer.data?.team.name;
  return (
    <Page
      title={name === undefined ? 'Working agreements' : `Working agreements of ${name}`}
      trail={<PathLink path={`/teams/${slug}`}>{name ?? 'Team'}</PathLink>}
      sentence={answer.data && toSentence(answer.data)}
    >
      <Loaded answer={answer} skeleton={<Skeleton label="Loading agreements" rows={7} />}>
        {(given) => (
          <>
            <Section title="What holds now">
              <AgreementList agreements={given.agreements} />
              <p>
                Hours are elapsed hours, nights and weekends too. A team’s agreement goes before that of the
                team above it, and that before Throughline’s own.
              </p>
              <p>
                <PathLink path={`/attention?team=${slug}`}>What is beyond them now</PathLink> ·{' '}
                <PathLink path={`/teams/${slug}/exceptions`}>Exceptions this week</PathLink>
              </p>
            </Section>
            {given.mayChange ? (
              <Section title="Set agreements">
                <AgreementsForm
                  key={undone}
                  given={given}
                  onUndone={() => setUndone((before) => before + 1)}
                />
              </Section>
            ) : (
              <p>The leads of {given.team.name} and managers set them.</p>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
};

const toSentence = ({ team, agreements }: TeamAgreements): string => {
  const own = agreements.filter(({ whose }) => whose === 'own').length;
  if (own === 0) return `${team.name} has set no agreement of its own.`;
  return `${team.name} has set ${own} of its ${agreements.length} agreements itself.`;
};
