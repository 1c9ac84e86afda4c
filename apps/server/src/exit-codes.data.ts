import type { ErrorCode } from '@throughline/contract';

/** How a process ends that could not start, by the reason's code, so that whoever started it can branch on it. */
export const exitCodes: Readonly<Partial<Record<ErrorCode, number>>> = {
  'configuration-invalid': 2,
  'database-newer': 3,
  'database-foreign': 4,
  'database-unreachable': 5,
  'migration-changed': 6,
  'disk-full': 7,
  'instance-running': 8,
  'key-file-missing': 9,
  'key-file-wrong': 9,
  'port-taken': 10,
  'rotation-running': 11,
  'secrets-unopened': 12,
};

/** Any other reason. */
export const otherExitCode = 1;
