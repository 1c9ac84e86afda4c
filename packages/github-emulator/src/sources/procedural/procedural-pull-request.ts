import { toInstant } from '../../world/instant.ts';
import type { AuthorAssociation, PullRequestRecord } from '../../world/model.ts';
import { sumFiles } from '../../world/sum-files.ts';
import { makeComments } from './procedural-comments.ts';
import { makeCommits } from './procedural-commits.ts';
import { makeEvents } from './procedural-events.ts';
import { makeFiles } from './procedural-files.ts';
import { makeReviews } from './procedural-reviews.ts';
import { writePull } from './procedural-words.ts';
import { castPull, isStillAsked, isStillDraft, type PullCast, toDecision } from './pull-cast.ts';
import { stateAt } from './pull-outline.ts';
import { createPullScene, oidOf, type PullScene, type RepositoryScene } from './pull-scene.ts';

/** The whole pull request of a number; a pure function of the repository's scene and the number. */
export function makePullRequest(repository: RepositoryScene, number: number): PullRequestRecord {
  const scene = createPullScene(repository, number);
  const words = writePull(scene);
  const files = makeFiles(scene);
  const commits = makeCommits(scene, words.title, files);
  const { dismissals, ...talk } = makeReviews(scene, { commits, files });
  const cast = castPull(scene, words.kind);
  const { labels, assignees, requested, isFork, headRepository } = cast;
  const { title, body, headRefName, closingIssueNumbers } = words;
  return {
    ...scene.keys.pullRequest(number),
    number,
    title,
    body,
    ...toStanding(scene, cast),
    isLocked: false,
    author: scene.author,
    authorAssociation: toAssociation(scene, isFork),
    baseRefName: 'main',
    baseRefOid: oidOf(scene, 'base'),
    headRefName,
    headRefOid: commits.at(-1)?.commit.oid ?? oidOf(scene, 'base'),
    headRepository,
    isCrossRepository: isFork,
    ...sumFiles(files),
    labels,
    assignees,
    requestedReviewers: requested.filter((one) => isStillAsked(one, talk.reviews)),
    reviewDecision: toDecision(talk.reviews),
    ...talk,
    comments: makeComments(scene),
    commits: commits.map(({ commit }) => commit),
    files,
    events: makeEvents(scene, { cast, title, headRefName, dismissals, commits }),
    closingIssueNumbers,
  };
}

/** Where it stands now, and since when. */
function toStanding(scene: PullScene, { mergedBy, mergeCommitOid }: PullCast) {
  const { outline, plan } = scene;
  const { state, updatedAtSeconds } = stateAt(outline, plan.nowSeconds);
  const endAt =
    state === 'OPEN' || outline.endAtSeconds === undefined ? undefined : toInstant(outline.endAtSeconds);
  return {
    state,
    isDraft: isStillDraft(scene),
    createdAt: toInstant(outline.createdAtSeconds),
    updatedAt: toInstant(updatedAtSeconds),
    closedAt: endAt,
    mergedAt: state === 'MERGED' ? endAt : undefined,
    mergedBy,
    mergeCommitOid,
  };
}

function toAssociation({ outline }: PullScene, isFork: boolean): AuthorAssociation {
  if (outline.author.kind === 'bot') return 'NONE';
  return isFork ? 'CONTRIBUTOR' : 'MEMBER';
}
