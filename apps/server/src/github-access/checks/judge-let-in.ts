import type { GitHubFailure } from '@throughline/github';
import { broken, type Finding, ok } from '../../platform/checks/index.ts';
import type { ConnectionSubject } from './connection-subject.ts';
import type { Heard } from './examination.ts';
import { toReplaceLink, toUnheard } from './judge-credential.ts';

type Subject = Pick<ConnectionSubject, 'name' | 'organisation' | 'host'>;

/** What a credential that is kept out costs. */
export const nothingOf = ({ organisation }: Pick<Subject, 'organisation'>): string =>
  `Nothing private of ${organisation} is read; what was read stays.`;

const findFailure = (
  kind: GitHubFailure['kind'],
  heard: readonly Heard<unknown>[],
): GitHubFailure | undefined =>
  heard.flatMap((each) => (each.kind === 'refused' ? [each.failure] : [])).find((each) => each.kind === kind);

/** Whether the organisation's single sign-on lets the credential in. */
export function judgeSignOn(heard: readonly Heard<unknown>[], subject: Subject): Finding {
  const failure = findFailure('sso-required', heard);
  if (failure === undefined) {
    const unheard = heard.find((each) => each.kind === 'waits' || each.kind === 'unasked');
    if (unheard !== undefined) return toUnheard(unheard);
    return ok(`${subject.organisation} asks this credential for no further sign-on.`);
  }
  return broken({
    proof: `Asked GitHub for ${subject.organisation}: this credential is not authorised for its single sign-on.`,
    consequence: nothingOf(subject),
    repair: {
      text:
        failure.ssoUrl === undefined
          ? `Authorise it for ${subject.organisation} on GitHub, under Settings, then check again.`
          : 'Authorise it on GitHub (the link works for an hour), then check again.',
      link:
        failure.ssoUrl === undefined
          ? { address: `${subject.host.baseUrl}/settings/tokens`, text: 'Open your tokens on GitHub' }
          : { address: failure.ssoUrl, text: 'Authorise it on GitHub' },
    },
  });
}

interface Policy {
  readonly says: RegExp;
  readonly what: string;
  readonly toRepair: (subject: Subject) => {
    readonly text: string;
    readonly link: { readonly address: string; readonly text: string };
  };
}

const replaceBy = (what: string) => (subject: Subject) => ({
  text: `${what} Put it in its place here.`,
  link: toReplaceLink(subject),
});

/** By GitHub's sentence, because status and headers do not tell them apart. */
const policies: readonly Policy[] = [
  {
    says: /access via a personal access token \(classic\)/i,
    what: 'forbids classic tokens',
    toRepair: replaceBy('Use a fine-grained token, an OAuth app or a GitHub App.'),
  },
  {
    says: /access via a fine-grained personal access token/i,
    what: 'forbids fine-grained tokens',
    toRepair: replaceBy('Use a classic token, an OAuth app or a GitHub App.'),
  },
  {
    says: /lifetime/i,
    what: 'forbids tokens that live as long as this one',
    toRepair: replaceBy('Make a token that ends sooner.'),
  },
  {
    says: /OAuth App access restrictions/i,
    what: 'has not approved the OAuth app',
    toRepair: ({ organisation, host }) => ({
      text: `An owner of ${organisation} grants it on GitHub; if you are none, ask one.`,
      link: {
        address: `${host.baseUrl}/organizations/${organisation}/settings/oauth_application_policy`,
        text: 'Open the organisation’s approvals',
      },
    }),
  },
  {
    says: /IP allow list/i,
    what: 'lets in only addresses on its list, and this machine’s is not on it',
    toRepair: ({ organisation, host }) => ({
      text: 'An owner adds this machine’s address to the list.',
      link: {
        address: `${host.baseUrl}/organizations/${organisation}/settings/security`,
        text: 'Open the organisation’s security settings',
      },
    }),
  },
];

/** Whether the organisation's own rules keep the credential out. */
export function judgePolicy(heard: readonly Heard<unknown>[], subject: Subject): Finding {
  const { organisation } = subject;
  const failure = findFailure('organisation-approval', heard);
  if (failure === undefined) {
    const unheard = heard.find((each) => each.kind === 'waits' || each.kind === 'unasked');
    if (unheard !== undefined) return toUnheard(unheard);
    return ok(`No rule of ${organisation} keeps this credential out.`);
  }
  const policy = policies.find(({ says }) => says.test(failure.githubMessage ?? ''));
  return broken({
    proof: `Asked GitHub for ${organisation}: it ${policy?.what ?? 'keeps this credential out'}.`,
    consequence: nothingOf(subject),
    repair: policy?.toRepair(subject) ?? {
      text: `Ask an owner of ${organisation} which credentials it allows.`,
      link: toReplaceLink(subject),
    },
  });
}
