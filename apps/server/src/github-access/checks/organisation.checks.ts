import { attention, broken, type Check, defineCheck, ok } from '../../platform/checks/index.ts';
import type { ConnectionSubject } from './connection-subject.ts';
import { judgePolicy, judgeSignOn } from './judge-let-in.ts';
import { judgeApproval, judgeMembership, judgePlace, judgePrivateCount } from './judge-organisation.ts';
import { judgeQuota, judgeRivals } from './judge-quota.ts';

type ConnectionCheck = Check<unknown, ConnectionSubject>;

const accepted = ['credential-accepted'];
const letIn = [...accepted, 'single-sign-on', 'organisation-policy'];

/** What tells refusals of an organisation: its profile, its members, its repositories. */
const hearAll = ({ ask }: ConnectionSubject) =>
  Promise.all([ask.organisation(), ask.membership(), ask.repositoriesSeen()]);

/** Whether the organisation of a connection is there, lets its credential in and shows it everything. */
export const organisationChecks: readonly ConnectionCheck[] = [
  defineCheck({
    id: 'single-sign-on',
    title: 'Single sign-on',
    about: 'connection',
    asks: 'GitHub: does the organisation want this credential authorised for its single sign-on?',
    says: 'It is not authorised, or its authorisation has lapsed.',
    repairs: 'Authorise it on GitHub by the link; it works for an hour.',
    needs: accepted,
    run: async (_, subject) => judgeSignOn(await hearAll(subject), subject),
  }),
  defineCheck({
    id: 'organisation-policy',
    title: 'The organisation’s rules',
    about: 'connection',
    asks: 'GitHub: does a rule of the organisation keep this credential out?',
    says: 'Classic or fine-grained tokens are forbidden, live too long, the OAuth app is not approved, or the address is not on the list.',
    repairs: 'Use an allowed kind, or have an owner approve it.',
    needs: accepted,
    run: async (_, subject) => judgePolicy(await hearAll(subject), subject),
  }),
  defineCheck({
    id: 'token-approval',
    title: 'An owner’s approval',
    about: 'connection',
    asks: 'GitHub: is a fine-grained token shown anything that is not public?',
    says: 'It waits for an owner’s approval, or was given no repository.',
    repairs: 'An owner approves it among the pending requests.',
    needs: letIn,
    appliesTo: ({ credential }) => credential?.kind === 'fine-grained-token',
    run: async (_, subject) => judgeApproval(await subject.ask.probe(), subject),
  }),
  defineCheck({
    id: 'organisation-place',
    title: 'The organisation',
    about: 'connection',
    asks: 'GitHub: is the organisation there, under the id and the name we know?',
    says: 'It was renamed, deleted, or is hidden from this credential.',
    repairs: 'Connect it under its new name, or use the credential of a member.',
    needs: letIn,
    run: async (_, subject) => {
      const profile = await subject.ask.organisation();
      const isOurs = profile.kind === 'answered' && profile.value?.githubId === subject.organisationGithubId;
      const todaysLogin = isOurs ? undefined : await subject.ask.todaysLogin();
      return judgePlace({ profile, todaysLogin }, subject);
    },
  }),
  defineCheck({
    id: 'membership',
    title: 'Membership',
    about: 'connection',
    asks: 'GitHub: is whoever the credential acts for a member?',
    says: 'They are not, so that only what is public is shown.',
    repairs: 'Have them invited, or use the credential of a member.',
    needs: [...letIn, 'organisation-place'],
    appliesTo: ({ credential }) => credential?.kind !== 'app-installation',
    run: async (_, subject) => judgeMembership(await subject.ask.membership(), subject),
  }),
  defineCheck({
    id: 'private-repositories',
    title: 'Private repositories',
    about: 'connection',
    asks: 'GitHub: how many repositories are there, and how many does the credential see?',
    says: 'Private ones are counted and not shown.',
    repairs: 'Grant them on GitHub, or use a credential that sees them.',
    needs: [...letIn, 'organisation-place'],
    run: async (_, subject) =>
      judgePrivateCount(await subject.ask.organisation(), await subject.ask.repositoriesSeen(), subject),
  }),
  defineCheck({
    id: 'quota',
    title: 'This hour’s quota',
    about: 'connection',
    asks: 'GitHub’s last answers: how much of the hour’s quota is left?',
    says: 'Less than a tenth is left, so that reading waits, and until when.',
    repairs: 'Nothing to do; a GitHub App has more.',
    needs: ['host-answers'],
    run: async (_, { ask, now }) => {
      await ask.owner();
      return judgeQuota(await ask.buckets(), now);
    },
  }),
  defineCheck({
    id: 'quota-rivals',
    title: 'Others with this credential',
    about: 'connection',
    asks: 'GitHub’s last answers beside our own count: who used the quota?',
    says: 'Others spent more than a fifth of it.',
    repairs: 'Give Throughline a credential of its own.',
    needs: ['quota'],
    run: async (_, { ask, now }) => judgeRivals(await ask.buckets(), now),
  }),
  defineCheck({
    id: 'connection-state',
    title: 'The connection',
    about: 'connection',
    asks: 'Ourselves: is the connection paused, or did reading say that it needs somebody?',
    says: 'It is paused, or reading was refused, and by what.',
    repairs: 'Resume it; or mend what is said, then look for changes now.',
    run: (_, { isPaused, attention: told, name, connectionId }) => {
      if (isPaused) {
        return attention({
          proof: `${name} is paused.`,
          consequence: 'Nothing new is read; what was read stays.',
          repair: { text: 'Resume it.', act: { kind: 'resume-sync', connectionId } },
        });
      }
      if (told === undefined) return ok(`${name} is read.`);
      return broken({
        proof: `Reading ${name} was refused the last time: ${told.text}`,
        consequence: 'Reading is parked; what was read stays.',
        repair: {
          text: 'Mend what is broken above, then look for changes now.',
          act: { kind: 'sync-now', connectionId },
          ...(told.link === undefined ? {} : { link: { address: told.link, text: 'Open it on GitHub' } }),
        },
      });
    },
  }),
];
