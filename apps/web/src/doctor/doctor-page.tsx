import { PulseIcon } from '@primer/octicons-react';
import { getDoctor, type RouteAnswer } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { useReader } from '../api/use-session.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { Form } from '../ui/form.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { Page } from '../ui/page.tsx';
import { PathLink } from '../ui/path-link.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useForm } from '../ui/use-form.ts';
import { useParam } from '../ui/use-param.ts';
import { CheckList } from './check-list.tsx';
import styles from './doctor-checks.module.css';
import { WorkspaceChecks } from './doctor-checks.tsx';

/** Why don't I see …? One field, then verdict, proof and repair. */
export const DoctorPage = () => {
  const [about, setAbout] = useParam('about');
  const reader = useReader();
  const asked = about.trim();
  const answer = useAnswer(getDoctor, { query: { about: asked.slice(0, 2_000) } }, { enabled: asked !== '' });
  return (
    <Page title="Doctor" sentence={toSentence(asked, answer.data)}>
      <AboutForm
        key={about}
        about={about}
        isBusy={answer.isFetching}
        onAsk={(next) => (next.trim() === asked ? void answer.refetch() : setAbout(next.trim()))}
      />
      <IgnoredParams known={['about']} />
      {asked === '' ? (
        <>
          <EmptyState cause="nothing-yet" icon={PulseIcon}>
            Paste what you miss: owner/name, owner/name#12, @login, or an address from GitHub or from here.
          </EmptyState>
          {reader?.role === 'administrator' && (
            <Section title="This Throughline">
              <WorkspaceChecks />
            </Section>
          )}
        </>
      ) : (
        <Loaded
          answer={answer}
          skeleton={<Skeleton label={`Looking into ${asked}`} rows={4} rowHeight={72} />}
        >
          {(told) => <Told told={told} onAgain={() => void answer.refetch()} />}
        </Loaded>
      )}
    </Page>
  );
};

type Answer = RouteAnswer<typeof getDoctor>;

const toSentence = (asked: string, answer: Answer | undefined): string | undefined =>
  asked === '' ? 'Why don’t I see a repository, a person or a pull request?' : answer?.sentence;

const Told = ({ told, onAgain }: { readonly told: Answer; readonly onAgain: () => void }) => (
  <div className={styles['doctor']}>
    {told.path !== undefined && (
      <p>
        <PathLink path={told.path}>Open {told.subject}</PathLink>
      </p>
    )}
    <CheckList checks={told.checks} onAgain={onAgain} />
  </div>
);

interface AboutProps {
  readonly about: string;
  readonly isBusy: boolean;
  readonly onAsk: (about: string) => void;
}

const AboutForm = ({ about, isBusy, onAsk }: AboutProps) => {
  const { field, submit } = useForm({
    initial: { about },
    schema: getDoctor.query,
    onSubmit: ({ about: next }) => onAsk(next),
  });
  return (
    <Form
      onSubmit={submit}
      button={about === '' ? 'Find out' : 'Check again'}
      isBusy={isBusy && about !== ''}
    >
      <TextField
        label="A repository, a pull request or a person"
        field={field('about')}
        caption="owner/name, owner/name#12, @login, or an address"
        isCode
      />
    </Form>
  );
};
