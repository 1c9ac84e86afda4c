import { z } from 'zod';

import { defineQueue } from '../queue.ts';

export const sleepyQueue = defineQueue({ name: 'test.sleepy', payload: z.object({ thingId: z.number() }) });
