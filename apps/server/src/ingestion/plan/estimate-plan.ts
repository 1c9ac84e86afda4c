import { type DataKind, dataKinds, type ReadingCost, type SyncPlan } from '@throughline/contract';
import { questionPoints, questionSizes } from '@throughline/github';
import { estimateRepository, type RepositoryToRead } from './estimate-repository.ts';
import { toNodes, toQuestions } from './price.ts';
import type { PullRequestShape } from './pull-request-shape.ts';
import { addSpending, noSpending, roundSpending, type Spending } from './spending.ts';

export type PlannedCost = Pick<SyncPlan, 'cost' | 'data'>;

/** What reading these repositories costs, in all and by kind of data; files cost nothing while they are off. */
export function estimatePlan(
  repositories: readonly RepositoryToRead[],
  shape: PullRequestShape,
  { hasFiles }: { readonly hasFiles: boolean } = { hasFiles: true },
): PlannedCost {
  const spent = new Map<DataKind, Spending>([['pull-requests', toListing(repositories.length)]]);
  const read = dataKinds.filter((kind) => hasFiles || kind !== 'files');
  for (const repository of repositories) {
    const more = estimateRepository(repository, shape);
    for (const kind of read) spent.set(kind, addSpending(spent.get(kind) ?? noSpending, more[kind]));
  }
  const data = dataKinds.map((kind) => ({ kind, ...roundSpending(spent.get(kind) ?? noSpending) }));
  return { data, cost: roundSpending(addSpending(...data)) satisfies ReadingCost };
}

/** The list of repositories, with how many pull requests each has. */
function toListing(repositories: number): Spending {
  const questions = Math.ceil(repositories / questionSizes.entries);
  const points = questions * questionPoints.repositories(questionSizes.entries);
  return addSpending(toQuestions(questions, points, 1), toNodes(repositories, 1));
}
