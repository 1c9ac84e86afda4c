import { getPullRequest, type PullRequestPage } from '@throughline/contract';
import { handle, loadWorkspace, type RouteHandler, type Viewer } from '../../access/index.ts';
import type { Clock } from '../../platform/clock/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { loadVisibleRepositories, type VisibleRepositories } from '../../visibility/index.ts';
import { loadPullRequestAttention } from '../attention/pull-request-attention.sql.ts';
import { findReaderPerson } from '../attention/readers.sql.ts';
import { findExclusion } from '../exclusions/exclusions.sql.ts';
import { allMetrics } from '../metrics/all-metrics.metric.ts';
import { toToday } from '../today.ts';
import { findPullRequest, type PullKey } from './find-pull-request.sql.ts';
import { type LifeEvents, toLifeBand } from './life-band.ts';
import { loadHappenings, loadReviewing } from './load-happenings.sql.ts';
import {
  countTalk,
  type FactColumns,
  findFacts,
  findMerger,
  loadClosedIssues,
  loadGaps,
  loadRow,
} from './load-pull-request.sql.ts';
import { loadStandings } from './load-standings.sql.ts';
import { toFigures } from './to-figures.ts';
import { toReviewers } from './to-reviewers.ts';
import { toTimeline } from './to-timeline.ts';

interface Dependencies {
  readonly database: Database;
  readonly clock: Clock;
}

/** The page of one pull request. */
export const pullRequestRoutes = (deps: Dependencies): readonly RouteHandler[] => [
  handle(getPullRequest, async ({ params, reader }) => {
    const { database } = deps;
    const visible = await loadVisibleRepositories(database, reader);
    const key = await findPullRequest(database, visible, params);
    const [{ row, goneAt }, story, { zone, ...wait }, counted] = await Promise.all([
      loadRow(database, key),
      loadStory(deps, key),
      loadWait(deps, reader, visible, key),
      loadCounted(deps, key),
    ]);
    const { happenings, ...told } = story;
    const opened = { kind: 'opened' as const, at: new Date(row.createdAt), actor: row.author };
    return {
      ...row,
      ...(goneAt === undefined ? {} : { goneAt: goneAt.toISOString() }),
      ...told,
      ...wait,
      ...counted,
      events: [...toTimeline([opened, ...happenings], opened.at)],
      figures: [...toFigures(allMetrics, await loadStandings(database, key, zone), row)],
      closes: await loadClosedIssues(database, visible, key),
      mayExclude: reader.role !== 'member' && goneAt === undefined,
    };
  }),
];

async function loadStory({ database }: Dependencies, key: PullKey) {
  const [happenings, reviewing, mergedBy, gaps, talk] = await Promise.all([
    loadHappenings(database, key),
    loadReviewing(database, key),
    findMerger(database, key),
    loadGaps(database, key),
    countTalk(database, key),
  ]);
  return {
    happenings,
    reviewers: [...toReviewers(reviewing.reviews, reviewing.asked)],
    ...(mergedBy === undefined ? {} : { mergedBy }),
    gaps: [...gaps],
    comments: talk.comments,
    threads: { total: talk.threads, resolved: talk.resolved },
  };
}

async function loadWait(
  { database, clock }: Dependencies,
  reader: Viewer,
  visible: VisibleRepositories,
  key: PullKey,
): Promise<Pick<PullRequestPage, 'waiting' | 'beyond'> & { readonly zone: string }> {
  const [{ zone }, person] = await Promise.all([
    loadWorkspace(database),
    findReaderPerson(database, reader.userId),
  ]);
  const now = clock.now();
  const at = { now, on: toToday(now, zone).on, readerId: person?.personId };
  const { waiting, beyond } = await loadPullRequestAttention(database, visible, key, at);
  return { zone, ...(waiting === undefined ? {} : { waiting }), beyond: [...beyond] };
}

/** What its facts say: the band, the first response, and whether it counts. */
async function loadCounted({ database, clock }: Dependencies, key: PullKey) {
  const facts = await findFacts(database, key);
  if (facts === undefined) return {};
  const byHand = facts.exclusion_kind === 'pull-request' ? await findExclusion(database, key) : undefined;
  const events = toLifeEvents(facts);
  return {
    band: toLifeBand(events, clock.now()),
    reviewRounds: facts.review_rounds,
    ...toFirstResponse(events),
    ...toExclusion(facts, byHand),
  };
}

const toLifeEvents = (facts: FactColumns): LifeEvents => ({
  firstCommitAt: facts.first_commit_at ?? undefined,
  readyAt: facts.ready_at,
  firstResponseAt: facts.first_response_at ?? undefined,
  lastApprovalAt: facts.last_approval_at ?? undefined,
  mergedAt: facts.merged_at ?? undefined,
  closedAt: facts.closed_at ?? undefined,
  isDraft: facts.is_draft,
});

function toFirstResponse({ firstResponseAt, readyAt }: LifeEvents): Pick<PullRequestPage, 'firstResponseS'> {
  if (firstResponseAt === undefined) return {};
  const seconds = Math.round((firstResponseAt.getTime() - readyAt.getTime()) / 1_000);
  return { firstResponseS: Math.max(0, seconds) };
}

function toExclusion(
  { exclusion_kind: kind, exclusion_reason: reason }: FactColumns,
  byHand: Awaited<ReturnType<typeof findExclusion>>,
): Pick<PullRequestPage, 'exclusion'> {
  if (kind === null || reason === null) return {};
  return {
    exclusion: {
      kind,
      reason,
      ...(byHand && { at: byHand.at.toISOString() }),
      ...(byHand?.by !== undefined && { by: byHand.by }),
    },
  };
}
