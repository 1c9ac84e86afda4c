import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { databaseId } from '../fields/scalars.ts';
import type { GitHubFailure } from '../github-failure.ts';
import { findAnswer } from './find-answer.ts';
import { judgeRefusal } from './judge-refusal.ts';
import { toSeen } from './list-organisations.ts';
import type { OwnRepositories } from './list-own-repositories.ts';
import { lookAtOrganisation, type OrganisationLook } from './look-at-organisation.ts';
import type { OrganisationRefusal, OrganisationSeen } from './token-report.ts';

interface Looking {
  readonly client: GitHubClient;
  /** Whose token it is. */
  readonly login: string;
  readonly own: OwnRepositories;
}

/** More organisations than this are listed without having been looked at. */
const mostLooks = 30;

/** The listed organisations, each with how much of it the token sees, or why the organisation keeps the token out. */
export async function lookAtListed(
  looking: Looking,
  listed: readonly OrganisationSeen[],
): Promise<readonly OrganisationSeen[]> {
  const looked: OrganisationSeen[] = [];
  for (const [index, one] of listed.entries()) {
    const isLeft = one.sso === 'required' || index >= mostLooks;
    looked.push(isLeft ? one : withLook(one, await lookAtOrganisation(looking.client, one.login), looking));
  }
  return looked;
}

/**
 * Organisations that GitHub did not list and somebody named: lists leave out in silence what keeps a token out. One that
 * does not exist is left out here too; one whose owner is no member is told as such.
 */
export async function lookAtNamed(
  looking: Looking,
  logins: readonly string[],
): Promise<readonly OrganisationSeen[]> {
  const found: OrganisationSeen[] = [];
  for (const login of logins.slice(0, mostLooks)) {
    const one = await findNamed(looking, login);
    if (one !== undefined) found.push(one);
  }
  return found;
}

async function findNamed(looking: Looking, login: string): Promise<OrganisationSeen | undefined> {
  const look = await lookAtOrganisation(looking.client, login);
  if (look.kind === 'none') return undefined;
  if (look.kind === 'seen') {
    const seen = withLook(toSeen({ ...look, id: look.githubId }, {}), look, looking);
    return { ...seen, refusal: seen.refusal ?? findSilence(look, looking) };
  }
  const profile = await findProfile(looking.client, login);
  return profile && withRefusal(toSeen(profile, {}), look.failure);
}

const publicProfile = z.object({ id: databaseId, login: z.string(), type: z.literal('Organization') });

/** What stands in the public, whatever an organisation's rules. */
async function findProfile(client: GitHubClient, login: string) {
  const answer = await findAnswer(client, '/users/{username}', { username: login });
  return publicProfile.safeParse(answer?.body).data;
}

function withLook(
  organisation: OrganisationSeen,
  look: OrganisationLook,
  { own }: Looking,
): OrganisationSeen {
  if (look.kind === 'none') return organisation;
  if (look.kind === 'refused') return withRefusal(organisation, look.failure);
  const { seen, privateSeen, privateTotal } = look;
  return {
    ...organisation,
    role: look.role === 'none' ? organisation.role : look.role,
    sees: { all: seen, private: privateSeen, privateTotal, chosen: countChosen(look, own) },
  };
}

function withRefusal(organisation: OrganisationSeen, failure: GitHubFailure): OrganisationSeen {
  switch (failure.kind) {
    case 'sso-required':
      return { ...organisation, sso: 'required', ssoUrl: failure.ssoUrl };
    case 'organisation-approval':
      return { ...organisation, refusal: judgeRefusal(failure) };
    default:
      return organisation;
  }
}

type Seen = Extract<OrganisationLook, { kind: 'seen' }>;

const isOf = (login: string, owner: string): boolean => owner.toLowerCase() === login.toLowerCase();

/** A fine-grained token lists what was chosen for it; that it is limited shows where a public repository is not among it. */
function countChosen({ login, publicTotal, privateSeen, privateTotal }: Seen, own: OwnRepositories) {
  if (!own.isWhole) return undefined;
  const listed = own.repositories.filter(({ owner }) => isOf(login, owner));
  const publicListed = listed.filter(({ isPrivate }) => !isPrivate).length;
  const isLimited =
    listed.length > 0 &&
    (publicListed < publicTotal || (privateTotal !== undefined && privateSeen < privateTotal));
  return isLimited ? listed.length : undefined;
}

/** Why GitHub did not list an organisation whose member the token's owner is. */
function findSilence(
  { login, role, privateSeen }: Seen,
  { client: { tokenKind }, login: ownLogin, own }: Looking,
): OrganisationRefusal | undefined {
  if (role === 'none') return undefined;
  if (tokenKind === 'oauth') return { kind: 'app-restricted' };
  if (tokenKind !== 'fine-grained' || privateSeen > 0) return undefined;
  const owners = [...new Set(own.repositories.map(({ owner }) => owner))];
  if (owners.some((owner) => isOf(login, owner))) return undefined;
  const [other] = owners.filter((owner) => !isOf(ownLogin, owner));
  return other === undefined ? { kind: 'token-waits' } : { kind: 'other-owner', owner: other };
}
