export { toBackoffMs } from './backoff.ts';
export { acquireInstanceLock, type InstanceLock } from './instance-lock.ts';
export { type KeepRunningOptions, type KeptProcess, keepRunning } from './keep-running.ts';
export { findCommandLine, findStartMark, isAlive } from './process-identity.ts';
