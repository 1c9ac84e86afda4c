import { actionPermissions, listUnheld } from '@throughline/github';
import { attention, broken, type Finding, ok } from '../../platform/checks/index.ts';
import { listMissing, toActionNames } from '../acting/judge-actions.ts';
import { toAcceptUrl } from '../acting/to-connection-actions.ts';
import { type ConnectionSubject, toConnectionPath } from './connection-subject.ts';
import type { AppHeard, Heard } from './examination.ts';
import { toUnheard } from './judge-credential.ts';

type Subject = Pick<ConnectionSubject, 'name' | 'organisation' | 'acting'>;
type Acting = NonNullable<Subject['acting']>;

/** Whether what Throughline was asked to be allowed to do was granted. Reading does not depend on it. */
export function judgeActing(heard: Heard<AppHeard>, subject: Subject): Finding {
  const { acting } = subject;
  if (acting === undefined) return ok('Nothing but reading was asked for.');
  if (heard.kind === 'answered') return judgeGranted(heard.value, subject, acting);
  const isOfKey =
    heard.kind === 'unasked' || (heard.kind === 'refused' && heard.failure.kind === 'not-signed-in');
  if (!isOfKey) return toUnheard(heard);
  const told = heard.kind === 'unasked' ? heard.text : heard.failure.message;
  return broken({
    proof: `Signed in with the private key of ${acting.app}: ${told}`,
    consequence: toCost(acting.actions),
    repair: {
      text: 'Take back what was asked for, and let GitHub make another app.',
      link: toPage(subject),
    },
  });
}

function judgeGranted({ app, installation }: AppHeard, subject: Subject, acting: Acting): Finding {
  const { organisation } = subject;
  const asked = toActionNames(acting.actions);
  const consequence = toCost(acting.actions);
  if (installation === undefined) {
    return attention({
      proof: `Asked GitHub where ${app.name} is installed, which is to be allowed: ${asked}. Not on ${organisation}.`,
      consequence,
      repair: {
        text: `An owner of ${organisation} installs it.`,
        link: { address: `${app.pageUrl}/installations/new`, text: 'Install it on GitHub' },
      },
    });
  }
  if (installation.suspendedAt !== undefined) {
    return attention({
      proof: `Asked GitHub for the installation of ${app.name} on ${organisation}: it was suspended on ${installation.suspendedAt.toISOString().slice(0, 10)}.`,
      consequence,
      repair: {
        text: `An owner of ${organisation} ends that in its settings on GitHub, or you take back what was asked for.`,
        link: { address: installation.pageUrl, text: 'See it on GitHub' },
      },
    });
  }
  const lacking = acting.actions.filter((action) => listUnheld(action, installation.permissions).length > 0);
  return lacking.length === 0
    ? ok(`${app.name} was granted what was asked for: ${asked}.`)
    : judgeWaiting({ app, installation }, subject, lacking);
}

type Installed = {
  readonly app: AppHeard['app'];
  readonly installation: NonNullable<AppHeard['installation']>;
};

function judgeWaiting(
  { app, installation }: Installed,
  subject: Subject,
  lacking: Acting['actions'],
): Finding {
  const told = { app, installation, asked: [], lookedAt: undefined };
  const missing = lacking.flatMap((action) => listMissing(told, action));
  const isOfApp = missing.some(({ from }) => from === 'app');
  const names = missing.map(({ permission }) => permission).join(', ');
  return attention({
    proof: isOfApp
      ? `${app.name} does not ask for all that takes yet; it lacks ${names}.`
      : `${app.name} asks for ${names}; no owner of ${subject.organisation} has accepted that yet.`,
    consequence: toCost(lacking),
    repair: isOfApp
      ? {
          text: 'Whoever owns the app has it ask for that on GitHub; the Actions tab leads there.',
          link: toPage(subject),
        }
      : {
          text: `An owner of ${subject.organisation} accepts it on GitHub.`,
          link: { address: toAcceptUrl(installation.pageUrl), text: 'Accept it on GitHub' },
        },
  });
}

/** Reading goes on; said so that nobody looks for a fault there. */
const toCost = (actions: Acting['actions']): string =>
  `Throughline may not do this yet: ${actions.map((action) => actionPermissions[action].name).join(', ')}. Reading goes on.`;

const toPage = (subject: Subject) => ({
  address: `${toConnectionPath(subject)}/actions`,
  text: 'Open Actions',
});
