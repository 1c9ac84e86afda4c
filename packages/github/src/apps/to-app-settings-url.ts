import type { AppRecord } from './app-record.ts';

type Owned = Pick<AppRecord, 'slug' | 'ownerLogin' | 'isOwnedByOrganisation'>;

/** Where whoever owns an App changes what it asks for. */
export const toAppSettingsUrl = (
  webUrl: string,
  { slug, ownerLogin, isOwnedByOrganisation }: Owned,
): string => {
  const owner =
    isOwnedByOrganisation && ownerLogin !== undefined
      ? `/organizations/${encodeURIComponent(ownerLogin)}`
      : '';
  return `${webUrl}${owner}/settings/apps/${encodeURIComponent(slug)}/permissions`;
};
