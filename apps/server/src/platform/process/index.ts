export { toBackoffMs } from './backoff.ts';
export { acquireInstanceLock } from './instance-lock.ts';
export { type KeptProcess, keepRunning } from './keep-running.ts';
export { findCommandLine, isAlive } from './process-identity.ts';
