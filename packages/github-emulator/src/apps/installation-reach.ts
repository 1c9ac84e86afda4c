import type { AppUserToken, FineGrainedToken, InstallationToken, Narrowing } from '../tokens/token.ts';
import type { AccountRecord, RepositoryRecord } from '../world/model.ts';
import type { GithubApps } from './github-app.ts';
import { type Installation, type Installations, isInstalledOn } from './installations.ts';

/** What a token with permissions in place of scopes reaches of one owner. */
export type Reach = {
  readonly permissions: Readonly<Record<string, string>>;
  isSelected(repository: RepositoryRecord): boolean;
};

/** Where a token's app, and where it is installed, are looked up. */
export type AppPlaces = { readonly apps: GithubApps; readonly installations: Installations };

/** Undefined: nothing private of this owner, as the token is another's, waits for approval, or its installation is gone. */
export function findReach(
  token: FineGrainedToken | InstallationToken | AppUserToken,
  owner: AccountRecord,
  places: AppPlaces,
): Reach | undefined {
  if (token.kind === 'fine-grained') return findFineGrainedReach(token, owner);
  return token.kind === 'installation'
    ? findInstallationReach(token, owner, places.installations)
    : findUserReach(token, owner, places);
}

/** As far as the app is installed; what the user may is asked besides. */
function findUserReach(
  { clientId, narrowed }: AppUserToken,
  owner: AccountRecord,
  { apps, installations }: AppPlaces,
): Reach | undefined {
  if (narrowed !== undefined && narrowed.accountId !== owner.id) return undefined;
  const installation = installations.on(apps.findByClientId(clientId)?.id ?? 0, owner.id);
  if (installation === undefined || installation.suspended !== undefined) return undefined;
  return narrowReach(installation, narrowed ?? { ...installation, repositoryIds: 'all' });
}

/** Never more than the installation has by now: a permission taken back is gone from tokens made before. */
function narrowReach(
  installation: Installation,
  { permissions, repositoryIds }: Pick<Narrowing, 'permissions' | 'repositoryIds'>,
): Reach {
  const held = Object.entries(permissions).filter(([name]) => installation.permissions[name] !== undefined);
  return {
    permissions: Object.fromEntries(held),
    isSelected: (repository) =>
      isInstalledOn(installation, repository) &&
      (repositoryIds === 'all' || repositoryIds.includes(repository.id)),
  };
}

function findFineGrainedReach(token: FineGrainedToken, owner: AccountRecord): Reach | undefined {
  const isOwn = token.resourceOwner.toLowerCase() === owner.login.toLowerCase();
  if (!isOwn || token.approval !== 'approved') return undefined;
  return { permissions: token.permissions, isSelected: (repository) => isNamed(token, repository) };
}

/** A repository stays selected under whatever name it has by now. */
function isNamed(token: FineGrainedToken, { name, formerNames }: RepositoryRecord): boolean {
  if (typeof token.repositories === 'string') return token.repositories === 'all';
  const names = [name, ...formerNames.map((former) => former.split('/').at(-1) ?? '')];
  return token.repositories.some((one) => names.some((known) => one.toLowerCase() === known.toLowerCase()));
}

function findInstallationReach(
  token: InstallationToken,
  owner: AccountRecord,
  installations: Installations,
): Reach | undefined {
  const installation = installations.find(token.installationId);
  if (installation?.accountId !== owner.id || installation.suspended !== undefined) return undefined;
  return narrowReach(installation, token);
}
