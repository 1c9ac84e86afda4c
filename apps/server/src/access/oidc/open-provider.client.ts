import type { SignOnSettings } from '@throughline/contract';
import {
  allowInsecureRequests,
  type ClientAuth,
  ClientSecretBasic,
  ClientSecretPost,
  type Configuration,
  type CustomFetchOptions,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
} from 'openid-client';
import type { Egress } from '../../platform/egress/index.ts';

/** No discovery, key set or token answer comes near it. */
const maxBytes = 1024 * 1024;
const timeoutMs = 10_000;
const timeoutSeconds = 20;

interface Provider {
  readonly settings: SignOnSettings;
  readonly clientSecret: string;
}

/**
 * What a provider says of itself, asked anew: it must call itself as it was entered. Every request goes by the one way
 * out; a private address only where the administrator allowed it, and then the issuer's own host alone.
 */
export async function openProvider(
  egress: Egress,
  { settings, clientSecret }: Provider,
): Promise<Configuration> {
  const issuer = new URL(settings.issuer);
  const send = (url: string, { method, headers, body, signal }: CustomFetchOptions): Promise<Response> => {
    const target = new URL(url);
    const ask = egress.fetchFor({
      origins: [target.origin],
      allowPrivateHosts: settings.isPrivateAllowed && target.hostname === issuer.hostname,
      maxBytes,
      timeoutMs,
    });
    return ask(target, { method, headers, signal, ...toBody(body) });
  };
  const config = await discovery(issuer, settings.clientId, undefined, toClientAuth(clientSecret), {
    [customFetch]: send,
    timeout: timeoutSeconds,
    execute: [enableNonRepudiationChecks, ...(issuer.protocol === 'http:' ? [allowHttp] : [])],
  });
  const { issuer: named } = config.serverMetadata();
  if (named !== settings.issuer) throw new Error(`It calls itself ${named}, not ${settings.issuer}.`);
  return config;
}

// http is spoken with what the operator opened on this machine only; the way out holds to that.
// oxlint-disable-next-line typescript/no-deprecated -- marked so only to make it stand out, says its documentation
const allowHttp = allowInsecureRequests;

const toBody = (body: CustomFetchOptions['body']): { readonly body?: string } => {
  if (body instanceof URLSearchParams) return { body: body.toString() };
  return typeof body === 'string' ? { body } : {};
};

/**
 * In the body where the provider takes it there, for providers differ in how they read it in the header; in the header
 * where it does not say (OpenID Connect Discovery 1.0, section 3).
 */
function toClientAuth(clientSecret: string): ClientAuth {
  const [basic, post] = [ClientSecretBasic(clientSecret), ClientSecretPost(clientSecret)];
  return (server, ...more) => {
    const methods = server.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
    return (methods.includes('client_secret_post') ? post : basic)(server, ...more);
  };
}
