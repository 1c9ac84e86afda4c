import * as z from 'zod';
import type { GitHubClient } from '../client/github-client.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure } from '../github-failure.ts';

export interface OrganisationRecord {
  readonly githubId: number;
  readonly login: string;
  readonly name: string | undefined;
}

const answer = z.object({ id: z.number().int(), login: z.string(), name: z.string().nullish() });

/** An organisation by its login, as this token sees it; undefined when it sees none. 1 request. */
export async function readOrganisation(
  client: GitHubClient,
  login: string,
): Promise<OrganisationRecord | undefined> {
  try {
    const { body } = await client.getRest('/orgs/{login}', { login });
    const parsed = answer.safeParse(body);
    if (!parsed.success)
      throw new GitHubFailure('unreadable', failureSentences.unreadable, { cause: parsed.error });
    const { id, name, ...rest } = parsed.data;
    return { githubId: id, login: rest.login, name: name ?? undefined };
  } catch (error) {
    if (error instanceof GitHubFailure && error.kind === 'gone') return undefined;
    throw error;
  }
}
