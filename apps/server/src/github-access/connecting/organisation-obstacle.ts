import type { CredentialKind, OrganisationSeen as OrganisationAnswer } from '@throughline/contract';
import type { OrganisationRefusal, OrganisationSeen } from '@throughline/github';

export type Obstacle = NonNullable<OrganisationAnswer['obstacle']>;

/** Whose obstacles these are. */
export interface Holder {
  /** The origin of the host's web interface. */
  readonly webUrl: string;
  readonly kind: CredentialKind;
  /** Of the OAuth app that a sign-in came by. */
  readonly clientId: string | undefined;
}

/** Why an organisation cannot be connected with a token or a sign-in now, and where that is repaired; undefined: it can. */
export function findObstacle(seen: OrganisationSeen, holder: Holder): Obstacle | undefined {
  if (seen.sso === 'required') return toSignOn(seen, holder);
  if (seen.refusal !== undefined) return toRefused(seen, seen.refusal, holder);
  return seen.role === 'unknown'
    ? {
        kind: 'not-member',
        text: `the owner of ${toName(holder)} is not a member, or ${toName(holder)} may not see that`,
      }
    : undefined;
}

interface Connectable {
  readonly credentialId: number | undefined;
  /** What keeps the credential from reading the organisation. */
  readonly obstacle: Obstacle | undefined;
  /** The connection it has already. */
  readonly connectedAs: string | undefined;
}

/**
 * What an answer says of an organisation, whatever the way of connecting: the credential it can be read with or what
 * stands in the way; of one that is connected both, for the credential may take the place of the one it is read with.
 */
export const toConnectable = ({
  credentialId,
  obstacle,
  connectedAs,
}: Connectable): Pick<OrganisationAnswer, 'credentialId' | 'obstacle' | 'hindrance'> => {
  const usable = obstacle === undefined && credentialId !== undefined ? { credentialId } : {};
  if (connectedAs === undefined) return obstacle === undefined ? usable : { obstacle };
  const connected = { kind: 'connected', text: `already connected as ${connectedAs}`, connectedAs } as const;
  return { ...usable, obstacle: connected, ...(obstacle === undefined ? {} : { hindrance: obstacle }) };
};

const toName = ({ kind }: Holder): string => (kind === 'oauth-token' ? 'this sign-in' : 'this token');

const toSignOn = ({ ssoUrl }: OrganisationSeen, holder: Holder): Obstacle => ({
  kind: 'sign-on',
  text: `needs sign-on: ${toName(holder)} isn’t authorised for its single sign-on`,
  ...(ssoUrl === undefined ? {} : { link: ssoUrl, linkText: 'Authorise it on GitHub' }),
});

function toRefused(
  { login, role }: OrganisationSeen,
  refusal: OrganisationRefusal,
  holder: Holder,
): Obstacle {
  switch (refusal.kind) {
    case 'token-kind':
      return toKindForbidden(login, holder);
    case 'lifetime':
      return toLifetime(refusal, holder);
    case 'token-waits':
      return {
        kind: 'token-waits',
        text: 'waits for an owner’s approval: until then this token sees public things only. If nobody was asked, it was made for public repositories',
        link: `${holder.webUrl}/organizations/${login}/settings/personal-access-token-requests`,
        linkText: 'Open the requests on GitHub, as an owner',
      };
    case 'other-owner':
      return {
        kind: 'token-elsewhere',
        text: `is not what this token was made for: it belongs to ${refusal.owner}, and a fine-grained token reaches one owner only`,
        link: toNewFineGrained(login, holder),
        linkText: `Make one for ${login} on GitHub`,
      };
    case 'app-restricted':
      return toRestricted(role, holder);
    case 'rule':
      return { kind: 'rule', text: `keeps it out by a rule of its own${toWords(refusal.githubMessage)}` };
  }
}

const toWords = (githubMessage: string | undefined): string =>
  githubMessage === undefined ? '' : `. GitHub says: ${githubMessage.replace(/\.$/, '')}`;

const toKindForbidden = (login: string, holder: Holder): Obstacle =>
  holder.kind === 'fine-grained-token'
    ? {
        kind: 'token-kind-forbidden',
        text: 'forbids fine-grained tokens. A classic one, an OAuth app or a GitHub App may be let in',
        link: toNewClassic(holder),
        linkText: 'Make a classic token on GitHub',
      }
    : {
        kind: 'token-kind-forbidden',
        text: 'forbids classic tokens. A fine-grained one, an OAuth app or a GitHub App may be let in',
        link: toNewFineGrained(login, holder),
        linkText: 'Make a fine-grained token on GitHub',
      };

const toLifetime = (
  { days, settingsUrl }: Extract<OrganisationRefusal, { kind: 'lifetime' }>,
  { webUrl, kind }: Holder,
): Obstacle => ({
  kind: 'lifetime',
  text: `lets tokens live ${days === undefined ? 'a shorter time than this one does' : `${days} days at most, and this one lives longer`}`,
  link: isOn(settingsUrl, webUrl)
    ? settingsUrl
    : `${webUrl}/settings/${kind === 'fine-grained-token' ? 'personal-access-tokens' : 'tokens'}`,
  linkText: 'Shorten its life on GitHub',
});

/** An address in GitHub's words becomes a link only when it is on that very host. */
const isOn = (url: string | undefined, webUrl: string): url is string =>
  url !== undefined && URL.canParse(url) && new URL(url).origin === new URL(webUrl).origin;

/** GitHub tells an app neither that it is kept out nor why: only what follows from membership is said. */
function toRestricted(role: OrganisationSeen['role'], { webUrl, clientId }: Holder): Obstacle {
  const link = `${webUrl}/settings/connections/applications/${clientId ?? ''}`;
  return role === 'owner'
    ? {
        kind: 'approval-grant',
        text: 'has not let this app in. You are an owner and can grant it',
        link,
        linkText: 'Grant it on GitHub',
      }
    : {
        kind: 'approval-request',
        text: 'has not let this app in. GitHub doesn’t tell whether nobody has asked yet, an owner has still to decide, or it was denied',
        link,
        linkText: 'See or request it on GitHub',
      };
}

const toNewClassic = ({ webUrl }: Holder): string =>
  `${webUrl}/settings/tokens/new?scopes=repo,read:org&description=Throughline`;

/** GitHub fills its form in from the address. */
const toNewFineGrained = (login: string, { webUrl }: Holder): string =>
  `${webUrl}/settings/personal-access-tokens/new?${new URLSearchParams({
    name: 'Throughline',
    target_name: login,
    pull_requests: 'read',
    issues: 'read',
    contents: 'read',
    members: 'read',
  }).toString()}`;
