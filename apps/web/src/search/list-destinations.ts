import type { Role } from '@throughline/contract';
import { settingsPlaces } from '../settings/settings.data.ts';
import { furtherPlaces } from './further-places.data.ts';
import type { Destination } from './palette-entries.ts';

/** Every page that a reader may open by its name: those of the navigation given, then settings and what lies beneath. */
export function listDestinations(
  places: readonly Destination[],
  role: Role | undefined,
): readonly Destination[] {
  const settings = settingsPlaces
    .filter(({ isForAdministrators }) => role === 'administrator' || !isForAdministrators)
    .map(({ path, name, icon }) => ({ path, name: `Settings: ${name}`, icon }));
  const further = furtherPlaces.filter(
    ({ roles }) => roles === undefined || (role !== undefined && roles.includes(role)),
  );
  return [...places, ...settings, ...further];
}
