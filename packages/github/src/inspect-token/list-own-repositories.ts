import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { findAnswer } from './find-answer.ts';

const repository = z
  .object({ name: z.string(), owner: z.object({ login: z.string() }), private: z.boolean().catch(true) })
  .transform(({ name, owner, private: isPrivate }) => ({ name, owner: owner.login, isPrivate }));

export type OwnRepository = z.output<typeof repository>;

export interface OwnRepositories {
  readonly repositories: readonly OwnRepository[];
  /** False: there are more, or this token may not list them. */
  readonly isWhole: boolean;
}

const fullPage = 100;
const mostPages = 5;

/** Repositories that a token's owner has to do with in one of these ways, as far as the token reaches. Up to 5 requests. */
export async function listOwnRepositories(
  client: GitHubClient,
  affiliation: 'owner,collaborator' | 'owner,collaborator,organization_member',
): Promise<OwnRepositories> {
  const found: OwnRepository[] = [];
  for (let page = 1; page <= mostPages; page += 1) {
    const answer = await findAnswer(client, '/user/repos', { affiliation, per_page: fullPage, page });
    if (!Array.isArray(answer?.body)) return { repositories: found, isWhole: false };
    const parsed = answer.body.map((entry: unknown) => repository.safeParse(entry));
    found.push(...parsed.flatMap((one) => (one.success ? [one.data] : [])));
    if (answer.body.length < fullPage) return { repositories: found, isWhole: true };
  }
  return { repositories: found, isWhole: false };
}
