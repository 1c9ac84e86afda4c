import type { Clock } from '../model/clock.ts';
import type { AccountRecord, RepositoryRecord } from '../world/model.ts';
import type { AppPermissions, GithubApp } from './github-app.ts';

/** An app on an account, with what its owner let it do. */
export type Installation = {
  readonly id: number;
  readonly appId: number;
  readonly accountId: number;
  readonly repositoryIds: 'all' | readonly number[];
  /** As accepted; what the app asks for by now may be more. */
  readonly permissions: AppPermissions;
  readonly events: readonly string[];
  readonly createdAtMs: number;
  readonly updatedAtMs: number;
  /** By account id. */
  readonly suspended: { readonly byId: number | undefined; readonly atMs: number } | undefined;
};

/** A member's wish, which an owner of the organisation grants or not. */
export type InstallationRequest = {
  readonly appId: number;
  readonly accountId: number;
  readonly requesterId: number;
};

export type Installations = {
  find(id: number): Installation | undefined;
  ofApp(appId: number): readonly Installation[];
  on(appId: number, accountId: number): Installation | undefined;
  /** Installs the app, or chooses other repositories where it is; a request for it is answered by that. */
  install(app: GithubApp, account: AccountRecord, repositoryIds: Installation['repositoryIds']): Installation;
  select(id: number, repositoryIds: Installation['repositoryIds']): void;
  acceptPermissions(id: number, app: GithubApp): void;
  suspend(id: number, byId: number | undefined): void;
  unsuspend(id: number): void;
  remove(id: number): void;
  request(request: InstallationRequest): void;
  requests(accountId: number): readonly InstallationRequest[];
};

const firstId = 50_000_001;

export function createInstallations(clock: Clock): Installations {
  const installations = new Map<number, Installation>();
  let requests: readonly InstallationRequest[] = [];
  let lastId = firstId - 1;

  function change(id: number, changes: Partial<Installation>): void {
    const known = installations.get(id);
    if (known !== undefined) installations.set(id, { ...known, ...changes, updatedAtMs: clock.nowMs() });
  }

  const on = (appId: number, accountId: number) =>
    [...installations.values()].find((one) => one.appId === appId && one.accountId === accountId);
  const without = (appId: number, accountId: number) =>
    requests.filter((one) => one.appId !== appId || one.accountId !== accountId);

  function create(app: GithubApp, account: AccountRecord): number {
    lastId += 1;
    const { id: appId, permissions, events } = app;
    const atMs = clock.nowMs();
    const fresh = { id: lastId, appId, accountId: account.id, permissions, events, suspended: undefined };
    installations.set(lastId, { ...fresh, repositoryIds: [], createdAtMs: atMs, updatedAtMs: atMs });
    return lastId;
  }

  return {
    find: (id) => installations.get(id),
    ofApp: (appId) => [...installations.values()].filter((one) => one.appId === appId),
    on,
    install(app, account, repositoryIds) {
      const id = on(app.id, account.id)?.id ?? create(app, account);
      change(id, { repositoryIds });
      requests = without(app.id, account.id);
      const installation = installations.get(id);
      if (installation === undefined) throw new Error('The installation was removed while it was made.');
      return installation;
    },
    select: (id, repositoryIds) => change(id, { repositoryIds }),
    acceptPermissions: (id, { permissions, events }) => change(id, { permissions, events }),
    suspend: (id, byId) => change(id, { suspended: { byId, atMs: clock.nowMs() } }),
    unsuspend: (id) => change(id, { suspended: undefined }),
    remove: (id) => void installations.delete(id),
    request(request) {
      requests = [...without(request.appId, request.accountId), request];
    },
    requests: (accountId) => requests.filter((one) => one.accountId === accountId),
  };
}

/** Whether the installation covers a repository of its account. */
export function isInstalledOn(
  { accountId, repositoryIds }: Installation,
  { id, owner }: RepositoryRecord,
): boolean {
  return owner.id === accountId && (repositoryIds === 'all' || repositoryIds.includes(id));
}
