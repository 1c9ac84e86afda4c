import { type Check, defineCheck } from '../checks/index.ts';
import { judgePublicAddress } from './judge-public-address.ts';

interface Deps {
  readonly configuration: { readonly host: string; readonly publicUrl: URL | undefined };
}

/** Whether the address by which people come is one that others may use. */
export const publicAddressChecks: readonly Check<Deps, unknown>[] = [
  defineCheck({
    id: 'public-address',
    title: 'The public address',
    about: 'workspace',
    asks: 'The settings: by which address do people come?',
    says: 'It is reached beyond this machine without https.',
    repairs: 'Set PUBLIC_URL to an https address.',
    run: ({ configuration }) => judgePublicAddress(configuration),
  }),
];
