import type { Viewer } from '../access/index.ts';
import type { DoctorDependencies } from './doctor-dependencies.ts';
import type { Running } from './run-checks.ts';

/** One question to the doctor: who asks, with what it is answered, and until when. */
export interface Asking {
  readonly deps: DoctorDependencies;
  readonly viewer: Viewer;
  readonly now: Date;
  readonly signal: AbortSignal;
  readonly running: Omit<Running<DoctorDependencies, object>, 'subject'>;
}
