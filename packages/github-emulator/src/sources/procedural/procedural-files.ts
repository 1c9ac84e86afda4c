import type { ChangedFileRecord } from '../../world/model.ts';
import { distributions } from './distributions.data.ts';
import type { Draws } from './draws.ts';
import { drawsFor, type PullScene } from './pull-scene.ts';
import { areas } from './words.data.ts';

const { share } = distributions;
const { hugeFiles, linesAdded, linesDeleted } = distributions.counts;
const nouns = ['list', 'store', 'view', 'client', 'rules', 'job', 'schema', 'page'] as const;
const manifests = ['package.json', 'package-lock.json'];

/** The files a pull request changes: the same names again and again, as in a real repository. */
export function makeFiles(scene: PullScene): readonly ChangedFileRecord[] {
  const draws = drawsFor(scene, 'files');
  if (scene.outline.author.kind === 'bot') return manifests.map((path) => makeFile(draws, path));
  const count = draws.chance(share.hugeChange)
    ? 100 + Math.ceil(draws.logNormal(hugeFiles))
    : Math.max(1, Math.round(draws.logNormal(scene.plan.shape.counts.files)));
  const paths = new Set<string>();
  for (let index = 0; paths.size < Math.min(count, hugeFiles.atMost); index += 1)
    paths.add(makePath(scene, draws, index));
  return [...paths].map((path) => makeFile(draws, path));
}

/** Past a few dozen files the names are numbered: nobody touches so many by hand. */
function makePath({ plan }: PullScene, draws: Draws, index: number): string {
  const stem = `${draws.pick(areas)}-${draws.pick(nouns)}${index < 60 ? '' : `-${index}`}`;
  return `${draws.pick(plan.language.folders)}/${stem}.${plan.language.extension}`;
}

function makeFile(draws: Draws, path: string): ChangedFileRecord {
  const changeType = (['MODIFIED', 'ADDED', 'DELETED', 'RENAMED'] as const)[
    draws.weighted([0.79, 0.15, 0.04, 0.02])
  ];
  const additions = Math.max(1, Math.round(draws.logNormal(linesAdded)));
  const deletions = Math.round(draws.logNormal(linesDeleted));
  return {
    path,
    previousPath: changeType === 'RENAMED' ? path.replace(/([^/]+)$/, 'old-$1') : undefined,
    additions: changeType === 'DELETED' ? 0 : additions,
    deletions: changeType === 'ADDED' ? 0 : Math.max(changeType === 'DELETED' ? 1 : 0, deletions),
    changeType: changeType ?? 'MODIFIED',
  };
}
