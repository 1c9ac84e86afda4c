import type { GitHubFailure } from '@throughline/github';
import { attention, broken, type Finding, notChecked, ok } from '../../platform/checks/index.ts';
import type { ConnectionSubject } from './connection-subject.ts';
import type { Examination, Heard, OrganisationHeard } from './examination.ts';
import { toReplaceLink, toUnheard } from './judge-credential.ts';

type Subject = Pick<
  ConnectionSubject,
  'credential' | 'name' | 'organisation' | 'organisationGithubId' | 'host'
>;

const nothingOf = ({ organisation }: Subject): string =>
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

interface Places {
  readonly profile: Heard<OrganisationHeard | undefined>;
  /** Asked only where the profile is another's or nobody's. */
  readonly todaysLogin: Heard<string | undefined> | undefined;
}

/** Whether the organisation is still there under the name we know. */
export function judgePlace({ profile, todaysLogin }: Places, subject: Subject): Finding {
  const { organisation, organisationGithubId } = subject;
  if (profile.kind !== 'answered') return toUnheard(profile);
  if (profile.value?.githubId === organisationGithubId) {
    return ok(`GitHub shows ${profile.value.login} under the id we know.`);
  }
  const login = todaysLogin?.kind === 'answered' ? todaysLogin.value : undefined;
  if (login !== undefined && login.toLowerCase() !== organisation.toLowerCase()) {
    return broken({
      proof: `Asked GitHub for ${organisation}: the organisation of that id is called ${login} now.`,
      consequence: 'Nothing new of it is read under the old name; what was read stays.',
      repair: {
        text: `Put a credential that sees ${login} in its place, or connect ${login} again.`,
        link: toReplaceLink(subject),
      },
    });
  }
  return broken({
    proof: `Asked GitHub for ${organisation}: it shows this credential no such organisation.`,
    consequence: `Nothing of ${organisation} is read; what was read stays.`,
    repair: {
      text: `See on GitHub whether ${organisation} is still there; if it is, use the credential of a member.`,
      link: { address: `${subject.host.baseUrl}/${organisation}`, text: `Open ${organisation} on GitHub` },
    },
  });
}

type Membership = Awaited<ReturnType<Examination['membership']>>;

/** Whether whoever the credential acts for is in the organisation. */
export function judgeMembership(heard: Membership, subject: Subject): Finding {
  const { credential, organisation } = subject;
  if (heard.kind !== 'answered') return toUnheard(heard);
  const login = credential?.login ?? 'its owner';
  switch (heard.value) {
    case 'member':
      return ok(`${login} is a member of ${organisation}.`);
    case 'unknown':
      return notChecked('the credential may not read memberships');
    case 'none':
      return broken({
        proof: `Asked GitHub whether ${login} is a member of ${organisation}: no.`,
        consequence: `Only what everybody may see of ${organisation} is read, and of its members nothing.`,
        repair: {
          text: `Have ${login} invited again, or use the credential of a member.`,
          link: toReplaceLink(subject),
        },
      });
  }
}

/** Whether there are private repositories that the credential does not see. GitHub counts them to owners only. */
export function judgePrivateCount(
  profile: Heard<OrganisationHeard | undefined>,
  seen: Heard<number>,
  subject: Subject,
): Finding {
  if (profile.kind !== 'answered') return toUnheard(profile);
  if (seen.kind !== 'answered') return toUnheard(seen);
  const { publicRepositories, privateRepositories } = profile.value ?? {};
  if (publicRepositories === undefined || privateRepositories === undefined) {
    return notChecked('GitHub counts private repositories to owners only');
  }
  const missing = publicRepositories + privateRepositories - seen.value;
  const proof = `GitHub counts ${publicRepositories + privateRepositories} repositories of ${subject.organisation} and shows this credential ${seen.value}.`;
  if (missing <= 0) return ok(proof);
  return attention({
    proof,
    consequence: `${missing} private ${missing === 1 ? 'repository is' : 'repositories are'} not read, and no figure counts ${missing === 1 ? 'it' : 'them'}.`,
    repair: {
      text: 'Grant the credential these repositories on GitHub, or use one of somebody who sees them.',
      link: toReplaceLink(subject),
    },
  });
}

/** Whether a fine-grained token was let in at all: until an owner approves it, it is shown what is public. */
export function judgeApproval(probe: Awaited<ReturnType<Examination['probe']>>, subject: Subject): Finding {
  if (probe.kind !== 'answered') return toUnheard(probe);
  const { members, pullRequests, issues, contents } = probe.value;
  const isLetIn = [members, pullRequests, issues, contents].includes('granted');
  if (isLetIn)
    return ok(`${subject.organisation} has let this token in: it was shown something of its members only.`);
  return broken({
    proof: `Tried members and private repositories of ${subject.organisation}: GitHub shows this token nothing of them.`,
    consequence: nothingOf(subject),
    repair: {
      text: `It waits for an owner of ${subject.organisation} to approve it, or was given no repository. An owner finds it among the pending requests; you find it among your tokens.`,
      link: {
        address: `${subject.host.baseUrl}/organizations/${subject.organisation}/settings/personal-access-token-requests`,
        text: 'Open the requests on GitHub',
      },
    },
  });
}
