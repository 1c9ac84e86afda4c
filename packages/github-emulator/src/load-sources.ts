import { basename, resolve } from 'node:path';
import type { CommandLine } from './parse-arguments.ts';
import { loadGitRepository } from './sources/git/load-git-repository.ts';
import { createProceduralOrganisation } from './sources/procedural/create-procedural-organisation.ts';
import { loadRecorded } from './sources/recorded/load-recorded.ts';
import type { WorldSource } from './world/model.ts';

/** Owner of the repositories read from disk. */
const localOwner = 'local';

/** What the command line names, or a made-up organisation when it names nothing. */
export async function loadSources(options: CommandLine, now: string): Promise<readonly WorldSource[]> {
  const loading = [
    ...(options.recorded === undefined ? [] : [loadRecorded(resolve(options.recorded))]),
    ...options.git.map((path) => loadGitRepository(resolve(path), { owner: localOwner, name: toName(path) })),
  ];
  const loaded = await Promise.all(loading);
  return options.procedural || loaded.length === 0 ? [...loaded, makeUp(options, now)] : loaded;
}

function makeUp({ people, repos, pulls, seed, ...options }: CommandLine, now: string): WorldSource {
  return createProceduralOrganisation({
    now,
    shape: options['pull-shape'],
    oddTitles: options['odd-titles'],
    changes: options.changes,
    ...(people === undefined ? {} : { people }),
    ...(repos === undefined ? {} : { repos }),
    ...(pulls === undefined ? {} : { pulls }),
    ...(seed === undefined ? {} : { seed }),
  });
}

function toName(path: string): string {
  return basename(resolve(path)).replace(/\.git$/, '');
}
