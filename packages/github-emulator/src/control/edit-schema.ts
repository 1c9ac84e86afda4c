import { z } from 'zod';

const repositoryId = z.number().int();

/** Body of `POST /_emulator/repositories`: what is done to a repository of any source. */
export const editSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('renamed'), repositoryId, name: z.string().min(1) }),
  z.strictObject({ kind: z.literal('transferred'), repositoryId, owner: z.string().min(1) }),
  z.strictObject({ kind: z.literal('archived'), repositoryId, isArchived: z.boolean() }),
  z.strictObject({ kind: z.literal('deleted'), repositoryId }),
]);
