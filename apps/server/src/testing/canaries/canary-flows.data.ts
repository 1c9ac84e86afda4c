import {
  addGithubApp,
  addOauthApp,
  checkGithubApp,
  saveSignOnProvider,
  testToken,
} from '@throughline/contract';
import type { Canaries, CanaryKind } from './make-canaries.ts';

/** A way in which somebody hands a secret over. */
export interface CanaryFlow {
  readonly name: string;
  readonly kinds: readonly CanaryKind[];
  readonly method: string;
  readonly path: string;
  /** What is sent, given where the host is. */
  readonly toBody: (canaries: Canaries, address: string) => object;
}

const tokenKinds = [
  'classicToken',
  'fineGrainedToken',
  'oauthToken',
  'installationToken',
  'longInstallationToken',
  'userToken',
  'refreshToken',
] as const;

/** The apps that GitHub knows by these secrets; the first one made there has this id. */
export const canaryApp = { name: 'Canary', githubAppId: '900001', clientId: 'Iv23liCanaryCanary00' };
export const canaryOauthApp = { name: 'Canary sign-in', clientId: 'Ov23liCanaryCanary00' };

const toApp = ({ privateKey, clientSecret, webhookSecret }: Canaries) => ({
  githubAppId: canaryApp.githubAppId,
  clientId: canaryApp.clientId,
  privateKey,
  clientSecret,
  webhookSecret,
});

/** Each way a secret comes in by a form. A new form is an entry; what comes in otherwise is told by the test itself. */
export const canaryFlows: readonly CanaryFlow[] = [
  ...tokenKinds.map(
    (kind): CanaryFlow => ({
      name: `a ${kind} is tested`,
      kinds: [kind],
      method: testToken.method,
      path: testToken.path,
      toBody: (canaries, address) => ({ host: { address }, token: canaries[kind] }),
    }),
  ),
  {
    name: 'an OAuth app is registered',
    kinds: ['clientSecret'],
    method: addOauthApp.method,
    path: addOauthApp.path,
    toBody: ({ clientSecret }, address) => ({
      host: { address },
      clientId: canaryOauthApp.clientId,
      clientSecret,
    }),
  },
  {
    name: 'a GitHub App is checked',
    kinds: ['privateKey', 'clientSecret', 'webhookSecret'],
    method: checkGithubApp.method,
    path: checkGithubApp.path,
    toBody: (canaries, address) => ({ host: { address }, app: toApp(canaries) }),
  },
  {
    name: 'a GitHub App is registered by hand',
    kinds: ['privateKey', 'clientSecret', 'webhookSecret'],
    method: addGithubApp.method,
    path: addGithubApp.path,
    toBody: (canaries, address) => ({ host: { address }, app: toApp(canaries) }),
  },
  {
    name: 'single sign-on is set up',
    kinds: ['clientSecret'],
    method: saveSignOnProvider.method,
    path: saveSignOnProvider.path,
    toBody: ({ clientSecret }, address) => ({
      name: 'Acme',
      issuer: address,
      clientId: 'throughline',
      scopes: [],
      administratorGroups: [],
      managerGroups: [],
      memberGroups: [],
      ungrouped: 'member',
      openDomains: [],
      isPrivateAllowed: true,
      clientSecret,
    }),
  },
];
