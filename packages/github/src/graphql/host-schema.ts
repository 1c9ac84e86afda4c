import * as z from 'zod';
import { leaveOut } from './leave-out.ts';
import { type OptionalField, optionalFields } from './optional-fields.data.ts';

/** What a host's GraphQL schema has of what is optional. One for all clients of a host in this process. */
export interface HostSchema {
  /** What this host does not have and is not asked for; empty until it refused a question. */
  readonly lacking: readonly OptionalField[];
  /** A question without what the host lacks. */
  fit(text: string): string;
  /** Asks the host what it has, unless that is known of this version of it. Rejects as `ask` does. */
  learn(ask: AskHost, version: string | undefined): Promise<void>;
}

/** Posts a question and comes back with the answer's data. */
export type AskHost = (text: string) => Promise<unknown>;

/** All that `optionalFields` names, in one question. */
const hostSchemaText = `
  query hostSchema {
    pullRequest: __type(name: "PullRequest") { fields(includeDeprecated: true) { name } }
    user: __type(name: "User") { fields(includeDeprecated: true) { name } }
    timelineItem: __type(name: "PullRequestTimelineItems") { possibleTypes { name } }
    timelineItemType: __type(name: "PullRequestTimelineItemsItemType") { enumValues(includeDeprecated: true) { name } }
    rateLimit { cost }
  }
`;

const names = z.array(z.object({ name: z.string() }));
const answer = z.object({
  pullRequest: z.object({ fields: names }),
  user: z.object({ fields: names }),
  timelineItem: z.object({ possibleTypes: names }),
  timelineItemType: z.object({ enumValues: names }),
});

export function createHostSchema(): HostSchema {
  let known: { readonly version: string | undefined } | undefined;
  let lacking: readonly OptionalField[] = [];
  const texts = new Map<string, string>();
  return {
    get lacking() {
      return lacking;
    },
    fit(text) {
      if (lacking.length === 0) return text;
      const fitted = texts.get(text) ?? leaveOut(text, lacking);
      texts.set(text, fitted);
      return fitted;
    },
    async learn(ask, version) {
      if (known !== undefined && known.version === version) return;
      lacking = findLacking(await ask(hostSchemaText));
      known = { version };
      texts.clear();
    },
  };
}

/** Nothing, where the host does not tell what it has: then the refusal stands. */
function findLacking(data: unknown): readonly OptionalField[] {
  const parsed = answer.safeParse(data);
  if (!parsed.success) return [];
  const { pullRequest, user, timelineItem, timelineItemType } = parsed.data;
  const has = new Set([
    ...pullRequest.fields.map(({ name }) => `PullRequest.${name}`),
    ...user.fields.map(({ name }) => `User.${name}`),
    ...timelineItem.possibleTypes.map(({ name }) => name),
    ...timelineItemType.enumValues.map(({ name }) => `PullRequestTimelineItemsItemType.${name}`),
  ]);
  return optionalFields.filter((name) => !has.has(name));
}
