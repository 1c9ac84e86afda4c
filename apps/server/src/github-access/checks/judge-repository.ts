import { broken, type Finding, notChecked, ok } from '../../platform/checks/index.ts';
import { type ConnectionSubject, toConnectionPath } from './connection-subject.ts';
import type { Heard } from './examination.ts';
import { toUnheard } from './judge-credential.ts';

/** A repository as GitHub shows it to the credential of a connection. */
export interface RepositoryHeard {
  readonly githubId: number;
  readonly fullName: string;
  readonly isArchived: boolean;
  readonly isFork: boolean;
}

/** A repository that somebody misses. */
export interface MissedRepository {
  readonly fullName: string;
  readonly owner: string;
  /** It is here. */
  readonly repositoryId: number | undefined;
  /** Of the organisation that owns it; undefined where none is connected, or where the reader may not know. */
  readonly connection: ConnectionSubject | undefined;
  readonly askRepository: () => Promise<Heard<RepositoryHeard | undefined>>;
}

/** Whether the owner is an organisation that is connected. */
export function judgeOwner({ owner, connection, fullName }: MissedRepository): Finding {
  if (connection === undefined) {
    return broken({
      proof: `There is no connection of ${owner} here.`,
      consequence: `Nothing of ${fullName} is read. Repositories of persons are not read at all.`,
      repair: {
        text: `If ${owner} is an organisation, connect it.`,
        link: { address: '/settings/github/new', text: `Connect ${owner}` },
      },
    });
  }
  if (connection.isPaused) {
    return broken({
      proof: `${owner} is connected as ${connection.name}, which is paused.`,
      consequence: 'Nothing new of it is read.',
      repair: { text: 'Resume it.', act: { kind: 'resume-sync', connectionId: connection.connectionId } },
    });
  }
  return ok(`${owner} is connected as ${connection.name}.`);
}

/** Whether GitHub shows the repository to the connection's credential. */
export function judgeGrant(
  heard: Heard<RepositoryHeard | undefined>,
  { fullName, connection }: MissedRepository,
): Finding {
  if (connection === undefined) return notChecked('its owner is not connected');
  if (heard.kind === 'refused') return toRefused(heard.failure, { fullName, connection });
  if (heard.kind !== 'answered') return toUnheard(heard);
  if (heard.value === undefined) {
    return broken({
      proof: `Asked GitHub for ${fullName} with the credential of ${connection.name}: it shows nothing there.`,
      consequence: 'It is not read, and no figure counts it.',
      repair: {
        text: 'If it is there on GitHub, the credential was not granted it: grant it (of a token, under its repositories; of an App, under its installation), then look for changes now.',
        link: { address: `${connection.host.baseUrl}/${fullName}`, text: 'Open it on GitHub' },
        act: { kind: 'sync-now', connectionId: connection.connectionId },
      },
    });
  }
  if (heard.value.fullName.toLowerCase() !== fullName.toLowerCase()) {
    return broken({
      proof: `Asked GitHub for ${fullName}: it is called ${heard.value.fullName} now.`,
      consequence: 'It is kept here under its new name.',
      repair: {
        text: 'Ask for it by its new name.',
        link: {
          address: `/doctor?about=${encodeURIComponent(heard.value.fullName)}`,
          text: heard.value.fullName,
        },
      },
    });
  }
  return ok(`Asked GitHub for ${fullName} with the credential of ${connection.name}: it is shown.`);
}

type Refused = Extract<Heard<unknown>, { readonly kind: 'refused' }>['failure'];

const toRefused = (
  failure: Refused,
  { fullName, connection }: { readonly fullName: string; readonly connection: ConnectionSubject },
): Finding =>
  broken({
    proof: `Asked GitHub for ${fullName} with the credential of ${connection.name}: ${toWhat(failure.message)}`,
    consequence: 'Reading stands still until it is mended; what was read stays.',
    repair:
      failure.ssoUrl === undefined
        ? {
            text: 'The connection’s checks say what to do.',
            link: { address: `${toConnectionPath(connection)}/doctor`, text: `Check ${connection.name}` },
          }
        : {
            text: 'Authorise the credential on GitHub (the link works for an hour). Reading goes on where it stopped.',
            link: { address: failure.ssoUrl, text: 'Authorise it on GitHub' },
          },
  });

/** What happened, without what to do, which the repair says. */
const toWhat = (message: string): string => /^.*?\.(?=\s|$)/.exec(message)?.[0] ?? message;
