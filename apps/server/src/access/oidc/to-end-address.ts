/** Where a provider ends its own session and leads back from (OpenID Connect RP-Initiated Logout 1.0, section 2). */
export function toEndAddress(endSessionUrl: string, clientId: string, origin: string): string {
  const url = new URL(endSessionUrl);
  url.searchParams.set('client_id', clientId);
  url.searchParams.set('post_logout_redirect_uri', `${origin}/signin`);
  return url.href;
}
