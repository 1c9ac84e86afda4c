import { countCompleteness } from './completeness/count-completeness.jobs.ts';
import type { ReadingDependencies } from './dependencies.ts';
import { discoverRepositories } from './discovery/discover-repositories.jobs.ts';
import { disconnect } from './ending/disconnect.jobs.ts';
import { forgetReading } from './planning/forget-reading.jobs.ts';
import { planReading } from './planning/plan-reading.jobs.ts';
import {
  countQueue,
  disconnectQueue,
  discoverQueue,
  forgetQueue,
  lookUpQueue,
  planQueue,
  purgeQueue,
  readersAtOnce,
  readQueue,
  recheckQueue,
  sweepQueue,
} from './queues.ts';
import { createAnswerMemory } from './reading/answer-memory.ts';
import { createLongLists } from './reading/long-lists.ts';
import { lookUpPullRequests } from './reading/look-up.jobs.ts';
import { readRepository } from './reading/read-repository.jobs.ts';
import { recheckPullRequests } from './sweep/recheck-pull-requests.jobs.ts';
import { sweep } from './sweep/sweep-repositories.jobs.ts';
import { purgeSwitchedOff } from './switching/purge-switched-off.jobs.ts';

/** Runs this slice's jobs in this process and sees to it that they are kept going. */
export async function startIngestionJobs(
  given: Omit<ReadingDependencies, 'answers' | 'longLists'>,
): Promise<void> {
  const deps = { ...given, answers: createAnswerMemory(), longLists: createLongLists() };
  const { database, jobs } = deps;
  await jobs.work(planQueue, {}, (payload, job) => planReading(deps, payload, job));
  await jobs.work(discoverQueue, { concurrency: 2 }, (payload, job) =>
    discoverRepositories(deps, payload, job),
  );
  await jobs.work(sweepQueue, { concurrency: 2 }, (payload, job) => sweep(deps, payload, job));
  await jobs.work(readQueue, { concurrency: readersAtOnce }, (payload, job) =>
    readRepository(deps, payload, job),
  );
  await jobs.work(lookUpQueue, {}, (payload, job) => lookUpPullRequests(deps, payload, job));
  await jobs.work(recheckQueue, {}, (payload, job) => recheckPullRequests(deps, payload, job));
  await jobs.work(countQueue, {}, (payload, job) => countCompleteness(deps, payload, job));
  await jobs.work(forgetQueue, {}, (payload, job) => forgetReading(deps, payload, job));
  await jobs.work(disconnectQueue, {}, (payload, job) => disconnect(deps, payload, job));
  await jobs.work(purgeQueue, {}, (payload, job) => purgeSwitchedOff(deps, payload, job));
  await database.transaction(async (tx) => {
    await jobs.enqueue(tx, planQueue, {});
    await jobs.enqueue(tx, recheckQueue, {});
    await jobs.enqueue(tx, countQueue, {});
    await jobs.enqueue(tx, forgetQueue, {});
    await jobs.enqueue(tx, purgeQueue, {});
  });
}
