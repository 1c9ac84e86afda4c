import { z } from 'zod';

const repositoryId = z.number().int();

const team = { organisation: z.string().min(1), team: z.string().min(1) };

/** Body of `POST /_emulator/teams`: what is done to a team, by its slug. */
export const teamEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['joined', 'left']), ...team, login: z.string().min(1) }),
  z.strictObject({ kind: z.literal('nested'), ...team, in: z.string().min(1).nullable() }),
  z.strictObject({ kind: z.literal('deleted'), ...team }),
]);

/** Body of `POST /_emulator/repositories`: what is done to a repository of any source. */
export const editSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('renamed'), repositoryId, name: z.string().min(1) }),
  z.strictObject({ kind: z.literal('transferred'), repositoryId, owner: z.string().min(1) }),
  z.strictObject({ kind: z.literal('archived'), repositoryId, isArchived: z.boolean() }),
  z.strictObject({ kind: z.literal('deleted'), repositoryId }),
  z.strictObject({
    kind: z.literal('collaborator'),
    repositoryId,
    login: z.string().min(1),
    permission: z.enum(['READ', 'TRIAGE', 'WRITE', 'MAINTAIN', 'ADMIN']).nullable(),
  }),
]);

const organisation = z.string().min(1);

/** Body of `POST /_emulator/organisations`: what is done to an organisation, by its login. */
export const organisationEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('renamed'), organisation, to: z.string().min(1) }),
  z.strictObject({ kind: z.literal('deleted'), organisation }),
  z.strictObject({
    kind: z.literal('joined'),
    organisation,
    login: z.string().min(1),
    role: z.enum(['ADMIN', 'MEMBER']).default('MEMBER'),
  }),
  z.strictObject({ kind: z.literal('left'), organisation, login: z.string().min(1) }),
]);

/** Body of `POST /_emulator/oauth-approvals`: what an organisation says to an OAuth app. */
export const oauthApprovalSchema = z.strictObject({
  organisation: z.string().min(1),
  clientId: z.string().min(1),
  state: z.enum(['none', 'requested', 'granted', 'denied']),
});
