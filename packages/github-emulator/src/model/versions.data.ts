import type { Shape } from './settings.ts';

/** The Enterprise Server release stood in for; 3.19 is the oldest one supported in November 2026. */
export const enterpriseServerVersion = '3.19.4';

/** REST API versions; Enterprise Server knows 2026-03-10 from 3.21 only. The first is the default. */
export const apiVersions: Readonly<Record<Shape, readonly string[]>> = {
  'github.com': ['2022-11-28', '2026-03-10'],
  'enterprise-server': ['2022-11-28'],
};
