import type { HostDoor } from '../client/request-once.ts';

/** An OAuth app, or a GitHub App in its users' name, on the host where it is registered. */
export interface OauthClient extends HostDoor {
  readonly clientId: string;
  readonly clientSecret: string;
}

/** How an app proves itself to GitHub where it acts on its users' tokens. */
export const toBasicAuthorization = ({
  clientId,
  clientSecret,
}: Pick<OauthClient, 'clientId' | 'clientSecret'>): string =>
  `basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
