import type { CheckVerdict, DoctorCheck } from '@throughline/contract';
import { type Check, type Finding, notChecked } from '../platform/checks/index.ts';
import type { Clock } from '../platform/clock/index.ts';
import { AppError } from '../platform/errors/index.ts';
import type { Logger } from '../platform/logging/index.ts';

/** With whom checks are run, and until when at the latest. */
export interface Running<Deps, Subject> {
  readonly deps: Deps;
  readonly subject: Subject;
  readonly clock: Clock;
  readonly log: Pick<Logger, 'error'>;
  /** Aborted when nobody waits for the answer any more: what fails then is no news. */
  readonly signal?: AbortSignal;
  /** What has not answered by then was not checked; default 9,000. */
  readonly wholeLimitMs?: number;
}

const usualWholeMs = 9_000;

/**
 * Runs checks side by side, each after those it needs, and answers in their order. Never rejects: what fails inside a
 * check, or takes too long, is that check's verdict.
 */
export async function runChecks<Deps, Subject>(
  given: readonly Check<Deps, Subject>[],
  running: Running<Deps, Subject>,
): Promise<readonly DoctorCheck[]> {
  const checks = given.filter(({ appliesTo }) => appliesTo?.(running.subject) !== false);
  const whole = createDeadline(running.wholeLimitMs ?? usualWholeMs);
  const known = new Map<string, Promise<DoctorCheck>>();
  const start = (check: Check<Deps, Subject>): Promise<DoctorCheck> => {
    const started = known.get(check.id) ?? runAfter(check, running, { whole, find });
    known.set(check.id, started);
    return started;
  };
  const find = (id: string): Promise<DoctorCheck> | undefined => {
    const check = checks.find((each) => each.id === id);
    return check === undefined ? undefined : start(check);
  };
  try {
    return await Promise.all(checks.map(start));
  } finally {
    whole.end();
  }
}

/** Runs checks one after the other and stops at the first that explains why something is not to be seen. */
export async function runChain<Deps, Subject>(
  checks: readonly Check<Deps, Subject>[],
  running: Running<Deps, Subject>,
): Promise<readonly DoctorCheck[]> {
  const done: DoctorCheck[] = [];
  const whole = createDeadline(running.wholeLimitMs ?? usualWholeMs);
  try {
    for (const check of checks) {
      const ran = await runOne(check, running, whole);
      done.push(ran);
      if (ran.verdict === 'broken') break;
    }
    return done;
  } finally {
    whole.end();
  }
}

/** Whether a chain ended because something explains it. */
export const isExplained = (checks: readonly Pick<DoctorCheck, 'verdict'>[]): boolean =>
  checks.some(({ verdict }) => verdict === 'broken');

/** A check with all that it rests on, in the order of `checks`; undefined when there is none of this name. */
export function chooseChecks<Deps, Subject>(
  checks: readonly Check<Deps, Subject>[],
  id: string,
): readonly Check<Deps, Subject>[] | undefined {
  const wanted = new Set<string>();
  const add = (each: string): void => {
    const check = checks.find((one) => one.id === each);
    if (check === undefined || wanted.has(each)) return;
    wanted.add(each);
    for (const need of check.needs) add(need);
  };
  add(id);
  return wanted.size === 0 ? undefined : checks.filter((check) => wanted.has(check.id));
}

interface Order {
  readonly whole: Deadline;
  readonly find: (id: string) => Promise<DoctorCheck> | undefined;
}

async function runAfter<Deps, Subject>(
  check: Check<Deps, Subject>,
  running: Running<Deps, Subject>,
  { whole, find }: Order,
): Promise<DoctorCheck> {
  const first = await Promise.all(check.needs.flatMap((id) => find(id) ?? []));
  const missing = first.find(({ verdict }) => isInTheWay(verdict));
  if (missing === undefined) return runOne(check, running, whole);
  const because = missing.verdict === 'broken' ? 'is broken' : 'was not checked';
  return toRan(check, notChecked(`“${missing.title}” comes first and ${because}`), 0);
}

const isInTheWay = (verdict: CheckVerdict): boolean => verdict === 'broken' || verdict === 'not-checked';

async function runOne<Deps, Subject>(
  check: Check<Deps, Subject>,
  { deps, subject, clock, log, signal }: Running<Deps, Subject>,
  whole: Deadline,
): Promise<DoctorCheck> {
  const beganAt = clock.now().getTime();
  const own = createDeadline(check.timeLimitMs);
  const work = async (): Promise<Finding> => check.run(deps, subject);
  const late = (): Finding => notChecked('it had not answered in time. Check again');
  try {
    const finding = await Promise.race([work(), own.passed.then(late), whole.passed.then(late)]);
    return toRan(check, finding, clock.now().getTime() - beganAt);
  } catch (error) {
    if (signal?.aborted !== true) log.error({ err: error, check: check.id }, 'A check failed');
    return toRan(check, toFinding(error), clock.now().getTime() - beganAt);
  } finally {
    own.end();
  }
}

/** Our own failures say what happened and what to do; of others nothing is repeated, for nobody wrote it to be read. */
const toFinding = (error: unknown): Finding =>
  error instanceof AppError
    ? {
        verdict: 'broken',
        proof: error.message,
        consequence: 'What this check looks at may not work either.',
        repair: { text: 'Check again; if it stays, look into the log.' },
      }
    : notChecked('the check itself failed; the log says how');

const toRan = <Deps, Subject>(
  { id, about, title }: Check<Deps, Subject>,
  finding: Finding,
  tookMs: number,
): DoctorCheck => ({ id, about, title, ...finding, tookMs: Math.max(0, Math.round(tookMs)) });

interface Deadline {
  readonly passed: Promise<void>;
  end(): void;
}

function createDeadline(afterMs: number): Deadline {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, afterMs);
  return { passed: promise, end: () => clearTimeout(timer) };
}
