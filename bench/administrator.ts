import {
  ApiFailure,
  type Call,
  createConnection,
  getConnection,
  replaceCredential,
  signIn,
  syncNow,
  testToken,
} from '@throughline/contract';
import { createApiReader } from '@throughline/e2e/api-reader.ts';
import * as z from 'zod';
import { control, fetchGithubClock } from './control-github.ts';
import { fetchLedger } from './count-offences.ts';
import type { Github, Product } from './product.ts';
import { account, setUp } from './read-all.ts';
import type { VirtualTime } from './virtual-time.ts';

/** Who looks after the connections of a run, by the product's own interface. */
export interface Administrator {
  /** Tests a token; then connects everything of its organisation when it is called. */
  prepareToConnect(github: Github, name: string): Promise<() => Promise<void>>;
  /**
   * Notices what needs somebody, and does it when nothing is under way: puts a new token in the place of a revoked one,
   * and confirms that repositories are really gone. `githubs` are by the names of their connections.
   */
  attend(githubs: ReadonlyMap<string, Github>, isQuiet: boolean): Promise<void>;
  /** Seconds of GitHub's clock from a token's first refusal to the connection that says so; undefined: it has not said so. */
  noticedAfter(github: Github): number | undefined;
}

/** Whom GitHub refuses a new token too, for a limit that stands or for bad ones tried before, comes back in an hour. */
const betweenTriesMs = 61 * 60_000;

export async function createAdministrator(product: Product, time: VirtualTime): Promise<Administrator> {
  let reader = await setUp(product);
  const nextTryMs = new Map<number, number>();
  const noticedSeconds = new Map<string, number>();
  /** Signs in again when so much time has passed that the session has ended. */
  const call: Call = async (route, given) => {
    try {
      return await reader.call(route, given);
    } catch (error) {
      if (!(error instanceof ApiFailure) || error.status !== 401) throw error;
      reader = await createApiReader(product.origin);
      await reader.call(signIn, { body: { email: account.email, password: account.password } });
      return reader.call(route, given);
    }
  };
  const repair = async (connectionId: number, github: Github): Promise<void> => {
    if (time.nowMs() < (nextTryMs.get(connectionId) ?? 0)) return;
    const isRefused = (await tryToRepair(call, connectionId, github)) === 'refused';
    if (isRefused) nextTryMs.set(connectionId, time.nowMs() + betweenTriesMs);
  };
  return {
    prepareToConnect: async ({ origin, token, organisation }, name) => {
      const { credentialId } = await call(testToken, { body: { host: { address: origin }, token } });
      const chosen = { repositoryChoice: 'all', includesArchived: true, includesForks: true } as const;
      return async () => {
        await call(createConnection, { body: { credentialId, organisation, name, ...chosen } });
      };
    },
    attend: async (githubs, isQuiet) => {
      for (const one of needy.parse(await product.query(needySql))) {
        const github = githubs.get(one.name);
        if (github !== undefined && one.code === 'github-not-signed-in') {
          noticedSeconds.set(github.origin, noticedSeconds.get(github.origin) ?? (await fetchDelay(github)));
          if (isQuiet) await repair(one.connectionId, github);
        } else if (isQuiet && one.text.includes('press Sync now')) {
          await call(syncNow, { params: { connectionId: one.connectionId } });
        }
      }
    },
    noticedAfter: ({ origin }) => noticedSeconds.get(origin),
  };
}

const needy = z.array(
  z.object({ connectionId: z.coerce.number(), name: z.string(), code: z.string(), text: z.string() }),
);

const needySql = `
  select
    connection_id as "connectionId",
    name,
    attention_code as code,
    attention_text as text
  from connection
  where state = 'needs-attention'`;

/** Seconds of GitHub's clock since the token was first refused. */
async function fetchDelay({ origin }: Github): Promise<number> {
  const refused = (await fetchLedger(origin)).find(({ outcome }) => outcome === 'bad-credentials');
  if (refused === undefined) return Number.POSITIVE_INFINITY;
  return ((await fetchGithubClock(origin)) - Date.parse(refused.at)) / 1_000;
}

/** Refused for a while, or failed in a way that another try may be spared. */
async function tryToRepair(
  call: Call,
  connectionId: number,
  { origin, token }: Github,
): Promise<'done' | 'refused' | 'failed'> {
  const known = tokens.parse(await (await fetch(`${origin}/_emulator/tokens`)).json());
  const login = known.find(({ value }) => value === token)?.login ?? '';
  try {
    const { value } = made.parse(await control(origin, 'tokens', { kind: 'classic', login }));
    const { credentialId } = await call(testToken, { body: { host: { address: origin }, token: value } });
    const { reading } = await call(getConnection, { params: { connectionId } });
    const replaces = reading?.credentialId ?? credentialId;
    await call(replaceCredential, { params: { connectionId }, body: { credentialId, replaces } });
    return 'done';
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    return passingCodes.has(error.failure.code) ? 'failed' : 'refused';
  }
}

const passingCodes: ReadonlySet<string> = new Set([
  'github-server',
  'github-unreachable',
  'github-unreadable',
  'github-not-github',
]);

const tokens = z.array(z.object({ value: z.string(), login: z.string() }));

const made = z.object({ value: z.string() });
