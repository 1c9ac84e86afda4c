import { AppLink } from '../../ui/app-link.tsx';
import { Page } from '../../ui/page.tsx';
import styles from './connect-page.module.css';
import { CredentialFindings } from './credential-findings.tsx';
import { CredentialStep } from './credential-step.tsx';
import { HostStep } from './host-step.tsx';
import { OrganisationsStep } from './organisations-step.tsx';
import { RepositoriesStep } from './repositories-step.tsx';
import { StartStep } from './start-step.tsx';
import { useWizard } from './use-wizard.ts';
import { wizardSteps } from './wizard-state.ts';
import { WizardStepFrame } from './wizard-step-frame.tsx';
import { stepNames, stepQuestions, toAnswer } from './wizard-words.ts';

/** Connects organisations: host, credential, organisations, repositories, start. Finished steps fold to a line. */
export const ConnectPage = () => {
  const [state, send, forget] = useWizard('throughline-connect');
  const place = wizardSteps.indexOf(state.step) + 1;
  return (
    <Page
      title="Connect GitHub"
      trail={
        <>
          <AppLink to="/settings">Settings</AppLink> /{' '}
          <AppLink to="/settings/github">GitHub Integration</AppLink>
        </>
      }
      aside={<span>{`step ${place} of ${wizardSteps.length}`}</span>}
      sentence={stepQuestions[state.step]}
    >
      <div className={styles['both']}>
        <ol className={styles['steps']}>
          {wizardSteps.map((step, index) => (
            <WizardStepFrame
              key={step}
              number={index + 1}
              name={stepNames[step]}
              answer={toAnswer(state, step)}
              state={toStepState(index + 1, place)}
              onChange={() => send({ kind: 'step-opened', step })}
            >
              {step === 'host' && <HostStep state={state} send={send} />}
              {step === 'credential' && <CredentialStep state={state} send={send} />}
              {step === 'organisations' && <OrganisationsStep state={state} send={send} />}
              {step === 'repositories' && <RepositoriesStep state={state} send={send} />}
              {step === 'start' && <StartStep state={state} onStarted={forget} />}
            </WizardStepFrame>
          ))}
        </ol>
        {state.report !== undefined && (
          <div className={styles['aside']}>
            <CredentialFindings findings={state.report.findings} />
          </div>
        )}
      </div>
    </Page>
  );
};

const toStepState = (number: number, place: number): 'done' | 'now' | 'later' => {
  if (number === place) return 'now';
  return number < place ? 'done' : 'later';
};
