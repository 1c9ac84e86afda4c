import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { GitHubError, notFound } from '../http/github-error.ts';
import { getLiveToken, toAuthorisation } from '../oauth/application-tokens.ts';
import { toSimpleUser } from '../rest/present/account.ts';
import type { RestAnswer, RestRequest, Route } from '../rest/route.ts';
import type { AppUserToken, Narrowing } from '../tokens/token.ts';
import type { Installation } from './installations.ts';
import { chooseRepositories, narrowingSchema, narrowPermissions } from './narrow-installation.ts';

const bodySchema = narrowingSchema.extend({
  target: z.string().optional(),
  target_id: z.number().int().optional(),
});

type Body = z.output<typeof bodySchema>;

/** A GitHub App makes of a user's token one that reaches a single account, and there less. */
export const scopedUserTokenRoutes: readonly Route[] = [
  {
    scope: 'none',
    method: 'POST',
    path: '/applications/{client_id}/token/scoped',
    docs: 'rest/apps/apps#create-a-scoped-access-token',
    needs: [],
    credential: 'client',
    handle: scopeToken,
  },
];

function scopeToken(request: RestRequest): RestAnswer {
  const { emulator } = request;
  const token = getLiveToken(request);
  // What is scoped already, or an OAuth app's, can not be scoped.
  if (token.kind !== 'app-user' || token.narrowed !== undefined) throw notFound();
  const asked = bodySchema.safeParse(request.body);
  if (!asked.success || hasBoth(asked.data)) throw new GitHubError(422, 'Validation Failed');
  const installation = getInstallation(emulator, token, asked.data);
  const chosen = chooseRepositories(emulator.world, installation, asked.data);
  const narrowed: Narrowing = {
    accountId: installation.accountId,
    repositoryIds: chosen?.map(({ record }) => record.id) ?? 'all',
    permissions: narrowPermissions(installation.permissions, asked.data.permissions),
  };
  const scoped = emulator.userTokens.narrow(token, narrowed);
  const answer = toAuthorisation(request, scoped);
  return {
    ...answer,
    body: { ...Object(answer.body), installation: toScoped(emulator, installation, narrowed) },
  };
}

function hasBoth(body: Body): boolean {
  const hasTargets = body.target !== undefined && body.target_id !== undefined;
  return hasTargets || (body.repositories !== undefined && body.repository_ids !== undefined);
}

/** Where the app is installed that the body names. Throws 422 where none is named, 404 where it is not. */
function getInstallation(
  { world, apps, installations }: Emulator,
  token: AppUserToken,
  body: Body,
): Installation {
  const { target, target_id: targetId } = body;
  if (target === undefined && targetId === undefined)
    throw new GitHubError(422, 'Validation Failed', {
      errors: [{ resource: 'OauthAccess', code: 'missing_field', field: 'target' }],
    });
  const account = target === undefined ? world.findAccount(targetId ?? 0) : world.findAccountByLogin(target);
  const found = installations.on(apps.findByClientId(token.clientId)?.id ?? 0, account?.id ?? 0);
  if (found === undefined) throw notFound();
  return found;
}

/** GitHub's `scoped-installation`. */
function toScoped({ urls, world }: Emulator, { accountId }: Installation, narrowed: Narrowing) {
  const account = world.findAccount(accountId);
  return {
    permissions: narrowed.permissions,
    repository_selection: narrowed.repositoryIds === 'all' ? 'all' : 'selected',
    single_file_name: null,
    has_multiple_single_files: false,
    single_file_paths: [],
    repositories_url: `${urls.rest}/user/repos`,
    account: account === undefined ? null : toSimpleUser(urls, account),
  };
}
