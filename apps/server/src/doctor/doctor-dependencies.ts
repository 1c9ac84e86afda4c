import type { ExaminingDependencies } from '../github-access/index.ts';
import type { Configuration } from '../platform/configuration/index.ts';

/** What checks of all slices need together. */
export interface DoctorDependencies extends ExaminingDependencies {
  readonly configuration: Pick<
    Configuration,
    'host' | 'publicUrl' | 'keyFile' | 'dataDirectory' | 'databaseUrl'
  >;
}
