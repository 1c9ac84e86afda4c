import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { type PullRequestFacts, upsertRepositories, writePullRequests } from '../../activity/index.ts';
import { githubStory } from '../../activity/testing/github-story.ts';
import { at, comment, factsOf, review, whole } from '../../activity/testing/pull-request-facts.ts';
import { seedOrganisation } from '../../activity/testing/seed-organisation.ts';
import { upsertAccounts } from '../../people/index.ts';
import type { Sql } from '../../platform/sql/index.ts';
import { testDatabase } from '../../platform/sql/testing/index.ts';
import { keepFactsOnce } from './keep-facts.jobs.ts';
import { rebuildFacts, refreshFacts, renewFactsOfRule, renewStale } from './renew-facts.sql.ts';

const database = await testDatabase();
const organisation = await seedOrganisation(database);
const accounts = await upsertAccounts(
  database,
  organisation.hostId,
  ['author', 'reviewer', 'talker'].map((login, index) => ({
    githubId: index + 1,
    login,
    kind: 'User',
    observedAt: at(0),
  })),
);
let nextGithubId = 500;
let repositoryId = 0;

async function begin(): Promise<void> {
  nextGithubId += 1;
  const { ids } = await database.transaction((tx) =>
    upsertRepositories(tx, {
      ...organisation,
      observedAt: at(0),
      isWhole: false,
      repositories: [
        {
          githubId: nextGithubId,
          nodeId: `R_${nextGithubId}`,
          ownerLogin: 'acme',
          name: `api-${nextGithubId}`,
          visibility: 'private',
          isArchived: false,
          isFork: false,
          defaultBranch: 'main',
          pushedAt: undefined,
          version: at(0),
          isLookup: false,
        },
      ],
    }),
  );
  repositoryId = ids.get(nextGithubId)!;
  await catchUp();
}

beforeEach(begin);

/** Until nothing is left: transactions of other tests, in databases beside this one, hold the feed up too. */
async function catchUp(): Promise<void> {
  do await keepFactsOnce(database);
  while (await hasMore());
}

const hasMore = async (): Promise<boolean> => {
  const [row] = await database.query<{ readonly more: boolean }>(
    `select
       exists (select from fact_stale)
       or exists (
         select from v_change, fact_cursor
         where (v_change.transaction_id, v_change.seq) > (fact_cursor.transaction_id, fact_cursor.seq))
       or exists (
         select from v_people_change, fact_cursor
         where (v_people_change.transaction_id, v_people_change.seq)
           > (fact_cursor.people_transaction_id, fact_cursor.people_seq)) as more`,
  );
  return row?.more ?? true;
};

const write = (...pullRequests: readonly PullRequestFacts[]) =>
  database.transaction((tx) => writePullRequests(tx, { repositoryId, pullRequests }));

const loadFacts = async (): Promise<object> => ({
  facts: await database.query(
    'select * from v_pull_request_fact where repository_id = $1::bigint order by number',
    [repositoryId],
  ),
  participants: await database.query(
    'select * from v_participant_fact where repository_id = $1::bigint order by number, account_id',
    [repositoryId],
  ),
});

interface Shown {
  readonly exclusion_kind: string | null;
  readonly words_by_others: number;
  readonly first_commit_at: Date | null;
}

const loadFact = async (): Promise<Shown | undefined> => {
  const [row] = await database.query<Shown & Record<string, unknown>>(
    `select exclusion_kind, words_by_others, first_commit_at
     from v_pull_request_fact
     where repository_id = $1::bigint`,
    [repositoryId],
  );
  return row;
};

const commitOf = (oid: string, minutes: number) => ({
  oid: oid.repeat(40),
  authorAccountId: undefined,
  authorEmail: undefined,
  authoredAt: at(minutes),
  committedAt: at(minutes),
  messageLength: 1,
});

