import * as z from 'zod';

/** What is read of an organisation, each a switch. Pull requests come with their reviews, comments and commits. */
export const readData = z.enum(['pull-requests', 'files', 'members']);
export type ReadData = z.output<typeof readData>;
export const allReadData: readonly ReadData[] = readData.options;

export const credentialKind = z.enum([
  'classic-token',
  'fine-grained-token',
  'other-token',
  'oauth-token',
  'app-installation',
]);
export type CredentialKind = z.output<typeof credentialKind>;
