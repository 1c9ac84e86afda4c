import { type Check, defineCheck } from '../../platform/checks/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { findCounting } from './counting.sql.ts';
import { judgeCounting } from './judge-counting.ts';

interface Numbered {
  readonly fullName: string;
  readonly repositoryId: number;
  readonly number: number;
}

/** Whether a pull request is in figures. */
export const countingCheck: Check<{ readonly database: Database }, Numbered> = defineCheck({
  id: 'pull-request-counted',
  title: 'In figures',
  about: 'pull-request',
  asks: 'Ourselves: is it left out of figures, by whom or by which rule?',
  says: 'It is left out: by hand, by a rule, because of its repository, or because a bot or an AI agent wrote it.',
  repairs: 'Include it again, change the rule, or say that the author is a person.',
  run: async ({ database }, { fullName, repositoryId, number }) =>
    judgeCounting(await findCounting(database, repositoryId, number), `${fullName} #${number}`),
});
