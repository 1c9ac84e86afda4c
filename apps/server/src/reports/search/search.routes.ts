import { findAddress, type RouteAnswer, type SearchHit, search } from '@throughline/contract';
import { handle, type RouteHandler, type Viewer } from '../../access/index.ts';
import type { Database, Sql } from '../../platform/sql/index.ts';
import { loadVisibleRepositories } from '../../visibility/index.ts';
import { loadAddress } from './address.sql.ts';
import {
  loadPersonHits,
  loadPullRequestsByNumber,
  loadPullRequestsByWords,
  loadRepositoryHits,
  loadTeamHits,
  shortestWord,
} from './hits.sql.ts';
import { orderGroups } from './order-groups.ts';
import { parseSearch, type Wanted } from './parse-search.ts';

/** Hits of a kind, unless more are asked for. */
const hitsAKind = 8;

type Answer = RouteAnswer<typeof search>;

/** Finding anything by words, number, name or address, and opening addresses at GitHub. */
export const searchRoutes = ({ database }: { readonly database: Database }): readonly RouteHandler[] => [
  handle(search, async ({ query, reader }) => {
    const wanted = parseSearch(query.q);
    return answerSearch(database, reader, wanted, query.limit ?? hitsAKind);
  }),
  handle(findAddress, async ({ query, reader }) => {
    const visible = await loadVisibleRepositories(database, reader);
    return loadAddress(database, { viewer: reader, visible }, query.address);
  }),
];

async function answerSearch(sql: Sql, viewer: Viewer, wanted: Wanted, limit: number): Promise<Answer> {
  if (wanted.kind === 'nothing') return { groups: [] };
  if (wanted.kind === 'who') {
    const found = { words: wanted.words, limit };
    return toAnswer(
      wanted.words,
      await Promise.all([loadPersonHits(sql, viewer, found), loadTeamHits(sql, found)]),
    );
  }
  const visible = await loadVisibleRepositories(sql, viewer);
  if (wanted.kind === 'address') {
    return { groups: [], address: await loadAddress(sql, { viewer, visible }, wanted.address) };
  }
  if (wanted.kind === 'number') {
    return toAnswer([], [await loadPullRequestsByNumber(sql, visible, { ...wanted, limit })]);
  }
  const found = { words: wanted.words, limit };
  const hits = await Promise.all([
    loadPersonHits(sql, viewer, found),
    loadTeamHits(sql, found),
    loadRepositoryHits(sql, visible, found),
    loadPullRequestsByWords(sql, visible, found),
  ]);
  const isShort = wanted.words.every((word) => word.length < shortestWord);
  return {
    ...toAnswer(wanted.words, hits),
    ...(isShort && {
      note: `Titles of pull requests are searched from ${shortestWord} letters on. Type one more.`,
    }),
  };
}

const toAnswer = (words: readonly string[], hits: readonly (readonly SearchHit[])[]): Answer => ({
  groups: orderGroups(words, hits).map(({ kind, hits: found }) => ({ kind, hits: [...found] })),
});
