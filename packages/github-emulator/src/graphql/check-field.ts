import { assertAllowed } from '../http/access-error.ts';
import { GitHubError } from '../http/github-error.ts';
import type { AccessDecision } from '../tokens/access-decision.ts';
import { isScoped } from '../tokens/token.ts';
import { hasScope } from '../tokens/viewer.ts';
import type { AccountRecord, RepositorySource } from '../world/model.ts';
import type { GraphqlContext } from './context.ts';
import { isInRepository } from './nodes.ts';
import { fieldNeeds, fieldScopes, objectNeeds } from './permissions.data.ts';

/** Throws unless the viewer's token may read `Type.field` of this node. */
export function checkField(context: GraphqlContext, field: string, node: object): void {
  checkScopes(context, field);
  const needs = fieldNeeds[field];
  if (needs !== undefined && isInRepository(node)) checkRepository(context, node.repository, needs);
}

/** Throws unless the viewer's token may read the object that a field leads to; where there is none, nothing is refused. */
export function checkObject(context: GraphqlContext, value: unknown): void {
  if (typeof value !== 'object' || value === null || !('typename' in value)) return;
  const needs = objectNeeds[String(value.typename)];
  if (needs !== undefined && isInRepository(value)) checkRepository(context, value.repository, needs);
}

/** Throws unless the viewer may read that of the repository. */
export function checkRepository(
  context: GraphqlContext,
  repository: RepositorySource,
  needs: readonly string[],
): void {
  assertWithHeaders(context, context.emulator.access.ofRepository(context.viewer, repository.record, needs));
}

/** Throws where the account is an organisation that does not let the viewer's token in. */
export function checkOrganisation(context: GraphqlContext, account: AccountRecord): void {
  const organisation = context.emulator.world.findOrganisation(account.login);
  if (organisation === undefined || account.kind !== 'Organization') return;
  assertWithHeaders(context, context.emulator.access.ofOrganisation(context.viewer, organisation, []));
}

/** What a refusal adds to the headers is kept although the error goes into the body. */
function assertWithHeaders({ emulator, headers }: GraphqlContext, access: AccessDecision): void {
  try {
    assertAllowed(access, emulator.urls);
  } catch (error) {
    if (error instanceof GitHubError) Object.assign(headers, error.detail.headers);
    throw error;
  }
}

function checkScopes({ viewer }: GraphqlContext, field: string): void {
  const wanted = fieldScopes[field];
  const { token } = viewer;
  if (wanted === undefined || !isScoped(token) || hasScope(viewer, ...wanted)) return;
  const list = (scopes: readonly string[]) => `[${scopes.map((scope) => `'${scope}'`).join(', ')}]`;
  throw new GitHubError(
    200,
    `Your token has not been granted the required scopes to execute this query. The '${field.split('.')[1]}' field requires one of the following scopes: ${list(wanted)}, but your token has only been granted the: ${list(token.scopes)} scopes. Please modify your token's scopes at: https://github.com/settings/tokens.`,
    { graphqlType: 'INSUFFICIENT_SCOPES' },
  );
}
