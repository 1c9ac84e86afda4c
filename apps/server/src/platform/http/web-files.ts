import { readdir } from 'node:fs/promises';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AppError, notFound } from '../errors/index.ts';
import type { RouteGuard } from './declared-routes.ts';

const oneYearMs = 365 * 24 * 3600 * 1000;

/**
 * Serves the built web: files by their names, those under `assets/` (whose names change with their content) for ever;
 * every other address that is not the API's gets the one page, which finds out what the address means.
 * The files are listed once, at the start, and no address reaches the disk that is not in the list.
 */
export async function serveWeb(server: FastifyInstance, guard: RouteGuard, directory: string): Promise<void> {
  const files = await listFiles(directory);
  if (files.has('index.html')) {
    await server.register(fastifyStatic, { root: directory, serve: false, preCompressed: true, etag: true });
  }
  guard.declare(
    { id: 'web', policy: 'anyone', kind: 'files', isAnyHostAllowed: false },
    {
      method: ['GET', 'HEAD'],
      url: '/*',
      handler: (request, reply) => sendWeb(reply, toFileName(request.url), files),
    },
  );
}

async function listFiles(directory: string): Promise<ReadonlySet<string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const prefix = directory.replace(/\/$/, '').length + 1;
  return new Set(
    entries
      .filter((entry) => entry.isFile() && !/\.(br|gz|map)$/.test(entry.name))
      .map((entry) => `${entry.parentPath}/${entry.name}`.slice(prefix)),
  );
}

/** The name a file would have, without the query. */
const toFileName = (url: string): string => url.replace(/[?#].*$/, '').replace(/^\//, '');

function sendWeb(reply: FastifyReply, name: string, files: ReadonlySet<string>): FastifyReply {
  if (/^(api|assets)(\/|$)/.test(name) && !files.has(name)) throw notFound();
  if (!files.has('index.html')) throw notBuilt();
  if (!files.has(name)) return reply.sendFile('index.html', { maxAge: 0 });
  const isAsset = name.startsWith('assets/');
  return reply.sendFile(name, isAsset ? { maxAge: oneYearMs, immutable: true } : { maxAge: 0 });
}

const notBuilt = (): AppError =>
  new AppError(
    'unavailable',
    'The web pages are not built yet. Start Throughline with npm start, which builds them.',
  );
