import { allReadData } from '@throughline/contract';
import { toAppPermissions } from '@throughline/github';
import { attention, broken, type Finding, notChecked, ok } from '../../platform/checks/index.ts';
import { toAppData } from '../credentials/permissions-held.ts';
import type { ConnectionSubject } from './connection-subject.ts';
import type { AppHeard, Heard } from './examination.ts';
import { toUnheard } from './judge-credential.ts';

type Subject = Pick<ConnectionSubject, 'name' | 'organisation' | 'credential'>;

const nothingOf = ({ organisation }: Subject): string =>
  `Nothing of ${organisation} is read; what was read stays.`;

/** Of an app that is gone GitHub says that there is nothing. */
const isOfKey = (kind: string): boolean => kind === 'not-signed-in' || kind === 'gone';

/** Whether the App's private key opens, and GitHub takes it for the App's. */
export function judgeAppKey(heard: Heard<AppHeard>, subject: Subject): Finding {
  if (heard.kind === 'answered') return ok(`GitHub accepts the private key of ${heard.value.app.name}.`);
  if (heard.kind === 'waits') return toUnheard(heard);
  if (heard.kind === 'refused' && !isOfKey(heard.failure.kind)) return toUnheard(heard);
  const told =
    heard.kind === 'refused'
      ? 'GitHub does not accept it: it was deleted there or is another app’s, or the app is gone'
      : heard.text.replace(/\.$/, '');
  return broken({
    proof: `Signed in with the private key of ${subject.credential?.login ?? 'the app'}: ${told}.`,
    consequence: nothingOf(subject),
    repair: {
      text: 'Make a new private key in the app’s settings on GitHub and enter it where GitHub is connected, as an app that is there already.',
      link: { address: '/settings/github/new', text: 'Connect GitHub' },
    },
  });
}

/** Whether the App is installed on the organisation, and not suspended. */
export function judgeInstallation(heard: Heard<AppHeard>, subject: Subject): Finding {
  if (heard.kind !== 'answered') return toUnheard(heard);
  const { app, installation } = heard.value;
  const { organisation } = subject;
  if (installation === undefined) {
    return broken({
      proof: `Asked GitHub where ${app.name} is installed: not on ${organisation}.`,
      consequence: nothingOf(subject),
      repair: {
        text: `An owner of ${organisation} installs it again; reading then goes on by itself.`,
        link: { address: `${app.pageUrl}/installations/new`, text: 'Install it on GitHub' },
      },
    });
  }
  if (installation.suspendedAt !== undefined) {
    return broken({
      proof: `Asked GitHub for the installation of ${app.name} on ${organisation}: it was suspended on ${installation.suspendedAt.toISOString().slice(0, 10)}.`,
      consequence: nothingOf(subject),
      repair: {
        text: `An owner of ${organisation} ends that in its settings on GitHub.`,
        link: { address: installation.pageUrl, text: 'See it on GitHub' },
      },
    });
  }
  return ok(`${app.name} is installed on ${organisation}.`);
}

const readBy = toAppPermissions(toAppData(allReadData));

/** What is read needs no right to write: that one waits is a matter of what Throughline may do. */
const concernsReading = (name: string, level: string, held: string | undefined): boolean =>
  held === undefined && (level === 'read' || readBy[name] !== undefined);

/** Whether what the App asks for was accepted. */
export function judgeAsked(heard: Heard<AppHeard>, subject: Subject): Finding {
  if (heard.kind !== 'answered') return toUnheard(heard);
  const { app, installation } = heard.value;
  if (installation === undefined) return notChecked('it is not installed');
  const waiting = Object.entries(app.permissions)
    .filter(([name, level]) => concernsReading(name, level, installation.permissions[name]))
    .map(([name, level]) => `${name}: ${level}`);
  if (waiting.length === 0) return ok(`All that ${app.name} asks for was accepted.`);
  return attention({
    proof: `${app.name} asks for ${waiting.join(', ')}; no owner of ${subject.organisation} has accepted that yet.`,
    consequence: 'What these permissions open is not read.',
    repair: {
      text: `An owner of ${subject.organisation} accepts it on GitHub.`,
      link: { address: installation.pageUrl, text: 'See it on GitHub' },
    },
  });
}

/** How much of the organisation the installation covers. */
export function judgeSelection(heard: Heard<AppHeard>, subject: Subject): Finding {
  if (heard.kind !== 'answered') return toUnheard(heard);
  const { app, installation } = heard.value;
  if (installation === undefined) return notChecked('it is not installed');
  return installation.reach === 'all'
    ? ok(`${app.name} is installed on all repositories of ${subject.organisation}, and on those to come.`)
    : ok(
        `${app.name} is installed on chosen repositories of ${subject.organisation}; others are not seen. An owner changes that at ${installation.pageUrl}.`,
      );
}
