export type { AttentionFacts } from './attention/attention-facts.ts';
export { type AttentionWords, toAttentionWords } from './attention/attention-words.ts';
export { type Attention, judgeAttention, toAttention } from './attention/judge-attention.ts';
export { judgeWaiting, type Waiting } from './attention/judge-waiting.ts';
export { type Limits, usualLimits } from './attention/limits.ts';
export { type ListFilter, parsePagePeriod } from './list-filter.ts';
export { reportRoutes } from './lists.routes.ts';
export {
  findLastShippedOn,
  loadReviewCounts,
  loadShippedCounts,
  type WeeklyCount,
} from './person-counts.sql.ts';
export { loadPullRequestList } from './pull-request-list.sql.ts';
export { loadReviewList } from './review-list.sql.ts';
export { loadScope, type ReadScope } from './scope.sql.ts';
export { toToday } from './today.ts';
