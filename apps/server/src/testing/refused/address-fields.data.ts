import { generateKeyPairSync } from 'node:crypto';
import {
  addGithubApp,
  addOauthApp,
  beginSignOn,
  checkGithubApp,
  checkHost,
  saveSignOnProvider,
  testToken,
} from '@throughline/contract';

/** A field of the product into which an address is typed. */
export interface AddressField {
  readonly name: string;
  readonly method: string;
  readonly path: string;
  /** What is sent; `isPrivateAllowed` is the administrator's mark that the host lies in their own network. */
  readonly toBody: (address: string, isPrivateAllowed: boolean) => object;
  /** Where what was typed is kept and asked later: what asks it. */
  readonly asked?: { readonly path: string; readonly body: object };
}

/** A secret that goes to whoever is asked; it may reach no other. */
export const sentSecret = 'ghp_sentSentSentSentSentSentSentSentSent';

const sentApp = {
  githubAppId: '77',
  clientId: 'Iv23liSentSentSent00',
  privateKey: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs1',
    format: 'pem',
  }),
  clientSecret: sentSecret,
  webhookSecret: sentSecret,
};

/** Every field that takes an address. A new one is an entry. */
export const addressFields: readonly AddressField[] = [
  {
    name: 'a host that is looked at',
    method: checkHost.method,
    path: checkHost.path,
    toBody: (address, isPrivateAllowed) => ({ host: { address, isPrivateAllowed } }),
  },
  {
    name: 'the host of a token',
    method: testToken.method,
    path: testToken.path,
    toBody: (address, isPrivateAllowed) => ({ host: { address, isPrivateAllowed }, token: sentSecret }),
  },
  {
    name: 'the host of an OAuth app',
    method: addOauthApp.method,
    path: addOauthApp.path,
    toBody: (address, isPrivateAllowed) => ({
      host: { address, isPrivateAllowed },
      clientId: 'Ov23liSentSentSent00',
      clientSecret: sentSecret,
    }),
  },
  {
    name: 'the host of a GitHub App that is checked',
    method: checkGithubApp.method,
    path: checkGithubApp.path,
    toBody: (address, isPrivateAllowed) => ({ host: { address, isPrivateAllowed }, app: sentApp }),
  },
  {
    name: 'the host of a GitHub App by hand',
    method: addGithubApp.method,
    path: addGithubApp.path,
    toBody: (address, isPrivateAllowed) => ({ host: { address, isPrivateAllowed }, app: sentApp }),
  },
  {
    name: 'the issuer of single sign-on',
    method: saveSignOnProvider.method,
    path: saveSignOnProvider.path,
    toBody: (issuer, isPrivateAllowed) => ({
      name: 'Acme',
      issuer,
      clientId: 'throughline',
      scopes: [],
      administratorGroups: [],
      managerGroups: [],
      memberGroups: [],
      ungrouped: 'member',
      openDomains: [],
      isPrivateAllowed,
      clientSecret: sentSecret,
    }),
    asked: { path: beginSignOn.path, body: { intent: 'sign-in' } },
  },
];
