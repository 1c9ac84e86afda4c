import {
  type AppReport,
  beginAppManifest,
  beginAppOrganisations,
  finishAppManifest,
  finishAppOrganisations,
  type GithubApp,
} from '@throughline/contract';
import type { TestClient } from '../../http/testing/index.ts';
import type { GitHubBrowser } from './visit-github.ts';

interface Maker {
  readonly administrator: TestClient;
  /** Signed in at GitHub. */
  readonly browser: GitHubBrowser;
}

/** Lets GitHub make an App of somebody's own account by a manifest, as a browser is led there and back. */
export async function makeApp(
  { administrator, browser }: Maker,
  host: { readonly address: string; readonly caCertificate?: string },
  name: string,
): Promise<GithubApp> {
  const { url } = await administrator.call(beginAppManifest, {
    body: { host, owner: { kind: 'own-account' } },
  });
  const response = await administrator.fetch(new URL(url).pathname);
  const page = { at: new URL(url), text: await response.text() };
  const made = await browser.press(await browser.press(page), { name });
  return administrator.call(finishAppManifest, toReturned(made.at.searchParams));
}

/** Installs it on all repositories of an organisation, by GitHub's id of that, and asks what it then shows. */
export async function installApp(
  { administrator, browser }: Maker,
  { registrationId, installUrl }: GithubApp,
  organisationId: number,
): Promise<AppReport> {
  const place = `${installUrl}/permissions?target_id=${organisationId}`;
  await browser.press(await browser.open(place), { repository_selection: 'all' });
  const { url } = await administrator.call(beginAppOrganisations, { params: { registrationId }, body: {} });
  return administrator.call(finishAppOrganisations, toReturned(await browser.authorise(url)));
}

/** What GitHub leads back with, as the page of return posts it. */
export const toReturned = (back: URLSearchParams) => ({
  body: { state: back.get('state') ?? '', code: back.get('code') ?? '' },
});
