import { GitHubFailure, type GitHubFailureKind, nextPageSize, QuotaWait } from '@throughline/github';
import { needsAttention } from '../../github-access/index.ts';
import { AppError } from '../../platform/errors/index.ts';
import { toBackOffMs, toPageBackOffMs } from './back-off.ts';
import type { SyncState, SyncWait } from './sync-state.ts';

/** What is to be done after a page could not be read. */
export type FailureVerdict =
  /** Not a failure: come back then. */
  | { readonly kind: 'wait'; readonly wait: SyncWait }
  /** Ask again then, with `pageSize`. */
  | {
      readonly kind: 'again';
      readonly count: number;
      readonly untilAt: Date;
      readonly pageSize: number;
      readonly isFromTop: boolean;
    }
  /** One pull request alone is more than GitHub can answer: go past it, if GitHub answers anything else. */
  | { readonly kind: 'go-past'; readonly count: number; readonly untilAt: Date }
  /** The credential is the trouble: park everything of this connection until it is repaired. */
  | { readonly kind: 'attention' }
  /** GitHub does not show the repository: unknown until its list of repositories says more. */
  | { readonly kind: 'hidden'; readonly count: number; readonly untilAt: Date };

export interface FailedPage {
  readonly state: SyncState;
  /** Tells repositories apart, so that they do not all ask again at once. */
  readonly key: string;
  /** From asking to the failure. */
  readonly tookMs: number;
  readonly now: Date;
}

/** GitHub gives up after ten seconds: an answer that failed sooner failed for another reason than its size. */
const slowMs = 8_000;
/** A page is made smaller, and a single pull request gone past, at every third failure in a row. */
const patience = 3;
/** Between looks at a repository that GitHub does not show. */
const hiddenMs = 10 * 60_000;

/** Between tries of a host that is too old: nothing but an update of it helps. */
const updateMs = 24 * 60 * 60_000;

/** Failures that a smaller page may avoid. */
const sizeable: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>([
  'timeout',
  'resource-limit',
  'server',
  'unreadable',
]);

/** Failures of the way to GitHub, not of what is asked: whoever waits wants to know soon that it is there again. */
const ofHost: ReadonlySet<GitHubFailureKind> = new Set<GitHubFailureKind>(['unreachable', 'not-github']);

/**
 * Decides about a failed page. A defect of ours in reading or storing it is looked for in halves until one pull request
 * alone is left, which is gone past. Undefined when something of ours was the trouble that is not this page's.
 */
export function judgeFailure(thrown: unknown, page: FailedPage): FailureVerdict | undefined {
  if (thrown instanceof QuotaWait) {
    return { kind: 'wait', wait: { reason: thrown.reason, untilAt: thrown.untilAt } };
  }
  if (isNotOfPage(thrown)) return undefined;
  const count = (page.state.failure?.count ?? 0) + 1;
  const after = (waitMs: number): Date => new Date(page.now.getTime() + waitMs);
  if (!(thrown instanceof GitHubFailure)) {
    return judgeSize(page.state.pageSize, { count, untilAt: after(toPageBackOffMs(count, page.key)) });
  }
  if (needsAttention(thrown)) return { kind: 'attention' };
  if (thrown.kind === 'gone') return { kind: 'hidden', count, untilAt: after(hiddenMs) };
  if (thrown.kind === 'schema-lacks-field') {
    return { kind: 'again', ...toDaily(count, after), pageSize: page.state.pageSize, isFromTop: false };
  }
  const toWaitMs = ofHost.has(thrown.kind) ? toBackOffMs : toPageBackOffMs;
  return judgePage(thrown.kind, page, { count, untilAt: after(toWaitMs(count, page.key)) });
}

/** The database is away, a key is missing: nothing else could be read either. That rows contradict each other is the page's. */
export const isNotOfPage = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.code !== 'conflict';

interface Again {
  readonly count: number;
  readonly untilAt: Date;
}

/** Counted as one that lasts at once: there is nothing passing about it. */
const toDaily = (count: number, after: (waitMs: number) => Date): Again => ({
  count: Math.max(count, patience),
  untilAt: after(updateMs),
});

function judgePage(kind: GitHubFailureKind, page: FailedPage, again: Again): FailureVerdict {
  const { pageSize, cursor } = page.state;
  if (isTooMuch(kind, page) || (sizeable.has(kind) && again.count % patience === 0)) {
    return judgeSize(pageSize, again);
  }
  // A cursor that GitHub no longer takes is the one refusal that asking from the top repairs.
  const isFromTop = kind === 'request-refused' && cursor !== undefined;
  return { kind: 'again', ...again, pageSize, isFromTop };
}

const judgeSize = (pageSize: number, again: Again): FailureVerdict =>
  pageSize === 1
    ? { kind: 'go-past', ...again }
    : { kind: 'again', ...again, pageSize: nextPageSize(pageSize, 'timeout', pageSize), isFromTop: false };

const isTooMuch = (kind: GitHubFailureKind, { state, tookMs }: FailedPage): boolean => {
  if (kind === 'resource-limit') return true;
  return kind === 'timeout' && tookMs >= slowMs && state.pageSize > 1;
};
