import type { ActingBy, ActionStanding } from '@throughline/contract';

/** How asking to act stands, and the one step that comes next. */
export interface ActingWords {
  /** `waiting`: somebody at GitHub has something to do. */
  readonly kind: 'waiting' | 'granted';
  readonly sentence: string;
  /** Where the next step is done. */
  readonly link?: { readonly href: string; readonly text: string };
  /** For an owner who is somebody else. */
  readonly message?: string;
}

interface Asked {
  readonly by: ActingBy;
  readonly actions: readonly ActionStanding[];
  readonly organisation: string;
}

export function toActingWords({ by, actions, organisation }: Asked): ActingWords {
  switch (by.state) {
    case 'not-looked':
      return {
        kind: 'waiting',
        sentence: `GitHub has not said yet what ${by.name} was granted on ${organisation}. Look again.`,
      };
    case 'not-installed':
      return toInstalling(by, organisation);
    case 'suspended':
      return {
        kind: 'waiting',
        sentence: `An owner of ${organisation} has suspended ${by.name}, so nothing can be done by it. An owner ends that on GitHub.`,
        ...toLink(by.installationUrl, 'See it on GitHub'),
      };
    case 'waiting':
    case 'partly-possible':
      return toWaiting(by, actions, organisation);
    case 'possible':
      return { kind: 'granted', sentence: `${by.name} was granted all that was asked for.` };
  }
}

const toLink = (href: string | undefined, text: string): Pick<ActingWords, 'link'> =>
  href === undefined ? {} : { link: { href, text } };

const toInstalling = ({ name, installUrl }: ActingBy, organisation: string): ActingWords => ({
  kind: 'waiting',
  sentence: `Waiting because ${name} is not installed on ${organisation}. An owner of ${organisation} installs it.`,
  ...toLink(installUrl, 'Install it on GitHub'),
  message: `Throughline asks to act for ${organisation} by the app ${name}. You are an owner of ${organisation}: install it here, please. ${installUrl}`,
});

/** What the App itself does not ask for comes first: an owner cannot accept it before. */
function toWaiting(by: ActingBy, actions: readonly ActionStanding[], organisation: string): ActingWords {
  const { name, permissionsUrl, acceptUrl } = by;
  const ofApp = listMissing(actions, 'app');
  if (ofApp !== '') {
    const owner = by.ownerLogin === undefined ? 'Its owner' : `Its owner, ${by.ownerLogin},`;
    return {
      kind: 'waiting',
      sentence: `Waiting because ${name} does not ask for ${ofApp} itself. ${owner} sets that on GitHub; then an owner of ${organisation} accepts it.`,
      ...toLink(permissionsUrl, `Permissions of ${name} on GitHub`),
      message: `Throughline asks to act for ${organisation} by the app ${name}, which needs ${ofApp}. You own the app: add that here, please. ${permissionsUrl}`,
    };
  }
  const ofOwner = listMissing(actions, 'owner');
  return {
    kind: 'waiting',
    sentence: `Waiting because no owner of ${organisation} has accepted ${ofOwner} for ${name} yet.`,
    ...toLink(acceptUrl, 'Accept it on GitHub'),
    message: `Throughline asks to act for ${organisation} by the app ${name}, which needs ${ofOwner}. You are an owner of ${organisation}: accept it here, please. ${acceptUrl ?? ''}`,
  };
}

/** Each once: two actions may lack the same. */
const listMissing = (actions: readonly ActionStanding[], from: 'app' | 'owner'): string =>
  [
    ...new Set(
      actions
        .flatMap(({ missing }) => missing)
        .filter((one) => one.from === from)
        .map(({ permission }) => permission),
    ),
  ].join(', ');

const stateWords = { possible: 'granted', waiting: 'waiting', 'not-asked': 'not asked for' } as const;

/** Every action that was asked for, in a line: "Access to repositories: granted. Webhooks: waiting." */
export const toActionsLine = (actions: readonly ActionStanding[]): string =>
  actions
    .filter(({ state }) => state !== 'not-asked')
    .map(({ name, state }) => `${name}: ${stateWords[state]}.`)
    .join(' ');

export const toStateWord = (state: ActionStanding['state']): string => stateWords[state];
