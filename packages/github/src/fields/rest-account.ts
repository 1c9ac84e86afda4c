import * as z from 'zod';
import { type AccountRecord, type ActorRecord, ghost } from '../records/account-record.ts';

/** An account as REST writes it. */
export const restAccount = z
  .object({
    id: z.number().int().positive(),
    node_id: z.string(),
    login: z.string(),
    name: z.string().nullish(),
    avatar_url: z.string(),
    type: z.enum(['User', 'Bot', 'Organization', 'Mannequin']),
  })
  .transform(
    (raw): AccountRecord => ({
      kind: raw.type,
      githubId: raw.id,
      nodeId: raw.node_id,
      login: raw.login,
      name: raw.name ?? undefined,
      avatarUrl: raw.avatar_url,
    }),
  );

/** Whose doings GitHub shows under its own account for the deleted, where it does not say null. */
const ghostId = 10_137;

export const restActor = z
  .union([restAccount, z.null()])
  .transform((account): ActorRecord => (account === null || account.githubId === ghostId ? ghost : account));
