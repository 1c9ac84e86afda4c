import type { Route } from './route.ts';

/** A route under one of its spellings: `/repos/…` and `/repositories/{id}/…` are the same. */
export type RoutePattern = {
  readonly route: Route;
  readonly template: string;
  readonly segments: readonly string[];
};

export type RouteMatch = {
  readonly route: Route;
  /** As documented: `/repos/{owner}/{repo}/pulls`. */
  readonly template: string;
  readonly params: Readonly<Record<string, string>>;
};

export type Router = { find(path: string, method?: string): RouteMatch | undefined };

const prefixes = {
  none: [''],
  organisation: ['/orgs/{org}', '/organizations/{organization_id}'],
  repository: ['/repos/{owner}/{repo}', '/repositories/{repository_id}'],
} as const;

/** Finds the route with the most literal segments; a trailing slash finds none, as on GitHub. */
export function createRouter(routes: readonly Route[]): Router {
  const patterns = routes.flatMap(toPatterns);
  return {
    find(path, method = 'GET') {
      const segments = toSegments(path);
      const fitting = patterns.filter(
        (pattern) => (pattern.route.method ?? 'GET') === method && fits(pattern, segments),
      );
      const best = fitting.sort((left, right) => literals(right) - literals(left))[0];
      if (best === undefined) return undefined;
      const params = readParams(best, segments);
      const template = `${prefixes[best.route.scope][0]}${best.route.path}`;
      return params === undefined ? undefined : { route: best.route, template, params };
    },
  };
}

function toPatterns(route: Route): readonly RoutePattern[] {
  return prefixes[route.scope].map((prefix) => {
    const template = `${prefix}${route.path}`;
    return { route, template, segments: toSegments(template) };
  });
}

function toSegments(path: string): readonly string[] {
  return path.slice(1).split('/');
}

function fits(pattern: RoutePattern, segments: readonly string[]): boolean {
  if (pattern.segments.length !== segments.length) return false;
  return pattern.segments.every((segment, index) =>
    isParameter(segment) ? segments[index] !== '' : segment === segments[index],
  );
}

function readParams(
  pattern: RoutePattern,
  segments: readonly string[],
): Readonly<Record<string, string>> | undefined {
  try {
    return Object.fromEntries(
      pattern.segments.flatMap((segment, index) =>
        isParameter(segment) ? [[segment.slice(1, -1), decodeURIComponent(segments[index] ?? '')]] : [],
      ),
    );
  } catch {
    return undefined;
  }
}

function literals(pattern: RoutePattern): number {
  return pattern.segments.filter((segment) => !isParameter(segment)).length;
}

function isParameter(segment: string): boolean {
  return segment.startsWith('{');
}
