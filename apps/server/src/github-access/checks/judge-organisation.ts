import { attention, broken, type Finding, notChecked, ok } from '../../platform/checks/index.ts';
import type { ConnectionSubject } from './connection-subject.ts';
import type { Examination, Heard, OrganisationHeard } from './examination.ts';
import { toReplaceLink, toUnheard } from './judge-credential.ts';
import { nothingOf } from './judge-let-in.ts';

type Subject = Pick<
  ConnectionSubject,
  'credential' | 'name' | 'organisation' | 'organisationGithubId' | 'host'
>;

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
