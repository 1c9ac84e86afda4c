import { type Check, defineCheck, ok } from '../../platform/checks/index.ts';
import { judgeGrant, judgeOwner, type MissedRepository } from './judge-repository.ts';

/** Whether a repository that somebody misses can be read by a connection; for administrators. */
export const repositoryAccessChecks: readonly Check<unknown, MissedRepository>[] = [
  defineCheck({
    id: 'owner-connected',
    title: 'The owner’s connection',
    about: 'repository',
    asks: 'Ourselves: is its owner an organisation that is connected, and not paused?',
    says: 'It is not connected, or paused.',
    repairs: 'Connect it, or resume.',
    run: (_, subject) => judgeOwner(subject),
  }),
  defineCheck({
    id: 'repository-granted',
    title: 'The grant',
    about: 'repository',
    asks: 'GitHub, with the connection’s credential: do you show this repository?',
    says: 'It is not granted, was renamed, or the credential is refused, and why.',
    repairs: 'Grant it on GitHub, authorise the credential, or ask by the new name.',
    run: async (_, subject) =>
      subject.connection?.host.kind === 'demo'
        ? ok('The demo shows everything it has.')
        : judgeGrant(await subject.askRepository(), subject),
  }),
];
