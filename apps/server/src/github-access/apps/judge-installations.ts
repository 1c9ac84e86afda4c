import type { OrganisationSeen, ReadData } from '@throughline/contract';
import { type AppRecord, appPermissions, type Installation, listWithheld } from '@throughline/github';
import { toAppData } from '../credentials/permissions-held.ts';
import type { OwnOrganisation, Sighting } from './app-sightings.sql.ts';
import { toInstallUrl } from './to-install-url.ts';

interface Judged {
  readonly sighting: Sighting;
  /** Everywhere the App is installed. */
  readonly installations: readonly Installation[];
  readonly app: AppRecord;
  /** What shall be read. */
  readonly data: readonly ReadData[];
}

type Obstacle = NonNullable<OrganisationSeen['obstacle']>;

/** An organisation of the administrator's, and either the installation it can be read with or what stands in the way. */
export type JudgedOrganisation = OwnOrganisation &
  (
    | { readonly kind: 'free'; readonly installation: Installation; readonly withheld: string | undefined }
    | { readonly kind: 'obstacle'; readonly obstacle: Obstacle }
  );

/**
 * The organisations that an administrator may connect: theirs, and others of whose installation they reach a part. Where
 * the App is installed beyond these is nothing of theirs, and is not told.
 */
export function judgeInstallations(given: Judged): readonly JudgedOrganisation[] {
  const { organisations, installationIds } = given.sighting;
  const own = new Set(organisations.map(({ githubId }) => githubId));
  const ofOrganisations = given.installations.filter(({ account }) => account.isOrganisation);
  const byAccount = new Map(ofOrganisations.map((one) => [one.account.githubId, one]));
  const beyond = ofOrganisations
    .filter(
      ({ installationId, account }) => installationIds.includes(installationId) && !own.has(account.githubId),
    )
    .map(({ account: { githubId, login } }): OwnOrganisation => ({ githubId, login, role: 'none' }));
  return [...organisations, ...beyond].map((one) => {
    const installation = byAccount.get(one.githubId);
    // As it is called now: it may have been renamed since.
    const login = installation?.account.login ?? one.login;
    return judgeOne(given, { ...one, login }, installation);
  });
}

function judgeOne(
  { app, data }: Judged,
  organisation: OwnOrganisation,
  installation: Installation | undefined,
): JudgedOrganisation {
  const toObstacle = (obstacle: Obstacle): JudgedOrganisation => ({
    ...organisation,
    kind: 'obstacle',
    obstacle,
  });
  if (installation === undefined) return toObstacle(toNotInstalled(app, organisation));
  if (installation.suspendedAt !== undefined) return toObstacle(toSuspended(installation));
  const withheld = listWithheld(toAppData(data), installation.permissions);
  if (withheld.includes('pull-requests') || withheld.includes('commits')) {
    return toObstacle(toWaiting(app, installation, toWords(withheld)));
  }
  return {
    ...organisation,
    kind: 'free',
    installation,
    withheld: withheld.length === 0 ? undefined : toLess(installation, withheld),
  };
}

const toWords = (withheld: readonly (keyof typeof appPermissions)[]): string =>
  withheld.map((each) => appPermissions[each].permission).join(', ');

const toNotInstalled = ({ pageUrl }: AppRecord, { githubId, role }: OwnOrganisation): Obstacle => ({
  kind: 'not-installed',
  text: 'the app is not installed on it yet',
  link: `${toInstallUrl(pageUrl)}/permissions?target_id=${githubId}`,
  linkText: role === 'owner' ? 'Install on GitHub' : 'Ask an owner, on GitHub',
});

const toSuspended = ({ suspendedAt, pageUrl }: Installation): Obstacle => {
  const day = suspendedAt?.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
  return {
    kind: 'suspended',
    text: `suspended by an owner on ${day ?? 'an unknown day'}`,
    link: pageUrl,
    linkText: 'See it on GitHub',
  };
};

const toWaiting = (app: AppRecord, { pageUrl, account }: Installation, missing: string): Obstacle => ({
  kind: 'permissions-wait',
  text: `new permissions wait for an owner: ${missing}`,
  link: pageUrl,
  linkText: 'See it on GitHub',
  message: `Throughline is to read ${account.login} with the app ${app.name}, which does not have what that takes yet: ${missing}. You are an owner of ${account.login}: accept it here, please. ${pageUrl}`,
});

/** What goes dark where an owner granted less than is wanted. */
const toLess = ({ account }: Installation, withheld: readonly (keyof typeof appPermissions)[]): string => {
  const costs = withheld.map((each) => appPermissions[each].consequence).join(' ');
  return `${account.login} has not granted ${toWords(withheld)}. ${costs} An owner can accept it on GitHub at any time.`;
};
