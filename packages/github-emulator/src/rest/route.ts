import type { Emulator } from '../emulator.ts';
import type { Paging } from '../http/paging.ts';
import type { Viewer } from '../tokens/viewer.ts';
import type { OrganisationRecord, RepositorySource } from '../world/model.ts';
import type { PresentScope } from './present/pull-request.ts';

/** A request that found its route. */
export type RestRequest = {
  readonly emulator: Emulator;
  readonly viewer: Viewer;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly paging: Paging;
  /** The path by id that GitHub writes into `link`, without the REST prefix. */
  readonly canonicalPath: string;
  /** `X-GitHub-Api-Version` as selected. */
  readonly apiVersion: string;
  /** The JSON that was sent; undefined: none. */
  readonly body: unknown;
  header(name: string): string | undefined;
};

export type RestAnswer = {
  readonly status?: number;
  readonly body: unknown;
  /** Objects in the answer, which cost CPU. */
  readonly items: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** GitHub's `updated_at` of the one thing answered. */
  readonly updatedAt?: string;
};

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

type RouteBase = {
  /** GET when absent, which answers HEAD too. */
  readonly method?: Method;
  /** Who may ask when it is not a user, nor anybody: an app with its client id and secret, or with a JWT; an installation; only nobody. */
  readonly credential?: 'client' | 'app' | 'installation' | 'anonymous';
  /** Path under docs.github.com, which error bodies name. */
  readonly docs: string;
  /** `X-Accepted-OAuth-Scopes`. */
  readonly scopes?: string;
  /** Fine-grained permissions of which one is needed on private things; named in `X-Accepted-GitHub-Permissions`. */
  readonly needs: readonly string[];
  readonly resource?: 'search';
  /** Not taken from the primary limit. */
  readonly isFree?: boolean;
  readonly needsToken?: boolean;
};

export type Route =
  | (RouteBase & {
      readonly scope: 'none';
      readonly path: string;
      handle(request: RestRequest): RestAnswer;
    })
  | (RouteBase & {
      readonly scope: 'organisation';
      /** Behind `/orgs/{org}`. */
      readonly path: string;
      handle(request: RestRequest, organisation: OrganisationRecord): RestAnswer;
    })
  | (RouteBase & {
      readonly scope: 'repository';
      /** Behind `/repos/{owner}/{repo}`. */
      readonly path: string;
      handle(request: RestRequest, repository: RepositorySource): RestAnswer;
    });

/** A parameter the route's path names. */
export function getParam(request: RestRequest, name: string): string {
  return request.params[name] ?? '';
}

export function toPresentScope(request: RestRequest, repository: RepositorySource): PresentScope {
  const { urls, world } = request.emulator;
  return { urls, world, repository };
}
