import { generateKeyPairSync } from 'node:crypto';
import {
  addGithubApp,
  addOauthApp,
  beginAppManifest,
  beginSignOn,
  checkGithubApp,
  checkHost,
  finishAppManifest,
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
  /** Where what was typed is kept and asked later: what asks it, given what was answered until then. */
  readonly asked?: { readonly path: string; readonly toBody: (answer: unknown) => object };
  /** The field in the contract: `testToken body host.address`. */
  readonly field: string;
}

/** Fields of the contract that are named as if they took a host's address, and what they are instead: nothing is asked there. */
export const otherFields: Readonly<Record<string, string>> = {
  'addGithubApp body app.webhookSecret': 'a secret',
  'checkGithubApp body app.webhookSecret': 'a secret',
  'listOauthApps query address': 'a host of ours is looked up by it',
  'listGithubApps query address': 'a host of ours is looked up by it',
  'saveSignOnProvider body openDomains': 'an address’ last part is held against it',
  'setDomains body domains': 'an address’ last part is held against it',
  'askCorrection body address': 'a pull request of ours is looked up by it',
  'findAddress query address': 'a page of ours is looked up by it',
  'createView body address': 'a page of ours',
  'updateView body address': 'a page of ours',
  'getPullRequest params host': 'a host of ours is looked up by it',
  'excludePullRequest params host': 'a host of ours is looked up by it',
  'includePullRequest params host': 'a host of ours is looked up by it',
  'getRepositoryPage params host': 'a host of ours is looked up by it',
};

/** A secret that goes to whoever is asked; it may reach no other. */
export const sentSecret = 'ghp_sentSentSentSentSentSentSentSentSent';

/** Good for an App's secrets; it too may reach no other. */
const sentCode = sentSecret;

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
    field: 'checkHost body host.address',
    method: checkHost.method,
    path: checkHost.path,
    toBody: (address, isPrivateAllowed) => ({ host: { address, isPrivateAllowed } }),
  },
  {
    name: 'the host of a token',
    field: 'testToken body host.address',
    method: testToken.method,
    path: testToken.path,
    toBody: (address, isPrivateAllowed) => ({ host: { address, isPrivateAllowed }, token: sentSecret }),
  },
  {
    name: 'the host of an OAuth app',
    field: 'addOauthApp body host.address',
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
    field: 'checkGithubApp body host.address',
    method: checkGithubApp.method,
    path: checkGithubApp.path,
    toBody: (address, isPrivateAllowed) => ({ host: { address, isPrivateAllowed }, app: sentApp }),
  },
  {
    name: 'the host of a GitHub App by hand',
    field: 'addGithubApp body host.address',
    method: addGithubApp.method,
    path: addGithubApp.path,
    toBody: (address, isPrivateAllowed) => ({ host: { address, isPrivateAllowed }, app: sentApp }),
  },
  {
    name: 'the host on which an App is made',
    field: 'beginAppManifest body host.address',
    method: beginAppManifest.method,
    path: beginAppManifest.path,
    toBody: (address, isPrivateAllowed) => ({
      host: { address, isPrivateAllowed },
      owner: { kind: 'own-account' },
    }),
    asked: {
      path: finishAppManifest.path,
      toBody: (answer) => ({ state: beginAppManifest.answer.parse(answer).state, code: sentCode }),
    },
  },
  {
    name: 'the issuer of single sign-on',
    field: 'saveSignOnProvider body issuer',
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
    asked: { path: beginSignOn.path, toBody: () => ({ intent: 'sign-in' }) },
  },
];
