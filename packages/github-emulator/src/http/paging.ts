/** A page asked for: `per_page` 30 when absent and 100 at most, pages from 1. */
export type Paging = { readonly page: number; readonly perPage: number; readonly skip: number };

export function readPaging(query: URLSearchParams): Paging {
  const perPage = Math.min(readCount(query.get('per_page'), 30), 100);
  const page = readCount(query.get('page'), 1);
  return { page, perPage, skip: (page - 1) * perPage };
}

function readCount(value: string | null, fallback: number): number {
  const count = Number(value ?? Number.NaN);
  return Number.isInteger(count) && count >= 1 ? count : fallback;
}
