import { GitHubError } from '../http/github-error.ts';
import { refuseUnserved } from '../http/refuse-unserved.ts';
import { parseAccountSearch } from '../reading/parse-account-search.ts';
import type { AccountRecord } from '../world/model.ts';
import { linkHeader } from './page-links.ts';
import { toSimpleUser } from './present/account.ts';
import type { RestRequest, Route } from './route.ts';

/** No search answers more than this many results, however it is paged. */
const resultCap = 1_000;
const queryLengthLimit = 256;

export const searchRoutes: readonly Route[] = [
  {
    scope: 'none',
    path: '/search/users',
    docs: 'rest/search/search#search-users',
    resource: 'search',
    needs: [],
    handle(request) {
      const { skip, perPage } = request.paging;
      if (skip >= resultCap) throw new GitHubError(422, 'Only the first 1000 search results are available');
      const found = searchAccounts(request);
      const items = found.slice(0, resultCap).slice(skip, skip + perPage);
      const { urls } = request.emulator;
      return {
        body: {
          total_count: found.length,
          incomplete_results: false,
          items: items.map((account) => ({ ...toSimpleUser(urls, account), score: 1 })),
        },
        items: items.length,
        headers: linkHeader(request, Math.min(found.length, resultCap)),
      };
    },
  },
];

function searchAccounts({ emulator, query }: RestRequest): readonly AccountRecord[] {
  const text = query.get('q')?.trim() ?? '';
  if (text === '') throw searchError('missing');
  if (text.length > queryLengthLimit) throw searchError('invalid');
  const search = parseAccountSearch(text);
  if (search.kind === 'unserved') {
    throw refuseUnserved(emulator, `GET /search/users?q=${search.qualifier}`, 422);
  }
  if (query.has('sort')) throw refuseUnserved(emulator, 'GET /search/users?sort', 422);
  return emulator.world.searchAccounts(search.query);
}

function searchError(code: 'missing' | 'invalid'): GitHubError {
  return new GitHubError(422, 'Validation Failed', {
    errors: [{ resource: 'Search', field: 'q', code }],
    documentation: 'v3/search',
  });
}
