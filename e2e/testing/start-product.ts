import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkoutFolder } from './checkout-folder.ts';
import { killTree } from './kill-tree.ts';
import { type RunningProgram, startProgram } from './start-program.ts';

/** Throughline, running as its users run it: one command, its own PostgreSQL, a data directory of its own. */
export interface Product extends AsyncDisposable {
  readonly origin: string;
  /** The set-up link it printed, as a path. */
  readonly setupPath: string;
  readonly output: () => string;
  /** Ends it and starts it anew on the same data. */
  readonly restart: () => Promise<Product>;
  /** Ends all its processes at once, as who pulls the plug does, and starts it anew at the same address. */
  readonly pullThePlug: () => Promise<Product>;
}

interface ProductOptions {
  /** Emulators on this machine that may be connected to. */
  readonly githubOrigins?: readonly string[];
  /** A data directory to start on a copy of, as `makeDataTemplate` makes it; an empty one when absent. */
  readonly template?: string | undefined;
}

/** Starts it in a data directory of its own, which is removed with it. */
export async function startProduct({ githubOrigins = [], template }: ProductOptions = {}): Promise<Product> {
  const data = await makeDataFolder();
  if (template !== undefined) await copy(template, data);
  const env = {
    THROUGHLINE_DATA: data,
    THROUGHLINE_LOOPBACK_HOSTS: githubOrigins.join(','),
  };
  const start: Start = (port) => startProgram(productMain, [], { ...env, PORT: port });
  return toProduct(start, '0', data);
}

/**
 * Makes a data directory as the first start leaves it: a key, and a database with this version's schema. What starts on a copy
 * of it need not make them anew. Whoever asked removes it.
 */
export async function makeDataTemplate(): Promise<string> {
  const data = await makeDataFolder();
  await using program = startProgram(productMain, [], { THROUGHLINE_DATA: data, PORT: '0' });
  await program.waitFor(/Stop it with Ctrl-C/);
  return data;
}

const productMain = join(checkoutFolder, 'apps/server/src/main.ts');

async function makeDataFolder(): Promise<string> {
  const data = await mkdtemp(join(tmpdir(), 'throughline-e2e-'));
  // As root, PostgreSQL runs as somebody else, who has to come through.
  await chmod(data, 0o755);
  return data;
}

/** With its owners, which copying by Node would change. */
async function copy(template: string, data: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', `${template}/.`, data]);
}

type Start = (port: string) => RunningProgram;

async function toProduct(start: Start, port: string, data: string): Promise<Product> {
  const program = start(port);
  const [, origin = ''] = await program.waitFor(/Throughline is ready: (http:\S+)/);
  await program.waitFor(/Stop it with Ctrl-C/);
  const setupPath = /\/setup\/\S+/.exec(program.output())?.[0] ?? '';
  return {
    origin,
    setupPath,
    output: program.output,
    restart: async () => {
      await program[Symbol.asyncDispose]();
      return toProduct(start, '0', data);
    },
    pullThePlug: async () => {
      await killTree(program);
      return toProduct(start, new URL(origin).port, data);
    },
    [Symbol.asyncDispose]: async () => {
      try {
        await program[Symbol.asyncDispose]();
      } finally {
        await rm(data, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    },
  };
}