describe('facts', () => {
  test('made anew are those that the feed left, whatever the order of answers', async () => {
    await fc.assert(
      fc.asyncProperty(githubStory, async (answers) => {
        await begin();
        for (const answer of answers) {
          await write(answer);
          await catchUp();
        }
        const followed = await loadFacts();

        await database.query('delete from participant_fact');
        await rebuildFacts(database);

        expect(await loadFacts()).toEqual(followed);
      }),
      { numRuns: 8 },
    );
  });

  test('know who took part', async () => {
    await write(
      factsOf({
        version: 9,
        lists: { reviews: whole(review(3, 'approved')), comments: whole(comment(5, 6)) },
      }),
    );

    await catchUp();

    expect(await loadFacts()).toMatchObject({
      facts: [{ words_by_others: 2, exclusion_reason: null }],
      participants: [
        { account_id: accounts.get(2), approvals: 1 },
        { account_id: accounts.get(3), comments: 1 },
      ],
    });
  });

  test('keep the first commit through a force-push', async () => {
    const link = (oid: string) => whole({ oid: oid.repeat(40), position: 1 });
    await write(factsOf({ version: 1, commits: [commitOf('a', 1)], lists: { commits: link('a') } }));
    await catchUp();
    await write(factsOf({ version: 9, commits: [commitOf('b', 8)], lists: { commits: link('b') } }));

    await catchUp();

    expect(await loadFact()).toMatchObject({ first_commit_at: at(1) });
  });

  test('go with their pull request', async () => {
    await write(factsOf({ version: 9 }));
    await catchUp();
    await database.query('update pull_request set gone_at = app_now() where repository_id = $1::bigint', [
      repositoryId,
    ]);

    await database.transaction((tx) => refreshFacts(tx, [{ repositoryId, number: 1 }]));

    expect(await loadFact()).toBeUndefined();
  });

  test('that somebody made anew stay, when the job comes with what it made before', async () => {
    await write(factsOf({ version: 9 }));
    await catchUp();
    const key = { repositoryId, number: 1 };
    const exclude = `
      insert into pull_request_exclusion (repository_id, number, reason)
      values ($1::bigint, 1, 'A rehearsal.')`;
    await database.query(exclude, [repositoryId]);
    await database.transaction((tx) => refreshFacts(tx, [key]));
    let isIncluded = false;
    const late = {
      ...database,
      transaction: async <T>(work: (tx: Sql) => Promise<T>): Promise<T> => {
        if (!isIncluded) {
          isIncluded = true;
          await database.query('delete from pull_request_exclusion where repository_id = $1::bigint', [
            repositoryId,
          ]);
          await database.transaction((tx) => refreshFacts(tx, [key]));
        }
        return database.transaction(work);
      },
    };

    await renewStale(late);

    expect(isIncluded).toBe(true);
    expect(await loadFact()).toMatchObject({ exclusion_kind: null });
  });

  test('follow whose an account is, and what it is', async () => {
    await write(factsOf({ version: 9, lists: { comments: whole(comment(5, 6)) } }));
    await catchUp();
    await database.query(`update account set said_class = 'bot' where account_id = $1::bigint`, [
      accounts.get(3),
    ]);
    await database.query('insert into people_change (account_id) values ($1::bigint)', [accounts.get(3)]);

    await catchUp();

    expect(await loadFact()).toMatchObject({ words_by_others: 0 });
    await database.query('update account set said_class = null');
  });

  test('follow a rule that comes and goes', async () => {
    await write(factsOf({ version: 9, content: { title: 'chore: 100% done' } }));
    const rule = { kind: 'title', pattern: 'chore: 100%*' } as const;
    await database.query(
      `insert into exclusion_rule (kind, pattern, reason) values ('title', $1::text, 'Chores.')`,
      [rule.pattern],
    );
    await database.transaction((tx) => renewFactsOfRule(tx, rule));
    await catchUp();

    expect(await loadFact()).toMatchObject({ exclusion_kind: 'rule' });

    await database.query('delete from exclusion_rule');
    await database.transaction((tx) => renewFactsOfRule(tx, rule));
    await catchUp();

    expect(await loadFact()).toMatchObject({ exclusion_kind: null });
  });

  test('are read of no transaction that one still runs before', async () => {
    const running = Promise.withResolvers<void>();
    const begun = Promise.withResolvers<void>();
    const slow = database.transaction(async (tx) => {
      await writePullRequests(tx, { repositoryId, pullRequests: [factsOf({ version: 9 })] });
      begun.resolve();
      await running.promise;
    });
    await begun.promise;
    await database.query(
      `insert into change (repository_id, entity, key) values ($1::bigint, 'pull-request', '7')`,
      [repositoryId],
    );
    await keepFactsOnce(database);

    running.resolve();
    await slow;
    await catchUp();

    expect(await loadFact()).toBeDefined();
  });
});
