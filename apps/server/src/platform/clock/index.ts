export { type Clock, createMovedClock, systemClock } from './clock.ts';
