import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { AppError } from './platform/errors/index.ts';
import { type KeptProcess, keepRunning } from './platform/process/index.ts';
import { parseRoleMessage, type RoleMessage } from './role-messages.ts';

type Ready = Extract<RoleMessage, { kind: 'ready' }>;

/** A role in a process of its own, started again whenever it ends. */
export interface RoleProcess {
  /** Resolves when it is ready for the first time; rejects when it refuses to start, or ends again and again. */
  readonly ready: Promise<Ready>;
  /** Resolves when it refuses, at any start, for a reason that starting it again does not mend. */
  readonly broken: Promise<AppError>;
  /** Ends it, to be started anew with the environment of then. */
  restart(): void;
  stop(): Promise<void>;
}

interface RoleProcessOptions {
  readonly role: 'api' | 'worker';
  /** Asked before each start. */
  readonly toEnvironment: () => NodeJS.ProcessEnv;
}

/** About three seconds: within them an api that a killed supervisor orphaned has given its port back. */
const deathsBeforeReady = 4;
const graceMs = 20_000;

/** Somebody has to put something right: starting again would only end again. */
const lasting: ReadonlySet<string> = new Set([
  'key-file-missing',
  'key-file-wrong',
  'database-newer',
  'database-foreign',
  'migration-changed',
]);

const spawnRole = (role: string, env: NodeJS.ProcessEnv): ChildProcess =>
  spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), `--role=${role}`, '--supervised'], {
    env,
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });

const describeEnd = (code: number | null, signal: string | null): string =>
  signal === null ? `with code ${code}` : `by ${signal}`;

export const startRoleProcess = ({ role, toEnvironment }: RoleProcessOptions): RoleProcess => {
  const { promise: ready, resolve, reject } = Promise.withResolvers<Ready>();
  const broken = Promise.withResolvers<AppError>();
  let lastRefusal: AppError | undefined;
  let child: ChildProcess | undefined;
  let deaths = 0;

  const onMessage = (value: unknown): void => {
    const message = parseRoleMessage(value);
    if (message?.kind === 'ready') resolve(message);
    if (message?.kind !== 'refused') return;
    lastRefusal = new AppError(message.refusal.code, message.refusal.message);
    if (lastRefusal.code !== 'port-taken') reject(lastRefusal);
    if (lasting.has(lastRefusal.code)) broken.resolve(lastRefusal);
  };
  const kept: KeptProcess = keepRunning({
    start: () => {
      child = spawnRole(role, toEnvironment()).on('message', onMessage);
      return child;
    },
    onDeath: ({ code, signal, againInMs }) => {
      deaths += 1;
      const how = describeEnd(code, signal);
      if (deaths >= deathsBeforeReady) {
        reject(lastRefusal ?? new AppError('internal', `The ${role} ended ${how}, ${deaths} times.`));
      }
      console.error(`The ${role} ended ${how}. Starting it again in ${againInMs / 1000} s.`);
    },
  });
  // Whoever stops us before it is ready waits for it no more.
  ready.catch(() => undefined);
  return {
    ready,
    broken: broken.promise,
    restart: () => child?.kill('SIGTERM'),
    stop: () => kept.stop(graceMs),
  };
};
