export { attentionPageRoutes } from './attention/attention-page.routes.ts';
export { loadPersonAttention } from './attention/person-attention.sql.ts';
export { loadExceptions } from './attention/team-exceptions.sql.ts';
export { commitEmailsCheck } from './checks/commit-emails.checks.ts';
export { countingCheck } from './checks/counting.checks.ts';
export { keepFactsOnce, keepFactsQueue, startFactJobs } from './facts/keep-facts.jobs.ts';
export { rebuildFacts } from './facts/renew-facts.sql.ts';
export { askAgain, type OpenedList, openList } from './lists/open-list.sql.ts';
export { countPullTotal } from './lists/pull-counts.sql.ts';
export { countPullsByWeek } from './lists/pull-weeks.sql.ts';
export { loadMetric } from './metrics/load-metric.sql.ts';
export { metricRoutes } from './metrics/metrics.routes.ts';
export { newsRoutes } from './news/news.routes.ts';
export { type IgnoredParameter, parsePagePeriod } from './page-period.ts';
export {
  findLastShippedOn,
  loadReviewCounts,
  loadShippedCounts,
  type WeeklyCount,
} from './person-counts.sql.ts';
export { reportRoutes } from './report.routes.ts';
export { repositoryRoutes } from './repositories/repositories.routes.ts';
export { type RowColumns, toNamedRow } from './row-columns.ts';
export { parseCursor, type RowCursor, writeCursor } from './row-cursor.ts';
export { loadScope, loadScopes, type ReadScope } from './scope.sql.ts';
export { type GithubAddress, parseGithubAddress } from './search/parse-github-address.ts';
export { searchRoutes } from './search/search.routes.ts';
export { toToday } from './today.ts';
