import type { KeyScope, Policy } from '@throughline/contract';
import type { FastifyInstance, RouteOptions } from 'fastify';

/** What must be known of every address the server answers. */
export interface Declaration {
  readonly id: string;
  readonly policy: Policy;
  /** Scopes whose keys may ask; with none, only sessions may. */
  readonly keyScopes: readonly KeyScope[];
  /** Files are the same for everybody: who asks is not looked up. */
  readonly kind: 'answer' | 'stream' | 'files';
  readonly isAnyHostAllowed: boolean;
  /** The page of ours that says what went wrong, where what asks is a person's browser and no program. */
  readonly failurePage?: `/${string}`;
}

export interface DeclaredRoute extends Declaration {
  readonly method: string;
  readonly path: string;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    declaration?: Declaration;
  }
}

export interface RouteGuard {
  /** Registers a route with its declaration. */
  declare(declaration: Declaration, route: Omit<RouteOptions, 'config'>): void;
  /** Every route the server has, as the framework told us. */
  readonly routes: readonly DeclaredRoute[];
}

/**
 * From now on `server` takes only routes that come with a declaration; any other, a plug-in's too, ends the start.
 * Declarations are known by identity, so that a made-up one does not pass.
 */
export function guardRoutes(server: FastifyInstance): RouteGuard {
  const declarations = new WeakSet<Declaration>();
  const routes: DeclaredRoute[] = [];

  server.addHook('onRoute', ({ method, url, config }) => {
    const declaration = config?.declaration;
    if (declaration === undefined || !declarations.has(declaration)) {
      throw new Error(`${String(method)} ${url} has no declared policy, so the server does not start.`);
    }
    routes.push(...[method].flat().map((name) => ({ ...declaration, method: name, path: url })));
  });

  return {
    routes,
    declare: (declaration, route) => {
      declarations.add(declaration);
      server.route({ ...route, config: { declaration } });
    },
  };
}
