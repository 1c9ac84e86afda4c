import type { Permissions } from './to-app-permissions.ts';

interface GivenManifest {
  /** Unique on its host; cut to what GitHub takes. */
  readonly name: string;
  /** Where people find out about the app. */
  readonly homepageUrl: string;
  /** Where GitHub leads back to: from making the app, from signing in with it, from installing it. */
  readonly returnUrls: readonly [string, ...string[]];
  readonly permissions: Permissions;
  /** Whether others than its owner may install it. */
  readonly isPublic: boolean;
  readonly description: string;
}

/** GitHub takes no longer ones. */
const longestName = 34;

/**
 * What GitHub makes an app of (GitHub, "Registering a GitHub App from a manifest"). It has no webhook: one without an
 * address is inactive, and an inactive one takes no events.
 */
export const toManifest = ({ name, returnUrls, ...given }: GivenManifest) => ({
  name: name.slice(0, longestName).trim(),
  url: given.homepageUrl,
  description: given.description,
  redirect_url: returnUrls[0],
  callback_urls: [...returnUrls],
  setup_url: returnUrls[0],
  setup_on_update: true,
  public: given.isPublic,
  default_permissions: given.permissions,
  default_events: [],
});

/** Where a form posts a manifest to: to whoever is signed in there, or to an organisation. */
export const toManifestAddress = (
  webUrl: string,
  organisation: string | undefined,
  state: string,
): string => {
  const owner = organisation === undefined ? '' : `/organizations/${encodeURIComponent(organisation)}`;
  return `${webUrl}${owner}/settings/apps/new?${new URLSearchParams({ state }).toString()}`;
};
