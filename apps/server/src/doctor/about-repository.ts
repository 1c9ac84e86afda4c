import type { DoctorCheck } from '@throughline/contract';
import {
  askRepository,
  type ConnectionSubject,
  type Heard,
  openConnectionSubject,
  type RepositoryHeard,
} from '../github-access/index.ts';
import {
  findVisibleRepository,
  type NamedRepository,
  type SeenRepository,
  type VisibleRepositories,
} from '../visibility/index.ts';
import {
  missedRepositoryChecks,
  pullRequestChecks,
  readRepositoryChecks,
  visibleRepositoryChecks,
} from './all-checks.ts';
import type { Asking } from './asking.ts';
import { findAuthor, findConnectionOfOwner, findReadingConnection } from './find-named.sql.ts';
import { isExplained, runChain } from './run-checks.ts';

/** A repository, or a pull request in it, that somebody asks about. */
interface AskedRepository extends NamedRepository {
  readonly number: number | undefined;
}

/** What the checks say, and our page about it where there is one for the reader. */
export interface Told {
  readonly checks: readonly DoctorCheck[];
  readonly path: string | undefined;
}

/** Why a reader does not see a repository or a pull request in it; the last check explains it. */
export async function askAboutRepository(
  asking: Asking,
  visible: VisibleRepositories,
  asked: AskedRepository,
): Promise<Told> {
  const found = await findVisibleRepository(asking.deps.database, visible, asked);
  const subject = toSubject(asking, asked, found);
  const first = await runChain(visibleRepositoryChecks, { ...asking.running, subject });
  const access = isExplained(first) || !subject.isAdministrator ? [] : await runMissed(asking, asked, found);
  const before = [...first, ...access];
  if (isExplained(before) || found === undefined) return { checks: before, path: undefined };
  const here = await runHere(asking, found, asked.number);
  return { checks: [...before, ...here], path: isExplained(here) ? undefined : toPath(found, asked.number) };
}

const toSubject = ({ viewer }: Asking, asked: AskedRepository, found: SeenRepository | undefined) => ({
  fullName: `${asked.owner}/${asked.name}`,
  repositoryId: found?.repositoryId,
  isAdministrator: viewer.role === 'administrator',
});

/** What only an administrator may know: by which connection it is read, and what GitHub says of it. */
async function runMissed(
  asking: Asking,
  asked: AskedRepository,
  found: SeenRepository | undefined,
): Promise<readonly DoctorCheck[]> {
  const { deps, signal, now } = asking;
  const { owner, name } = found ?? asked;
  const connectionId = await findConnectionOfOwner(deps.database, { host: asked.host, owner });
  const connection =
    connectionId === undefined ? undefined : await openConnectionSubject(deps, connectionId, signal);
  const ask = toAskOnce(asking, connection, { owner, name });
  return runChain(missedRepositoryChecks, {
    ...asking.running,
    subject: {
      ...toSubject(asking, asked, found),
      fullName: `${owner}/${name}`,
      owner,
      now,
      connectionId: found && (await findReadingConnection(deps.database, found.repositoryId)),
      connection,
      askRepository: ask,
      findListed: async () => {
        const heard = await ask();
        return heard.kind === 'answered' ? heard.value : undefined;
      },
    },
  });
}

function toAskOnce(
  { deps, signal }: Asking,
  connection: ConnectionSubject | undefined,
  named: { readonly owner: string; readonly name: string },
): () => Promise<Heard<RepositoryHeard | undefined>> {
  const nobody: Heard<undefined> = { kind: 'answered', value: undefined };
  let heard: Promise<Heard<RepositoryHeard | undefined>> | undefined;
  return () => {
    heard ??=
      connection === undefined
        ? Promise.resolve(nobody)
        : askRepository(deps, connection.connectionId, named, signal);
    return heard;
  };
}

async function runHere(
  asking: Asking,
  found: SeenRepository,
  number: number | undefined,
): Promise<readonly DoctorCheck[]> {
  const fullName = `${found.owner}/${found.name}`;
  const connectionId = await findReadingConnection(asking.deps.database, found.repositoryId);
  const subject = { ...found, connectionId, fullName, now: asking.now };
  const reading = await runChain(readRepositoryChecks, { ...asking.running, subject });
  if (number === undefined) return reading;
  const authorAccountId = await findAuthor(asking.deps.database, found.repositoryId, number);
  const numbered = await runChain(pullRequestChecks, {
    ...asking.running,
    subject: { ...subject, number, authorAccountId },
  });
  // Reading that fails explains what is missing, and nothing of what is here.
  return isExplained(numbered) && isExplained(reading)
    ? [...numbered, ...reading]
    : [...softened(reading), ...numbered];
}

/** Beside a pull request that is here, a repository that fails is a warning. */
const softened = (checks: readonly DoctorCheck[]): readonly DoctorCheck[] =>
  checks.map((check) => (check.verdict === 'broken' ? { ...check, verdict: 'attention' } : check));

const toPath = ({ hostName, owner, name }: SeenRepository, number: number | undefined): string =>
  `/gh/${[hostName, owner, name].map(encodeURIComponent).join('/')}${number === undefined ? '' : `/pull/${number}`}`;
