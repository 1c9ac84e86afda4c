import { createRepositorySource } from '../../world/create-repository-source.ts';
import { toInstant } from '../../world/instant.ts';
import type {
  LabelRecord,
  PullRequestRecord,
  RepositoryRecord,
  RepositorySource,
} from '../../world/model.ts';
import type { RepositoryKeys } from '../../world/repository-keys.ts';
import { countIssuesBelow, issueNumberAt, issuePlaceOf, pullNumberAt, pullPlaceOf } from './number-space.ts';
import { createHistory, type History } from './procedural-history.ts';
import { makeIssue, outlineIssue } from './procedural-issue.ts';
import { makePullRequest } from './procedural-pull-request.ts';
import { outlinePull, stateAt } from './pull-outline.ts';
import type { RepositoryScene } from './pull-scene.ts';
import { labelColours } from './words.data.ts';

/** A repository of which nothing exists until it is asked for. */
export function createProceduralRepository(scene: RepositoryScene): RepositorySource {
  const { plan } = scene;
  const issues = countIssuesBelow(plan.pulls);
  const pull = (number: number): PullRequestRecord | undefined =>
    isPlaceBelow(pullPlaceOf(number), plan.pulls) ? makePullRequest(scene, number) : undefined;
  const history = createHistory(scene, pull);
  return createRepositorySource({
    record: toRecord(scene, history),
    labels: [...scene.labels.values()],
    pulls: {
      count: plan.pulls,
      numberAt: pullNumberAt,
      outline: (number) => stateAt(outlinePull(plan, number), plan.nowSeconds),
      find: pull,
    },
    issues: {
      count: issues,
      numberAt: issueNumberAt,
      outline: (number) => outlineIssue(plan, number),
      find: (number) => (isPlaceBelow(issuePlaceOf(number), issues) ? makeIssue(scene, number) : undefined),
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

function isPlaceBelow(place: number | undefined, count: number): boolean {
  return place !== undefined && Number.isInteger(place) && place >= 0 && place < count;
}

function toRecord({ plan, keys, owner }: RepositoryScene, history: History): RepositoryRecord {
  return {
    id: keys.repositoryId,
    nodeId: keys.repositoryNodeId,
    owner,
    name: plan.name,
    formerNames: plan.index === 4 ? [`${owner.login}/${plan.name}-legacy`] : [],
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
    updatedAt: toInstant(plan.endSeconds),
    pushedAt: toInstant(plan.endSeconds),
    directCollaborators: [],
  };
}
