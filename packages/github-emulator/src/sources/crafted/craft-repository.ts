import { createRepositorySource } from '../../world/create-repository-source.ts';
import { createWorld } from '../../world/create-world.ts';
import { toInstant, toSeconds } from '../../world/instant.ts';
import type {
  CommitRecord,
  IssueRecord,
  OrganisationRecord,
  PullRequestRecord,
  RepositoryRecord,
  World,
  WorldSource,
} from '../../world/model.ts';
import { toNumberedThings } from '../../world/to-numbered-things.ts';
import { craftMerge } from './craft-commits.ts';
import { craftComments } from './craft-conversation.ts';
import { craftPullRequest } from './craft-pull-request.ts';
import type { CraftedIssue, CraftedPull, CraftedRepository } from './craft-spec.ts';
import { type Crafting, createCrafting } from './crafting.ts';

const monday = '2026-03-02T09:00:00Z';
const day = 86_400;

/** A repository, its organisation and everybody named in it, written by hand: `craftRepository({ pulls: [{ title: '<b>' }] })`. */
export function craftRepository(spec: CraftedRepository = {}): WorldSource {
  const crafting = createCrafting(spec);
  const pulls = craftPulls(crafting, spec);
  const issues = (spec.issues ?? []).map((issue) => craftIssue(crafting, issue));
  const history = pulls.flatMap((pull) => pull.commits).reverse();
  const merges = pulls.flatMap((pull) => craftMerge(crafting, pull));
  const commits = new Map([...history, ...merges].map((commit) => [commit.oid, commit]));
  const organisation = craftOrganisation(crafting, spec);
  return {
    accounts: [...crafting.accounts.values()],
    organisations: [organisation],
    repositories: [
      createRepositorySource({
        record: craftRecord(crafting, spec, history[0]),
        labels: crafting.labels,
        pulls: toNumberedThings(pulls),
        issues: toNumberedThings(issues),
        commit: (oid) => commits.get(oid),
        countHistory: () => history.length,
        listHistory: ({ skip, first }) => history.slice(skip, skip + first),
      }),
    ],
  };
}

/** One world of one or more crafted repositories. */
export function craftWorld(...specs: readonly CraftedRepository[]): World {
  return createWorld((specs.length === 0 ? [{}] : specs).map(craftRepository));
}

function craftPulls(crafting: Crafting, spec: CraftedRepository): readonly PullRequestRecord[] {
  const asked = spec.pulls ?? 1;
  const pulls: readonly CraftedPull[] =
    typeof asked === 'number' ? Array.from({ length: asked }, () => ({})) : asked;
  const startSeconds = toSeconds(spec.startAt ?? monday);
  let number = 0;
  return pulls.map((pull, index) => {
    number = pull.number ?? number + 1;
    return craftPullRequest(crafting, { number, createdAtSeconds: startSeconds + index * day }, pull);
  });
}

function craftIssue(crafting: Crafting, issue: CraftedIssue): IssueRecord {
  const createdAt = issue.createdAt ?? monday;
  const createdAtSeconds = toSeconds(createdAt);
  const isClosed = issue.state === 'CLOSED';
  const closedAt = isClosed ? toInstant(createdAtSeconds + day) : undefined;
  const talk = { number: issue.number, createdAtSeconds, reviewer: 'grace', headOid: undefined };
  return {
    ...crafting.keys.issue(issue.number),
    number: issue.number,
    title: issue.title ?? `Issue number ${issue.number}`,
    body: issue.body,
    state: isClosed ? 'CLOSED' : 'OPEN',
    stateReason: isClosed ? 'COMPLETED' : undefined,
    author: crafting.account(issue.author ?? 'ada'),
    authorAssociation: 'MEMBER',
    isLocked: false,
    createdAt,
    updatedAt: closedAt ?? createdAt,
    closedAt,
    labels: (issue.labels ?? []).map(crafting.label),
    assignees: [],
    comments: craftComments(crafting, talk, issue.comments ?? 0),
  };
}

function craftRecord(
  crafting: Crafting,
  spec: CraftedRepository,
  newest: CommitRecord | undefined,
): RepositoryRecord {
  return {
    description: undefined,
    formerNames: [],
    visibility: 'PRIVATE',
    isArchived: false,
    isFork: false,
    parent: undefined,
    defaultBranch: newest && { name: 'main', oid: newest.oid },
    primaryLanguage: 'TypeScript',
    topics: [],
    createdAt: '2026-01-05T09:00:00Z',
    updatedAt: '2026-03-02T09:00:00Z',
    pushedAt: newest && toInstant(toSeconds(newest.committer.at)),
    directCollaborators: [],
    ...spec.record,
    id: crafting.keys.repositoryId,
    nodeId: crafting.keys.repositoryNodeId,
    owner: crafting.owner,
    name: crafting.fullName.split('/')[1] ?? '',
  };
}

function craftOrganisation(crafting: Crafting, spec: CraftedRepository): OrganisationRecord {
  const admins = spec.admins ?? ['grace'];
  const people = [...crafting.accounts.values()]
    .filter(({ kind }) => kind === 'User')
    .map(({ login }) => login);
  const logins = [...new Set([...admins, ...(spec.members ?? people)])];
  return {
    account: crafting.owner,
    description: undefined,
    basePermission: 'READ',
    members: logins.flatMap((login) => {
      const account = crafting.account(login);
      if (account === undefined) return [];
      return [{ account, role: admins.includes(login) ? ('ADMIN' as const) : ('MEMBER' as const) }];
    }),
    teams: crafting.teams,
  };
}
