import type { Answer } from '../answers/answer.ts';
import { type Gap, parseGraphqlErrors } from '../answers/graphql-errors.ts';
import { findSsoUrl } from '../answers/sso-header.ts';
import type { GitHubClient, GraphqlAnswer } from '../client/github-client.ts';
import { failureSentences } from '../failure-sentences.data.ts';
import { GitHubFailure, type GitHubFailureKind } from '../github-failure.ts';
import { toFailure } from '../to-failure.ts';
import type { AskHost } from './host-schema.ts';
import { type Operation, toPoints } from './operation.ts';

export interface QueryResult<Data> {
  readonly data: Data;
  /** Parts of the data that GitHub left out, each with its place and meaning. Nothing is missing without one. */
  readonly gaps: readonly Gap[];
  /** GitHub's clock. */
  readonly observedAt: Date;
}

interface QueryOptions {
  /**
   * Take an answer that GitHub cut off, its gaps marked; for when less cannot be asked. It is asked once more first: what is
   * not told costs more to find another day.
   */
  readonly acceptCutOff?: boolean;
}

/** Errors beside data that mean: ask again, for less. */
const cutOffs: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>([
  'timeout',
  'resource-limit',
  'server',
]);

/** Of those, what may be over in a moment. */
const passing: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>(['timeout', 'server']);

/** Errors that concern the question itself. */
const refusals: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>([
  'request-refused',
  'schema-lacks-field',
]);

/**
 * Asks one question. Rejects with `GitHubFailure` when nothing of the answer can be used, when the question itself was
 * refused, or when GitHub cut the answer off; parts withheld for other reasons come back as gaps beside the rest.
 */
export async function queryGraphql<Variables extends Readonly<Record<string, unknown>>, Data>(
  client: GitHubClient,
  operation: Operation<Variables, Data>,
  variables: Variables,
  { acceptCutOff = false }: QueryOptions = {},
): Promise<QueryResult<Data>> {
  const ask = acceptCutOff ? askPatiently : askOnce;
  const { answer, gaps } = await ask(client, operation, variables);
  const fatal = findFatal(answer, gaps, acceptCutOff);
  if (fatal !== undefined) throw toFailure(withHeaderFacts(fatal, answer.headers), { status: 200 });
  const parsed = operation.data.safeParse(answer.data);
  if (parsed.success) return { data: parsed.data, gaps, observedAt: answer.observedAt };
  if (gaps[0] !== undefined) throw toFailure(withHeaderFacts(gaps[0], answer.headers), { status: 200 });
  throw new GitHubFailure('unreadable', failureSentences.unreadable, {
    status: 200,
    githubMessage: `${operation.name}: ${parsed.error.issues[0]?.path.join('.')}: ${parsed.error.issues[0]?.message}`,
  });
}

interface Asked {
  readonly answer: GraphqlAnswer;
  readonly gaps: readonly Gap[];
}

/** Asks once more where something of the answer failed in passing. */
async function askPatiently<Variables extends Readonly<Record<string, unknown>>>(
  client: GitHubClient,
  operation: Operation<Variables, unknown>,
  variables: Variables,
): Promise<Asked> {
  const first = await askOnce(client, operation, variables);
  return first.gaps.some(({ kind }) => passing.has(kind)) ? askOnce(client, operation, variables) : first;
}

/** Asks; where the host refuses the question for what its schema lacks, again without that. */
async function askOnce<Variables extends Readonly<Record<string, unknown>>>(
  client: GitHubClient,
  operation: Operation<Variables, unknown>,
  variables: Variables,
): Promise<Asked> {
  const { schema } = client;
  const post = async (query: string): Promise<Asked> => {
    const answer = await client.postGraphql({
      query,
      variables,
      points: toPoints(operation.requests(variables)),
    });
    return { answer, gaps: parseGraphqlErrors(answer.errors) };
  };
  const asked = schema.fit(operation.text);
  const first = await post(asked);
  if (!first.gaps.some(({ kind }) => kind === 'schema-lacks-field')) return first;
  const askHost: AskHost = async (query) =>
    (await client.postGraphql({ query, variables: {}, points: 1 })).data;
  await schema.learn(askHost, first.answer.headers['x-github-enterprise-version']);
  const fitted = schema.fit(operation.text);
  return fitted === asked ? first : await post(fitted);
}

const findFatal = ({ data }: GraphqlAnswer, gaps: readonly Gap[], acceptCutOff: boolean): Gap | undefined =>
  gaps.find(({ kind }) => isFatal(kind, acceptCutOff)) ?? (isNothing(data) ? gaps[0] : undefined);

const isFatal = (kind: GitHubFailureKind, acceptCutOff: boolean): boolean =>
  refusals.has(kind) || (cutOffs.has(kind) && !acceptCutOff);

const isNothing = (data: unknown): boolean => data === undefined || data === null;

/** The error says that single sign-on is missing, the header where to get it. */
function withHeaderFacts(gap: Gap, headers: Answer['headers']): Gap {
  const ssoUrl = findSsoUrl(headers);
  return ssoUrl === undefined ? gap : { ...gap, ssoUrl };
}
