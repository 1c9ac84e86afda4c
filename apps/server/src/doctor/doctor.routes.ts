import {
  type DoctorAnswer,
  type DoctorCheck,
  getConnectionDoctor,
  getDoctor,
  getWorkspaceDoctor,
  toDoctorSentence,
  toDoctorVerdict,
} from '@throughline/contract';
import { handle, type RouteHandler, type Viewer } from '../access/index.ts';
import { openConnectionSubject } from '../github-access/index.ts';
import { AppError, notFound } from '../platform/errors/index.ts';
import type { Logger } from '../platform/logging/index.ts';
import { loadSeenHostNames, loadVisibleRepositories } from '../visibility/index.ts';
import { askAboutPerson } from './about-person.ts';
import { askAboutRepository } from './about-repository.ts';
import { connectionChecks, workspaceChecks } from './all-checks.ts';
import type { Asking } from './asking.ts';
import type { DoctorDependencies } from './doctor-dependencies.ts';
import { parseAbout, toSubjectWords } from './parse-about.ts';
import { chooseChecks, runChecks } from './run-checks.ts';
import { toChainSentence, toReaderChecks } from './to-reader-words.ts';

/** Each takes some requests of a connection's quota, so nobody asks faster than they read the answers. */
const perMinute = 30;
const limit = { perMinute, key: (_: unknown, userId: number | undefined) => `doctor ${userId ?? 0}` };

/** Everything about a connection, and why somebody does not see something. */
export const doctorRoutes = (deps: DoctorDependencies): readonly RouteHandler[] => [
  handle(
    getConnectionDoctor,
    async ({ params, query, request }) => {
      const checks = query.only === undefined ? connectionChecks : chooseChecks(connectionChecks, query.only);
      const signal = untilGone(request);
      const subject = await openConnectionSubject(deps, params.connectionId, signal);
      if (checks === undefined || subject === undefined) throw notFound();
      return toAnswer(
        deps,
        await runChecks(checks, { deps, subject, clock: deps.clock, log: request.log, signal }),
      );
    },
    { limit },
  ),
  handle(
    getWorkspaceDoctor,
    async ({ request }) => {
      const { clock } = deps;
      const running = { deps, subject: undefined, clock, log: request.log, signal: untilGone(request) };
      return toAnswer(deps, await runChecks(workspaceChecks, running));
    },
    { limit },
  ),
  handle(
    getDoctor,
    async ({ query, reader, request }) => {
      const asking = toAsking(deps, reader, request);
      const { subject, path, checks } = await answer(asking, query.about, request.origin);
      const told = toReaderChecks(checks, reader.role === 'administrator');
      return {
        ...toSummary(deps, told),
        subject,
        sentence: toChainSentence(told, subject),
        checks: told,
        ...(path === undefined ? {} : { path }),
      };
    },
    { limit },
  ),
];

const toAnswer = (deps: DoctorDependencies, ran: readonly DoctorCheck[]): DoctorAnswer => ({
  ...toSummary(deps, ran),
  sentence: toDoctorSentence(ran),
  checks: [...ran],
});

const toSummary = ({ clock }: DoctorDependencies, checks: Parameters<typeof toDoctorVerdict>[0]) => ({
  verdict: toDoctorVerdict(checks),
  checkedAt: clock.now().toISOString(),
});

interface Request {
  readonly signal: AbortSignal;
  readonly log: Pick<Logger, 'error'>;
}

/** Nothing is asked of GitHub for somebody who has gone, or after the answer was given without it. */
const untilGone = ({ signal }: Request): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);

const longestMs = 10_000;

function toAsking(deps: DoctorDependencies, viewer: Viewer, request: Request): Asking {
  const signal = untilGone(request);
  const running = { deps, clock: deps.clock, log: request.log, signal };
  return { deps, viewer, signal, now: deps.clock.now(), running };
}

async function answer(asking: Asking, text: string, origin: string) {
  const visible = await loadVisibleRepositories(asking.deps.database, asking.viewer);
  const hosts = await loadSeenHostNames(asking.deps.database, visible);
  const about = parseAbout(
    text,
    origin,
    hosts.map((name) => name.toLowerCase()),
  );
  const subject = toSubjectWords(about);
  switch (about.kind) {
    case 'nothing':
      throw new AppError('input-invalid', about.reason, { fields: { about: about.reason } });
    case 'repository':
      return { subject, ...(await askAboutRepository(asking, visible, about)) };
    case 'account':
    case 'person':
      return { subject, ...(await askAboutPerson(asking, visible, about)) };
  }
}
