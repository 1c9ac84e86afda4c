import { enableCompileCache } from 'node:module';

/**
 * `serve-world.ts --world NAME --now INSTANT`: an Enterprise Server with that world, in a process of its own, until it
 * is ended. Says where it is and what its tokens are in the words of `npm run emulator`. With `--own-authority` it speaks
 * TLS by a certificate of an authority that nobody knows, and says that too, in Base64.
 */
enableCompileCache();
const { runWorld } = await import('./run-world.ts');
await runWorld(process.argv.slice(2));
