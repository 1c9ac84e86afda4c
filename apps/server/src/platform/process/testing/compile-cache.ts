import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Starts a program of tests from what `main.ts` keeps compiled, for a second less of the processor's time. What is killed keeps
 * nothing itself.
 */
export const compileCache = { NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') };
