import {
  exportMyData,
  getMyData,
  type Look,
  listMyLooks,
  type MyData,
  role as roleSchema,
} from '@throughline/contract';
import { handle, handleFile, loadWorkspace, type RouteHandler, type Viewer } from '../access/index.ts';
import {
  findPersonOfUser,
  type LookRow,
  loadLinks,
  loadLooks,
  lookKinds,
  type PersonRecord,
} from '../people/index.ts';
import type { Sql } from '../platform/sql/index.ts';
import { loadVisibleRepositories } from '../visibility/index.ts';
import type { BriefDependencies } from './brief-dependencies.ts';
import { loadStored, loadStoredKinds, type Oneself } from './my-data.sql.ts';
import { toMyDataFile } from './my-data-file.ts';
import { loadEmailsOf } from './person-emails.sql.ts';
import { pageOpenings } from './person-looking.ts';
import { loadTeamsOf } from './person-teams.sql.ts';
import { storedKinds } from './stored-kinds.data.ts';

const looksAPage = 100;

/** What is stored about whoever asks, who looked at them, and all of it as a file. */
export const myDataRoutes = ({ database, clock }: BriefDependencies): readonly RouteHandler[] => [
  handle(getMyData, async ({ reader }) => {
    const person = await findPersonOfUser(database, reader.userId);
    const [oneself, { personPages, zone }] = await Promise.all([
      findOneself(database, reader, person),
      loadWorkspace(database),
    ]);
    const [kinds, about] = await Promise.all([
      loadStoredKinds(database, oneself),
      loadAbout(database, person, zone),
    ]);
    const { name, email, role } = reader;
    const pages = { setting: personPages, says: pageOpenings[personPages] };
    return { user: { name, email, role }, ...about, pages, kinds };
  }),

  handle(listMyLooks, async ({ query, reader }) => {
    const person = await findPersonOfUser(database, reader.userId);
    if (person === undefined) return { looks: [] };
    const before = query.before === undefined ? undefined : new Date(query.before);
    const rows = await loadLooks(database, person.personId, { before, limit: looksAPage });
    const last = rows.length === looksAPage ? rows.at(-1) : undefined;
    return {
      looks: rows.map(toLook),
      ...(last === undefined ? {} : { nextBefore: last.at.toISOString() }),
    };
  }),

  handleFile(exportMyData, async ({ reader }) => {
    const person = await findPersonOfUser(database, reader.userId);
    const oneself = await findOneself(database, reader, person);
    const parts = storedKinds.map((kind) => ({ ...kind, batches: loadStored(database, kind, oneself) }));
    const about = { writtenAt: clock.now(), repositories: oneself.visible.ids.length };
    return { name: 'throughline-my-data.json', texts: toMyDataFile(parts, about) };
  }),
];

const findOneself = async (sql: Sql, reader: Viewer, person: PersonRecord | undefined): Promise<Oneself> => ({
  personId: person?.personId,
  userId: reader.userId,
  visible: await loadVisibleRepositories(sql, reader),
});

type About = Pick<MyData, 'person' | 'untied' | 'accounts' | 'emails' | 'teams'>;

async function loadAbout(sql: Sql, person: PersonRecord | undefined, zone: string): Promise<About> {
  if (person === undefined) return { untied, accounts: [], emails: [], teams: [] };
  const { personId, slug, name } = person;
  const [links, emails, teams] = await Promise.all([
    loadLinks(sql, personId),
    loadEmailsOf(sql, personId),
    loadTeamsOf(sql, personId, zone),
  ]);
  return {
    person: {
      slug,
      name,
      ...(person.zone === undefined ? {} : { zone: person.zone }),
      ...(person.leftOn === undefined ? {} : { leftOn: person.leftOn }),
    },
    accounts: links.map(({ account: { login, hostName, url }, evidence, ...link }) => ({
      ...link,
      login,
      hostName,
      ...(url === undefined ? {} : { url }),
      evidence: evidence.map(({ text }) => text),
    })),
    emails: [...emails],
    teams: [...teams],
  };
}

const untied =
  'You are not tied to a person, so no work is taken for yours. An administrator ties your user to your person, on that person’s page.';

const toLook = ({ at, name, role, kinds, isByKey, isRefused }: LookRow): Look => ({
  at: at.toISOString(),
  ...(name === undefined ? {} : { name }),
  ...(role === undefined ? {} : { role: roleSchema.parse(role) }),
  what: kinds.map((kind) => lookKinds[kind]),
  isByKey,
  isRefused,
});
