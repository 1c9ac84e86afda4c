import { attention, broken, type Finding, ok } from '../checks/index.ts';
import type { JobLook } from './job-look.sql.ts';

const slowS = 60;
const deadS = 600;

const count = (amount: number): string => (amount === 1 ? '1 job' : `${amount} jobs`);

/** Whether somebody picks up what is to be done. */
export function judgeJobs({ due, oldestWaitS, running }: JobLook): Finding {
  if (oldestWaitS === undefined || oldestWaitS <= slowS) {
    return ok(`${count(running)} under way, ${due === 0 ? 'none' : due} waiting to be picked up.`);
  }
  const minutes = Math.max(1, Math.round(oldestWaitS / 60));
  const trouble = {
    proof: `${count(due)} should have been picked up; the oldest waits for ${minutes} min. ${count(running)} under way.`,
    consequence: 'What GitHub has is read late, or not at all.',
    repair: {
      text:
        running === 0
          ? 'See whether a worker is running (npm start runs one; else start one with --role=worker).'
          : 'Start another worker, with --role=worker, if it stays so.',
    },
  };
  return oldestWaitS > deadS && running === 0 ? broken(trouble) : attention(trouble);
}
