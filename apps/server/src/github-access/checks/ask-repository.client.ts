import * as z from 'zod';
import type { ClientPool } from '../client-pool.client.ts';
import type { Heard } from './examination.ts';
import { hear } from './hear.ts';
import type { RepositoryHeard } from './judge-repository.ts';
import { findBody } from './read-organisation.client.ts';

const repository = z.object({
  id: z.number().int(),
  full_name: z.string(),
  archived: z.boolean(),
  fork: z.boolean(),
});

/** A repository as GitHub shows it to a connection's credential; undefined where it shows nothing. 1 request. */
export const askRepository = (
  { clients }: { readonly clients: ClientPool },
  connectionId: number,
  { owner, name }: { readonly owner: string; readonly name: string },
  signal: AbortSignal,
): Promise<Heard<RepositoryHeard | undefined>> =>
  hear(async () => {
    const { client } = await clients.forConnection(connectionId, 'person', signal);
    const found = repository.safeParse(await findBody(client, '/repos/{owner}/{name}', { owner, name })).data;
    return (
      found && {
        githubId: found.id,
        fullName: found.full_name,
        isArchived: found.archived,
        isFork: found.fork,
      }
    );
  });
