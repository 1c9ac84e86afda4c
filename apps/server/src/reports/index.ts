export type { AttentionFacts } from './attention/attention-facts.ts';
export { type AttentionWords, toAttentionWords } from './attention/attention-words.ts';
export { type Attention, judgeAttention, toAttention } from './attention/judge-attention.ts';
export { judgeWaiting, type Waiting } from './attention/judge-waiting.ts';
export { type Limits, usualLimits } from './attention/limits.ts';
export { keepFactsOnce, keepFactsQueue, startFactJobs } from './facts/keep-facts.jobs.ts';
export { rebuildFacts, refreshFacts, renewFactsOfRule } from './facts/renew-facts.sql.ts';
export { type IgnoredParameter, type ListFilter, parsePagePeriod } from './list-filter.ts';
export { reportRoutes } from './lists.routes.ts';
export {
  findLastShippedOn,
  loadReviewCounts,
  loadShippedCounts,
  type WeeklyCount,
} from './person-counts.sql.ts';
export { loadReviewList } from './review-list.sql.ts';
export { type RowColumns, toNamedRow } from './row-columns.ts';
export { parseCursor, type RowCursor, writeCursor } from './row-cursor.ts';
export { loadScope, type ReadScope } from './scope.sql.ts';
export { searchRoutes } from './search/search.routes.ts';
export { toToday } from './today.ts';
