import type { RouteCall, SignOnSettings, saveSignOnProvider } from '@throughline/contract';

/** Single sign-on as its form holds it: texts, lists with commas. */
export type ProviderValues = Readonly<
  Record<
    | 'name'
    | 'issuer'
    | 'clientId'
    | 'clientSecret'
    | 'scopes'
    | 'groupsClaim'
    | 'administratorGroups'
    | 'managerGroups'
    | 'memberGroups'
    | 'openDomains',
    string
  >
>;

const nothingYet: SignOnSettings = {
  name: '',
  issuer: '',
  clientId: '',
  scopes: ['profile', 'email'],
  administratorGroups: [],
  managerGroups: [],
  memberGroups: [],
  ungrouped: 'refused',
  openDomains: [],
  isPrivateAllowed: false,
};

export const toValues = (provider: SignOnSettings = nothingYet): ProviderValues => ({
  name: provider.name,
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: '',
  scopes: provider.scopes.join(', '),
  groupsClaim: provider.groupsClaim ?? '',
  administratorGroups: provider.administratorGroups.join(', '),
  managerGroups: provider.managerGroups.join(', '),
  memberGroups: provider.memberGroups.join(', '),
  openDomains: provider.openDomains.join(', '),
});

type Body = NonNullable<RouteCall<typeof saveSignOnProvider>['body']>;

export const toBody = (
  values: ProviderValues,
  choices: Pick<SignOnSettings, 'ungrouped' | 'isPrivateAllowed'>,
): Body => ({
  ...choices,
  name: values.name,
  issuer: values.issuer,
  clientId: values.clientId,
  scopes: toList(values.scopes),
  administratorGroups: toList(values.administratorGroups),
  managerGroups: toList(values.managerGroups),
  memberGroups: toList(values.memberGroups),
  openDomains: toList(values.openDomains),
  ...(values.groupsClaim.trim() === '' ? {} : { groupsClaim: values.groupsClaim }),
  ...(values.clientSecret.trim() === '' ? {} : { clientSecret: values.clientSecret }),
});

const toList = (text: string): string[] =>
  text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '');
