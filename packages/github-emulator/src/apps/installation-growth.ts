import type { World } from '../world/model.ts';
import { type Installations, isInstalledOn } from './installations.ts';

const perHourEach = 50;
const usualCount = 20;
/** 12,500 in all, above the usual 5,000. */
const mostGrowth = 7_500;

/**
 * Requests an hour that an installation's bucket has above the usual: 50 for each repository above 20 and each member above
 * 20. GitHub's page may be read as every one of them once there are more than 20; this is the stricter reading.
 */
export function growthOfInstallation(owner: string, installations: Installations, world: World): number {
  const [kind, id] = owner.split(':');
  const installation = kind === 'installation' ? installations.find(Number(id)) : undefined;
  if (installation === undefined) return 0;
  const repositories = world
    .repositoriesOf(installation.accountId)
    .filter(({ record }) => isInstalledOn(installation, record)).length;
  const organisation = world.organisations.find(({ account }) => account.id === installation.accountId);
  const people = organisation?.members.length ?? 1;
  const above = Math.max(0, repositories - usualCount) + Math.max(0, people - usualCount);
  return Math.min(mostGrowth, above * perHourEach);
}
