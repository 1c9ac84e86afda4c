import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { AppError, notFound } from '../errors/index.ts';
import type { RouteGuard } from './declared-routes.ts';

const oneYearMs = 365 * 24 * 3600 * 1000;

/**
 * Serves the built web: files by their names, those under `assets/` (whose names change with their content) for ever;
 * every other address that is not the API's gets the one page, which finds out what the address means.
 * The web may be built again while it is served.
 */
export async function serveWeb(server: FastifyInstance, guard: RouteGuard, directory: string): Promise<void> {
  await server.register(fastifyStatic, {
    root: directory,
    serve: false,
    preCompressed: true,
    suppressWarning: true,
  });
  guard.declare(
    { id: 'web', policy: 'anyone', keyScopes: [], kind: 'files', isAnyHostAllowed: false },
    {
      method: ['GET', 'HEAD'],
      url: '/*',
      handler: (request, reply) => sendWeb(reply, toFileName(request.url), directory),
    },
  );
}

/** The name a file would have, without the query. */
const toFileName = (url: string): string => url.replace(/[?#].*$/, '').replace(/^\//, '');

async function sendWeb(reply: FastifyReply, name: string, directory: string): Promise<FastifyReply> {
  if (await isFile(name, directory)) {
    const isAsset = name.startsWith('assets/');
    return reply.sendFile(name, isAsset ? { maxAge: oneYearMs, immutable: true } : { maxAge: 0 });
  }
  if (/^(api|assets)(\/|$)/.test(name)) throw notFound();
  // A page's address with an ending is the file of what it shows, which the API writes.
  if (/^[a-z][a-z-]*(?:\/[\w-]+)*\.(?:csv|json)$/.test(name))
    return reply.redirect(`/api${reply.request.url}`);
  if (!(await isFile('index.html', directory))) throw notBuilt();
  return reply.sendFile('index.html', { maxAge: 0 });
}

/** Names of plain letters alone are looked for, so that no address leads out of the directory. */
async function isFile(name: string, directory: string): Promise<boolean> {
  const isPlain = /^[\w-][\w.-]*(\/[\w-][\w.-]*)*$/.test(name) && !/\.(br|gz|map)$/.test(name);
  if (!isPlain) return false;
  const found = await stat(join(directory, name)).catch(() => undefined);
  return found?.isFile() === true;
}

const notBuilt = (): AppError =>
  new AppError(
    'unavailable',
    'The web pages are not built yet. Start Throughline with npm start, which builds them.',
  );
