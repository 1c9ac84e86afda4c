import { listPersonRows, listPullRequests, listReviews, personFigure } from '@throughline/contract';
import type { TestClient } from '../../http/testing/index.ts';

/** How many rows an address says it has, and how many it has. */
export async function countRows(reader: TestClient, path: string): Promise<readonly [number, number]> {
  const address = new URL(path, 'http://localhost');
  const query = Object.fromEntries(address.searchParams);
  if (address.pathname === '/pulls') {
    const { total, pullRequests } = await reader.call(listPullRequests, { query });
    return [total, pullRequests.length];
  }
  if (address.pathname === '/reviews') {
    const { total, reviews } = await reader.call(listReviews, { query: { reviewer: '', ...query } });
    return [total, reviews.length];
  }
  const slug = /^\/people\/(.+)\/rows$/.exec(address.pathname)?.[1] ?? '';
  const figure = personFigure.parse(query['figure']);
  const { total, rows } = await reader.call(listPersonRows, {
    params: { slug },
    query: { ...query, figure },
  });
  return [total, rows.length];
}
