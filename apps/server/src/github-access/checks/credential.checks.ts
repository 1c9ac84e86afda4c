import type { ReadData } from '@throughline/contract';
import { type Check, defineCheck, ok } from '../../platform/checks/index.ts';
import type { ConnectionSubject } from './connection-subject.ts';
import { judgeAccepted, judgeEnd, judgeKind } from './judge-credential.ts';
import { judgePermission } from './judge-permission.ts';

type ConnectionCheck = Check<unknown, ConnectionSubject>;

const permissionWords: Readonly<Record<ReadData, { readonly title: string; readonly needed: string }>> = {
  'pull-requests': {
    title: 'Permission for pull requests',
    needed: 'scope `repo`, or *Pull requests: read*',
  },
  files: { title: 'Permission for commits and files', needed: 'scope `repo`, or *Contents: read*' },
  members: { title: 'Permission for members and teams', needed: 'scope `read:org`, or *Members: read*' },
};

const toPermissionCheck = (data: ReadData): ConnectionCheck =>
  defineCheck({
    id: `permission-${data}`,
    title: permissionWords[data].title,
    about: 'connection',
    asks: `GitHub: does the credential hold what is wanted (${permissionWords[data].needed})? Fine-grained tokens are tried.`,
    says: 'It is not held, and what goes dark without it.',
    repairs: 'Add it on GitHub, or replace the credential; of an App, an owner accepts it.',
    needs: ['credential-accepted'],
    run: async (_, subject) => {
      const owner = await subject.ask.owner();
      const isTold = owner.kind === 'answered' && owner.value.scopes !== undefined;
      const isApp = subject.credential?.kind === 'app-installation';
      const probe = isTold || isApp ? undefined : await subject.ask.probe();
      const app = isApp ? await subject.ask.app() : undefined;
      return judgePermission(data, subject, { owner, probe, app });
    },
  });

/** Whether the credential of a connection is there, is accepted, and may read what is wanted. */
export const credentialChecks: readonly ConnectionCheck[] = [
  defineCheck({
    id: 'credential-kind',
    title: 'The credential',
    about: 'connection',
    asks: 'Ourselves: which kind of credential reads, and for whom does it act?',
    says: 'There is none, or it is of a kind that does not last.',
    repairs: 'Give the connection a token, an OAuth app’s token or a GitHub App.',
    run: (_, subject) => judgeKind(subject),
  }),
  defineCheck({
    id: 'credential-opens',
    title: 'The sealed secret',
    about: 'connection',
    asks: 'Ourselves: does the stored secret open with the key file?',
    says: 'It was sealed with a key that is not in the key file, or was changed.',
    repairs: 'Put the key file back that sealed it, or enter the credential again.',
    needs: ['credential-kind'],
    appliesTo: ({ credential }) => credential?.kind !== 'app-installation',
    run: async (_, { ask }) => {
      await ask.openSecret();
      return ok('The stored secret opens with the key file.');
    },
  }),
  defineCheck({
    id: 'credential-accepted',
    title: 'GitHub’s acceptance',
    about: 'connection',
    asks: 'GitHub: whose credential is this?',
    says: 'It was revoked, has ended, or is mistyped.',
    repairs: 'Make a new one and replace it.',
    needs: ['host-answers', 'credential-kind', 'app-installation'],
    run: async (_, subject) => judgeAccepted(await subject.ask.owner(), subject),
  }),
  defineCheck({
    id: 'credential-ends',
    title: 'The credential’s last day',
    about: 'connection',
    asks: 'What GitHub told when it was tested: when does it end?',
    says: 'It ends within 14, 7 or 1 days, or has ended.',
    repairs: 'Replace it before then; reading goes on where it stopped.',
    needs: ['credential-kind'],
    run: (_, subject) => judgeEnd(subject),
  }),
  ...(['pull-requests', 'files', 'members'] as const).map(toPermissionCheck),
];
