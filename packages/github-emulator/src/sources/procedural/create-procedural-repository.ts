import { createRepositorySource } from '../../world/create-repository-source.ts';
import { toInstant, toSeconds } from '../../world/instant.ts';
import type {
  LabelRecord,
  PullRequestRecord,
  RepositoryRecord,
  RepositorySource,
} from '../../world/model.ts';
import { once } from '../../world/once.ts';
import type { Recent } from '../../world/recent.ts';
import type { RepositoryKeys } from '../../world/repository-keys.ts';
import { forgetAccounts, forgetIssueAccounts } from './forget-accounts.ts';
import { countIssuesBelow, issueNumberAt, issuePlaceOf, pullNumberAt, pullPlaceOf } from './number-space.ts';
import { createHistory, type History } from './procedural-history.ts';
import { makeIssue, outlineIssue } from './procedural-issue.ts';
import { makePullRequest } from './procedural-pull-request.ts';
import { outlinePull } from './pull-outline.ts';
import type { RepositoryScene } from './pull-scene.ts';
import { findSettledState } from './pull-standing.ts';
import type { RepositoryPlan } from './repository-plan.ts';
import { labelColours } from './words.data.ts';

/** Pull requests made last, of all repositories of an organisation at an instant, by `toPullKey`. */
export type RecentPulls = Recent<number, PullRequestRecord>;

/** A repository of which nothing exists until it is asked for, and little after. */
export function createProceduralRepository(scene: RepositoryScene, recent: RecentPulls): RepositorySource {
  const { plan } = scene;
  const issues = countIssuesBelow(plan.pulls);
  const pull = (number: number): PullRequestRecord | undefined =>
    isPlaceBelow(pullPlaceOf(number), plan.pulls)
      ? recent.get(toPullKey(plan, number), () =>
          forgetAccounts(makePullRequest(scene, number), scene.goneAccounts),
        )
      : undefined;
  const history = createHistory(scene, pull);
  return createRepositorySource({
    record: toRecord(scene, history),
    labels: [...scene.labels.values()],
    pulls: {
      count: plan.pulls,
      numberAt: pullNumberAt,
      outline: (number) =>
        findSettledState(plan, outlinePull(plan, number)) ?? outlineUnsettled(scene, number),
      find: pull,
    },
    issues: {
      count: issues,
      numberAt: issueNumberAt,
      outline: (number) => outlineIssue(plan, number),
      find: (number) =>
        isPlaceBelow(issuePlaceOf(number), issues)
          ? forgetIssueAccounts(makeIssue(scene, number), scene.goneAccounts)
          : undefined,
    },
    commit: history.commit,
    countHistory: history.count,
    listHistory: history.list,
  });
}

export function createLabels(keys: RepositoryKeys): ReadonlyMap<string, LabelRecord> {
  return new Map(
    Object.entries(labelColours).map(([name, color], ordinal) => [
      name,
      { ...keys.label(ordinal), name, color, description: undefined },
    ]),
  );
}

/** Of one on its way only its making tells: a few in a hundred, some fifty times slower. */
function outlineUnsettled(scene: RepositoryScene, number: number) {
  const { state, updatedAt } = makePullRequest(scene, number);
  return { state, updatedAtSeconds: toSeconds(updatedAt) };
}

/** Numbers are below it. */
const numberSpan = 2 ** 21;

/** Of the newest pull requests; that of an older one does not count, which hides a few for a while. */
const pushWindow = 200;

function findLastPush(plan: RepositoryPlan): number {
  let last = plan.startSeconds;
  for (let place = Math.max(0, plan.pulls - pushWindow); place < plan.pulls; place += 1) {
    const { createdAtSeconds, endAtSeconds, ending } = outlinePull(plan, pullNumberAt(place));
    const isMerged = ending === 'merged' && endAtSeconds !== undefined && endAtSeconds <= plan.nowSeconds;
    last = Math.max(last, createdAtSeconds, isMerged ? endAtSeconds : 0);
  }
  return last;
}

function toPullKey({ index }: RepositoryPlan, number: number): number {
  return index * numberSpan + number;
}

function isPlaceBelow(place: number | undefined, count: number): boolean {
  return place !== undefined && Number.isInteger(place) && place >= 0 && place < count;
}

function toRecord({ plan, keys, ...scene }: RepositoryScene, history: History): RepositoryRecord {
  const lastPush = once(() => findLastPush(plan));
  return {
    id: keys.repositoryId,
    nodeId: keys.repositoryNodeId,
    owner: scene.owner,
    name: plan.name,
    formerNames: scene.formerNames,
    description: `The ${plan.name.replaceAll('-', ' ')} of Larkfield`,
    visibility: plan.visibility,
    isArchived: plan.isArchived,
    isFork: false,
    parent: undefined,
    defaultBranch: {
      name: 'main',
      get oid() {
        return history.tip();
      },
    },
    primaryLanguage: plan.language.name,
    topics: [],
    createdAt: toInstant(plan.startSeconds - 86_400),
    get updatedAt() {
      return toInstant(Math.max(lastPush(), scene.changedAtSeconds));
    },
    get pushedAt() {
      return toInstant(lastPush());
    },
    directCollaborators: [],
  };
}
