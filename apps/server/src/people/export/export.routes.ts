import { exportPeopleCsv, exportPeopleJson, type PersonState } from '@throughline/contract';
import { handleFile, type RouteHandler } from '../../access/index.ts';
import { writeCsv } from '../../platform/csv/index.ts';
import type { Database } from '../../platform/sql/index.ts';
import { isInState } from '../people-states.ts';
import { type ExportedPerson, streamPeople } from './export.sql.ts';
import { exportColumns } from './export-columns.data.ts';

/** Exactly the people of a filter as a file, written while it is sent. */
export const peopleExportRoutes = ({
  database,
}: {
  readonly database: Database;
}): readonly RouteHandler[] => [
  handleFile(exportPeopleCsv, async ({ query }) => ({
    name: 'people.csv',
    texts: writeCsv(exportColumns, listed(streamPeople(database, query.q || undefined), query.state)),
  })),
  handleFile(exportPeopleJson, async ({ query }) => ({
    name: 'people.json',
    texts: writeJson(listed(streamPeople(database, query.q || undefined), query.state)),
  })),
];

async function* listed(
  batches: AsyncIterable<readonly ExportedPerson[]>,
  state: PersonState | undefined,
): AsyncGenerator<readonly ExportedPerson[], void, undefined> {
  for await (const batch of batches) yield batch.filter((person) => isInState(person, state ?? 'here'));
}

async function* writeJson(
  batches: AsyncIterable<readonly ExportedPerson[]>,
): AsyncGenerator<string, void, undefined> {
  let mark = '[';
  for await (const batch of batches) {
    for (const person of batch) {
      yield `${mark}\n${JSON.stringify(toPlain(person))}`;
      mark = ',';
    }
  }
  yield mark === '[' ? '[]\n' : '\n]\n';
}

/** Without what is not known: missing is absent. */
const toPlain = ({ slug, ...person }: ExportedPerson): object =>
  Object.fromEntries(
    Object.entries({ address: `/people/${slug}`, ...person }).filter(([, value]) => value !== null),
  );
