import type { RepositorySource } from '../world/model.ts';
import { readChoice } from './read-parameter.ts';
import type { RestRequest } from './route.ts';

export const repositorySorts = ['created', 'updated', 'pushed', 'full_name'] as const;
type RepositorySort = (typeof repositorySorts)[number];

/** Whether the viewer sees the repository in lists. */
export function isRepositoryListed(request: RestRequest, source: RepositorySource): boolean {
  return request.emulator.access.ofRepository(request.viewer, source.record, []).kind === 'allowed';
}

/** In the asked order: `direction` defaults to ascending by name, descending otherwise. */
export function sortRepositories(
  sources: readonly RepositorySource[],
  sort: RepositorySort,
  query: URLSearchParams,
): readonly RepositorySource[] {
  const fallback = sort === 'full_name' ? 'asc' : 'desc';
  const sign = readChoice(query, 'direction', ['asc', 'desc'], fallback) === 'asc' ? 1 : -1;
  return sources.toSorted((left, right) => {
    const [first, second] = [sortKey(left, sort), sortKey(right, sort)];
    if (first === second) return (left.record.id - right.record.id) * sign;
    return first < second ? -sign : sign;
  });
}

function sortKey({ record }: RepositorySource, sort: RepositorySort): string {
  if (sort === 'full_name') return `${record.owner.login}/${record.name}`.toLowerCase();
  if (sort === 'pushed') return record.pushedAt ?? '';
  return sort === 'created' ? record.createdAt : record.updatedAt;
}
