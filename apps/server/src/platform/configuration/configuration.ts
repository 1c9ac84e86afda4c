import { join, resolve } from 'node:path';
import { z } from 'zod';
import { AppError } from '../errors/index.ts';
import { findNearest } from './find-nearest.ts';
import { type LogLevel, otherVariables, type Variable, variables } from './variables.data.ts';

/** Everything that may be set from outside, read once at the start. */
export interface Configuration {
  /** The address the api listens on, and its port; 0 takes any free one. */
  readonly host: string;
  readonly port: number;
  /** Where people reach Throughline, over https. Absent: from this machine only. */
  readonly publicUrl: URL | undefined;
  /** Proxies whose word about a client's address is believed. */
  readonly trustedProxies: readonly string[];
  /** Where everything lives that must outlast an upgrade. */
  readonly dataDirectory: string;
  /** Absent: the embedded PostgreSQL in the data directory. */
  readonly databaseUrl: string | undefined;
  readonly keyFile: string;
  /** Loopback origins that may be connected to as hosts: emulators on this machine. */
  readonly loopbackOrigins: readonly string[];
  /** `classic`: GitHub is asked for installation tokens of forty characters, where it refuses its own longer ones. */
  readonly installationTokens: 'any' | 'classic';
  /** Set by tests alone: the file that says by how many milliseconds the clock is moved. */
  readonly testClock: string | undefined;
  readonly logLevel: LogLevel;
}

type Environment = Readonly<Record<string, string | undefined>>;

const schema = z.object({
  PORT: variables.PORT.schema.default(7117),
  THROUGHLINE_HOST: variables.THROUGHLINE_HOST.schema.default('127.0.0.1'),
  PUBLIC_URL: variables.PUBLIC_URL.schema.optional(),
  THROUGHLINE_TRUSTED_PROXIES: variables.THROUGHLINE_TRUSTED_PROXIES.schema.default([]),
  THROUGHLINE_DATA: variables.THROUGHLINE_DATA.schema.default('.throughline'),
  DATABASE_URL: variables.DATABASE_URL.schema.optional(),
  THROUGHLINE_KEY_FILE: variables.THROUGHLINE_KEY_FILE.schema.optional(),
  THROUGHLINE_INSTALLATION_TOKENS: variables.THROUGHLINE_INSTALLATION_TOKENS.schema.default('any'),
  THROUGHLINE_LOOPBACK_HOSTS: variables.THROUGHLINE_LOOPBACK_HOSTS.schema.default([]),
  THROUGHLINE_TEST_CLOCK: variables.THROUGHLINE_TEST_CLOCK.schema.optional(),
  LOG_LEVEL: variables.LOG_LEVEL.schema.default('info'),
});

const isOurs = (name: string): name is keyof typeof variables => Object.hasOwn(variables, name);

const describeMalformed = (name: string, value: string | undefined): string => {
  if (!isOurs(name)) return `${name} is not understood. Leave it out.`;
  const { wants, otherwise, isSecret }: Variable = variables[name];
  const is = isSecret === true ? 'is not one we can read' : `is "${value}"`;
  return `${name} ${is}. Set it to ${wants}, or leave it out ${otherwise}.`;
};

const describeUnknown = (name: string): string => {
  const nearest = findNearest(name, Object.keys(variables));
  return `${name} is not a setting. ${nearest === undefined ? 'Leave it out.' : `Did you mean ${nearest}?`}`;
};

const findUnknown = (environment: Environment): string | undefined =>
  Object.keys(environment).find(
    (name) => name.startsWith('THROUGHLINE_') && !isOurs(name) && !otherVariables.includes(name),
  );

const refuse = (message: string, name: string): AppError =>
  new AppError('configuration-invalid', message, { context: { variable: name } });

/** An empty variable counts as one that is not set: that is how shells and compose files leave one out. */
const withoutEmpty = (environment: Environment): Environment =>
  Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));

/**
 * Reads the environment. Throws `configuration-invalid` with a sentence that names the variable and the repair, for a
 * malformed one and for one that begins with THROUGHLINE_ and is none of ours.
 *
 * @param base the folder of the checkout, to which relative paths and defaults belong
 */
export const parseConfiguration = (environment: Environment, base: string): Configuration => {
  const set = withoutEmpty(environment);
  const unknown = findUnknown(set);
  if (unknown !== undefined) throw refuse(describeUnknown(unknown), unknown);
  const parsed = schema.safeParse(set);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw refuse(describeMalformed(name, set[name]), name);
  }
  const { data } = parsed;
  const dataDirectory = resolve(base, data.THROUGHLINE_DATA);
  return {
    host: data.THROUGHLINE_HOST,
    port: data.PORT,
    publicUrl: data.PUBLIC_URL,
    trustedProxies: data.THROUGHLINE_TRUSTED_PROXIES,
    dataDirectory,
    databaseUrl: data.DATABASE_URL,
    keyFile: resolve(base, data.THROUGHLINE_KEY_FILE ?? join(dataDirectory, 'keys.json')),
    loopbackOrigins: data.THROUGHLINE_LOOPBACK_HOSTS,
    installationTokens: data.THROUGHLINE_INSTALLATION_TOKENS,
    testClock: data.THROUGHLINE_TEST_CLOCK,
    logLevel: data.LOG_LEVEL,
  };
};
