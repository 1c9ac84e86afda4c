import { onTestFinished } from 'vitest';
import { type EmulatorOptions, type RunningEmulator, startEmulator } from '../start-emulator.ts';
import { craftAcme } from './crafted-organisation.ts';

/** An answer of any shape, which tests look into freely. */
type Json = ReturnType<typeof JSON.parse>;

export type TestEmulator = RunningEmulator & {
  /** Asks a REST path as the holder of a token, the first one unless told; `null` is nobody. */
  get(path: string, asked?: Asked): Promise<Response>;
  /** The array, or the object, a path answers. */
  list(path: string, asked?: Asked): Promise<Json[]>;
  object(path: string, asked?: Asked): Promise<Json>;
  /** Posts a query; answers the parsed body beside the response. */
  query(text: string, asked?: Asked & { variables?: object }): Promise<QueryAnswer>;
};

export type Asked = { readonly token?: string | null; readonly headers?: Record<string, string> };
export type QueryAnswer = {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
};

/** An emulator of `acme` with a token of ada, its owner, that ends with the test. */
export async function startTestEmulator(options: Partial<EmulatorOptions> = {}): Promise<TestEmulator> {
  const emulator = await startEmulator({
    sources: craftAcme(),
    tokens: [{ kind: 'classic', login: 'ada' }],
    ...options,
  });
  onTestFinished(() => emulator.close());
  const toHeaders = ({ token = emulator.tokens[0]?.value, headers = {} }: Asked) => ({
    'user-agent': 'test',
    ...(token == null ? {} : { authorization: `Bearer ${token}` }),
    ...headers,
  });
  const get = (path: string, asked: Asked = {}) =>
    fetch(`${emulator.restUrl}${path}`, { headers: toHeaders(asked), redirect: 'manual' });
  const read = async (path: string, asked?: Asked): Promise<Json> => (await get(path, asked)).json();
  return {
    ...emulator,
    get,
    list: read,
    object: read,
    async query(query, { variables, ...asked } = {}) {
      const response = await fetch(emulator.graphqlUrl, {
        method: 'POST',
        headers: { ...toHeaders(asked), 'content-type': 'application/json' },
        body: JSON.stringify({ query, variables }),
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    },
  };
}
