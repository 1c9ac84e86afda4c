import type { RestRequest } from './route.ts';

/** The asked page of a list, with its `link` header. */
export function pageOf<Item>(request: RestRequest, items: readonly Item[]) {
  const { skip, perPage } = request.paging;
  return {
    items: items.slice(skip, skip + perPage),
    headers: linkHeader(request, items.length),
  };
}

/** `link: <…>; rel="next", …` with full addresses; no header when everything is on one page. */
export function linkHeader(request: RestRequest, totalCount: number): Record<string, string> {
  const { page, perPage } = request.paging;
  const last = Math.max(1, Math.ceil(totalCount / perPage));
  const targets = [
    page > 1 ? (['prev', Math.min(page - 1, last)] as const) : undefined,
    page < last ? (['next', page + 1] as const) : undefined,
    page < last ? (['last', last] as const) : undefined,
    page > 1 ? (['first', 1] as const) : undefined,
  ];
  const links = targets.flatMap((target) =>
    target === undefined ? [] : [`<${pageUrl(request, target[1])}>; rel="${target[0]}"`],
  );
  return links.length === 0 ? {} : { link: links.join(', ') };
}

function pageUrl(request: RestRequest, page: number): string {
  const query = new URLSearchParams(request.query);
  query.set('page', String(page));
  return `${request.emulator.urls.rest}${request.canonicalPath}?${query.toString()}`;
}
