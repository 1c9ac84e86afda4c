import {
  actingChecks,
  appChecks,
  type ConnectionSubject,
  credentialChecks,
  hostChecks,
  organisationChecks,
  repositoryAccessChecks,
} from '../github-access/index.ts';
import {
  pullRequestReadCheck,
  repositoryChosenCheck,
  repositoryReadingCheck,
  syncChecks,
} from '../ingestion/index.ts';
import { authorCheck, personChecks, personVisibleCheck } from '../people/index.ts';
import type { Check } from '../platform/checks/index.ts';
import { publicAddressChecks } from '../platform/configuration/index.ts';
import { workerChecks } from '../platform/jobs/index.ts';
import { keyFileChecks } from '../platform/secrets/index.ts';
import { databaseChecks } from '../platform/sql/index.ts';
import { commitEmailsCheck, countingCheck } from '../reports/index.ts';
import { visibilityChecks } from '../visibility/index.ts';
import type { DoctorDependencies } from './doctor-dependencies.ts';

/** What is checked of this Throughline itself, whatever is connected. */
export const workspaceChecks: readonly Check<DoctorDependencies, unknown>[] = [
  ...databaseChecks,
  ...workerChecks,
  ...keyFileChecks,
  ...publicAddressChecks,
];

/** What is checked of a connection: the way to it first, then who comes, then what is read. */
export const connectionChecks: readonly Check<DoctorDependencies, ConnectionSubject>[] = [
  ...hostChecks,
  ...appChecks,
  ...credentialChecks,
  ...organisationChecks,
  ...actingChecks,
  ...syncChecks,
  ...workspaceChecks,
];

/** Whether a repository is for the reader; then, for administrators, whether it can be read at all. */
export const visibleRepositoryChecks = visibilityChecks;
export const missedRepositoryChecks = [...repositoryAccessChecks, repositoryChosenCheck] as const;
export const readRepositoryChecks = [repositoryReadingCheck] as const;
export const pullRequestChecks = [pullRequestReadCheck, authorCheck, countingCheck] as const;
export const visiblePersonChecks = [personVisibleCheck] as const;
export const toldPersonChecks = [...personChecks, commitEmailsCheck] as const;

/** Every check there is, for the documentation. */
export const allChecks = [
  ...connectionChecks,
  ...visibleRepositoryChecks,
  ...missedRepositoryChecks,
  ...readRepositoryChecks,
  ...pullRequestChecks,
  ...visiblePersonChecks,
  ...toldPersonChecks,
] as const;
