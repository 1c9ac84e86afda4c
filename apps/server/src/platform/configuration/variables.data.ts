import { z } from 'zod';

/** A variable of the environment that may be set. */
export interface Variable {
  readonly schema: z.ZodType;
  /** Completes "Set it to …". */
  readonly wants: string;
  /** Completes "or leave it out …". */
  readonly otherwise: string;
  /** True when what it holds may be secret, and so is never repeated. */
  readonly isSecret?: boolean;
}

const hasProtocol =
  (...protocols: readonly string[]) =>
  (text: string): boolean =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol);

const isOrigin = (text: string): boolean =>
  URL.canParse(text) && new URL(text).pathname === '/' && new URL(text).search === '';

const isLoopbackOrigin = (text: string): boolean =>
  URL.canParse(text) &&
  ['127.0.0.1', '[::1]'].includes(new URL(text).hostname) &&
  new URL(text).origin === text;

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

export type LogLevel = (typeof logLevels)[number];

/** In the order of the manual. */
export const variables = {
  PORT: {
    schema: z
      .string()
      .regex(/^\d{1,5}$/)
      .transform(Number)
      .pipe(z.number().max(65_535)),
    wants: 'a port number from 0 (any free one) to 65535',
    otherwise: 'for 7117',
  },
  THROUGHLINE_HOST: {
    schema: z.string().regex(/^[\w.:-]+$/),
    wants: 'the address to listen on, like 127.0.0.1 or 0.0.0.0',
    otherwise: 'to be reachable from this machine only',
  },
  PUBLIC_URL: {
    schema: z
      .string()
      .refine(hasProtocol('https:'))
      .refine(isOrigin)
      .transform((text) => new URL(text)),
    wants: 'the https address people use, like https://throughline.example.com, without a path',
    otherwise: 'to use Throughline on this machine only',
  },
  THROUGHLINE_TRUSTED_PROXIES: {
    schema: z
      .string()
      .regex(/^[\da-fA-F.:/, ]+$/)
      .transform((text) => text.split(',').map((part) => part.trim())),
    wants: 'addresses or networks separated by commas, like 10.0.0.1,192.168.0.0/16',
    otherwise: 'when there is no proxy',
  },
  THROUGHLINE_DATA: {
    schema: z.string().min(1),
    wants: 'a folder',
    otherwise: 'for .throughline in the checkout',
  },
  DATABASE_URL: {
    schema: z.string().refine(hasProtocol('postgres:', 'postgresql:')),
    wants: 'the address of a PostgreSQL 15 or later, like postgres://user:password@host:5432/throughline',
    otherwise: 'for the PostgreSQL that Throughline brings',
    isSecret: true,
  },
  THROUGHLINE_KEY_FILE: {
    schema: z.string().min(1),
    wants: 'the path of the key file',
    otherwise: 'for keys.json in the data directory',
  },
  THROUGHLINE_INSTALLATION_TOKENS: {
    schema: z.enum(['any', 'classic']),
    wants: 'classic for tokens of forty characters of GitHub Apps',
    otherwise: 'to take what GitHub gives',
  },
  THROUGHLINE_LOOPBACK_HOSTS: {
    schema: z
      .string()
      .transform((text) => text.split(',').map((part) => part.trim()))
      .pipe(z.array(z.string().refine(hasProtocol('http:', 'https:')).refine(isLoopbackOrigin))),
    wants:
      'loopback origins separated by commas, like http://127.0.0.1:4000, for a GitHub emulator on this machine',
    otherwise: 'so that no address of this machine is spoken to',
  },
  THROUGHLINE_TEST_CLOCK: {
    schema: z.string().min(1),
    wants: 'the path of a file that holds the milliseconds by which a test has moved the clock',
    otherwise: 'outside tests',
  },
  LOG_LEVEL: {
    schema: z.enum(logLevels),
    wants: `one of ${logLevels.join(', ')}`,
    otherwise: 'for info (warn below npm start, so that the terminal shows what needs somebody)',
  },
} as const satisfies Readonly<Record<string, Variable>>;

/** Variables with our prefix that others of our programs read. */
export const otherVariables: readonly string[] = [
  'THROUGHLINE_API',
  'THROUGHLINE_BROWSER',
  'THROUGHLINE_GITHUB_SCHEMA',
  'THROUGHLINE_KEY',
  'THROUGHLINE_RECORDED',
  'THROUGHLINE_SCREENSHOTS',
  'THROUGHLINE_TEST_PG',
  'THROUGHLINE_URL',
];
