import { createRepositorySource } from '../../world/create-repository-source.ts';
import type { AccountRecord, RepositoryRecord, WorldSource } from '../../world/model.ts';
import { createRepositoryKeys, toSlot } from '../../world/repository-keys.ts';
import { toNumberedThings } from '../../world/to-numbered-things.ts';
import type { RecordedBodies } from './read-recorded-bodies.ts';
import { createRecordedAccounts, toRecordedOrganisation } from './recorded-accounts.ts';
import type { RepositoryBody } from './recorded-bodies.ts';
import { type RecordedPlace, toLabels, toNumber } from './recorded-place.ts';
import { toIssue, toPullRequest } from './recorded-pull-request.ts';

/** Recorded bodies as a repository of an organisation in the world. Needs at least one pull request. */
export function toRecordedSource(bodies: RecordedBodies, organisationLogin: string): WorldSource {
  const repository = bodies.pulls[0]?.base.repo;
  if (repository === undefined)
    throw new Error('No pull request was recorded, so the repository is not known.');
  const accounts = createRecordedAccounts(bodies.accounts);
  const organisation = toRecordedOrganisation(organisationLogin, bodies, accounts);
  const keys = createRepositoryKeys(toSlot(repository.full_name), repository.id);
  const labels = toLabels(
    keys,
    [...bodies.pulls, ...bodies.issues].flatMap((ticket) => ticket.labels),
    bodies.events.flatMap(({ label }) => label ?? []),
  );
  const place: RecordedPlace = { keys, accounts, labels, owner: organisation.account };
  const pulls = toPulls(place, bodies);
  const comments = Map.groupBy(bodies.comments, ({ issue_url }) => toNumber(issue_url));
  const issues = toPlainIssues(bodies).map((body) => toIssue(place, body, comments.get(body.number) ?? []));
  const commits = new Map(pulls.flatMap((pull) => pull.commits).map((commit) => [commit.oid, commit]));
  return {
    accounts: [...accounts.all.values()],
    organisations: [organisation],
    repositories: [
      createRepositorySource({
        record: toRecord(repository, place.owner, keys.repositoryNodeId),
        labels: [...labels.values()],
        pulls: toNumberedThings(pulls),
        issues: toNumberedThings(issues),
        commit: (oid) => commits.get(oid),
        countHistory: () => 0,
        listHistory: () => [],
      }),
    ],
  };
}

function toPulls(place: RecordedPlace, bodies: RecordedBodies) {
  const reviews = Map.groupBy(bodies.reviews, ({ pull_request_url }) => toNumber(pull_request_url));
  const reviewComments = Map.groupBy(bodies.reviewComments, ({ pull_request_url }) =>
    toNumber(pull_request_url),
  );
  const comments = Map.groupBy(bodies.comments, ({ issue_url }) => toNumber(issue_url));
  const commits = Map.groupBy(bodies.commits, ({ number }) => number);
  const events = Map.groupBy(bodies.events, ({ issue }) => issue.number);
  const issueNumbers = new Set(toPlainIssues(bodies).map(({ number }) => number));
  return bodies.pulls.map((body) =>
    toPullRequest(place, body, {
      reviews: reviews.get(body.number) ?? [],
      reviewComments: reviewComments.get(body.number) ?? [],
      comments: comments.get(body.number) ?? [],
      commits: (commits.get(body.number) ?? []).map((commit) => commit.body),
      events: events.get(body.number) ?? [],
      issueNumbers,
    }),
  );
}

/** REST lists pull requests among the issues. */
function toPlainIssues(bodies: RecordedBodies) {
  return bodies.issues.filter(({ pull_request }) => pull_request === undefined);
}

function toRecord(body: RepositoryBody, owner: AccountRecord, nodeId: string): RepositoryRecord {
  return {
    id: body.id,
    nodeId,
    owner,
    name: body.name,
    formerNames: [body.full_name],
    description: body.description ?? undefined,
    visibility: ({ public: 'PUBLIC', private: 'PRIVATE', internal: 'INTERNAL' } as const)[body.visibility],
    isArchived: body.archived,
    isFork: body.fork,
    parent: undefined,
    defaultBranch: { name: body.default_branch, oid: undefined },
    primaryLanguage: body.language ?? undefined,
    topics: body.topics,
    createdAt: body.created_at,
    updatedAt: body.updated_at,
    pushedAt: body.pushed_at ?? undefined,
    directCollaborators: [],
  };
}
