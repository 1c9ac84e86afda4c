import { stat } from 'node:fs/promises';
import { type Check, defineCheck } from '../checks/index.ts';
import { judgeKeyFile, type KeyFileLook } from './judge-key-file.ts';

interface Deps {
  readonly configuration: { readonly keyFile: string };
}

/** Whether the file that opens the stored secrets is where it belongs, and closed to others. */
export const keyFileChecks: readonly Check<Deps, unknown>[] = [
  defineCheck({
    id: 'key-file',
    title: 'The key file',
    about: 'workspace',
    asks: 'The file system: is the key file there, and who may read it?',
    says: 'It is missing or empty, or others may read it.',
    repairs: 'Put it back from a copy; `chmod 600`.',
    run: async ({ configuration: { keyFile } }) => judgeKeyFile(await lookAt(keyFile), keyFile),
  }),
];

async function lookAt(path: string): Promise<KeyFileLook> {
  try {
    const { mode, size } = await stat(path);
    return { kind: 'file', mode, bytes: size };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { kind: 'missing' };
    throw error;
  }
}
