import type { Emulator } from '../emulator.ts';
import { isRedirectAllowed } from './match-redirect-uri.ts';

/** Whoever may send users through the web flow: an OAuth app, or a GitHub App for its users' tokens. */
export type OauthClient = {
  readonly kind: 'oauth-app' | 'github-app';
  readonly name: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly callbackUrls: readonly string[];
  readonly homepageUrl: string;
  readonly owner?: string | undefined;
  readonly isSuspended: boolean;
};

/** A GitHub App without a callback address takes no users. */
export function findOauthClient({ oauth, apps }: Emulator, clientId: string): OauthClient | undefined {
  const oauthApp = oauth.apps.find(clientId);
  if (oauthApp !== undefined) return { ...oauthApp, kind: 'oauth-app' };
  const app = apps.findByClientId(clientId);
  if (app === undefined || app.callbackUrls.length === 0) return undefined;
  return { ...app, kind: 'github-app', isSuspended: false };
}

/** A GitHub App's callback addresses are matched to the letter, an OAuth app's by what lies below them. */
export function canRedirect({ kind, callbackUrls }: OauthClient, redirectUri: string): boolean {
  return kind === 'github-app'
    ? callbackUrls.includes(redirectUri)
    : isRedirectAllowed(callbackUrls, redirectUri);
}
