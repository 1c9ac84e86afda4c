import { openPerson, openPersonRecord, type PersonRecord } from '../people/index.ts';
import { AppError } from '../platform/errors/index.ts';
import type { VisibleRepositories } from '../visibility/index.ts';
import type { Told } from './about-repository.ts';
import { toldPersonChecks, visiblePersonChecks } from './all-checks.ts';
import type { Asking } from './asking.ts';
import { findAccount } from './find-named.sql.ts';
import type { About } from './parse-about.ts';
import { isExplained, runChain } from './run-checks.ts';

type AskedPerson = Extract<About, { readonly kind: 'account' | 'person' }>;

interface Known {
  readonly accountId: number | undefined;
  readonly person: PersonRecord | undefined;
}

/** Why somebody's work is not to be seen. That one asked about somebody else is logged as any look is. */
export async function askAboutPerson(
  asking: Asking,
  visible: VisibleRepositories,
  asked: AskedPerson,
): Promise<Told> {
  const words = asked.kind === 'account' ? `@${asked.login}` : asked.slug;
  const known = await findKnown(asking, asked);
  const isTold = known.person !== undefined || asking.viewer.role === 'administrator';
  const first = await runChain(visiblePersonChecks, { ...asking.running, subject: { asked: words, isTold } });
  if (isExplained(first)) return { checks: first, path: undefined };
  const { person, accountId } = known;
  const checks = await runChain(toldPersonChecks, {
    ...asking.running,
    subject: {
      asked: person?.name ?? words,
      isByLogin: asked.kind === 'account',
      accountId,
      personId: person?.personId,
      isOwn: person?.userId === asking.viewer.userId,
      isAdministrator: asking.viewer.role === 'administrator',
      visible,
    },
  });
  return { checks: [...first, ...checks], path: isExplained(checks) ? undefined : toPath(person) };
}

const toPath = (person: PersonRecord | undefined): string | undefined =>
  person && `/people/${encodeURIComponent(person.slug)}`;

async function findKnown(asking: Asking, asked: AskedPerson): Promise<Known> {
  if (asked.kind === 'person') {
    return { accountId: undefined, person: await findOpen(asking, asked.slug) };
  }
  const account = await findAccount(asking.deps.database, asked);
  const slug = account?.slug;
  return {
    accountId: account?.accountId,
    person: slug === undefined ? undefined : await findOpen(asking, slug),
  };
}

/** A person whom the reader may open; undefined for nobody and for one they may not. */
async function findOpen({ deps, viewer }: Asking, slug: string): Promise<PersonRecord | undefined> {
  const open = viewer.role === 'administrator' ? openPersonRecord : openRecord;
  try {
    return await open(deps.database, viewer, slug);
  } catch (error) {
    if (error instanceof AppError && error.code === 'not-found') return undefined;
    throw error;
  }
}

const openRecord: typeof openPersonRecord = (sql, viewer, slug) => openPerson(sql, viewer, slug, 'record');
