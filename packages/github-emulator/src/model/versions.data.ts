import type { Shape } from './settings.ts';

/** The Enterprise Server releases stood in for; the first is what is told unless another is asked for. */
export const enterpriseServerVersions = ['3.19.4', '3.20.2', '3.21.1', '3.22.0'] as const;

export type EnterpriseServerVersion = (typeof enterpriseServerVersions)[number];

/** `POST /credentials/revoke` is on github.com and on Enterprise Server from 3.20. */
export function knowsCredentialRevocation(shape: Shape, version: EnterpriseServerVersion): boolean {
  return shape === 'github.com' || version !== '3.19.4';
}

/** Releases that know 2022-11-28 only. */
const oldest: readonly string[] = ['3.19.4', '3.20.2'];

/** REST API versions; Enterprise Server knows 2026-03-10 from 3.21 only. The first is the default. */
export function listApiVersions(shape: Shape, version: EnterpriseServerVersion): readonly string[] {
  const knowsNewest = shape === 'github.com' || !oldest.includes(version);
  return knowsNewest ? ['2022-11-28', '2026-03-10'] : ['2022-11-28'];
}
