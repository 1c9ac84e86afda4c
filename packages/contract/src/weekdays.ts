import * as z from 'zod';

/** Days of the week, each once; 1 is Monday. */
export const weekdays = z
  .array(z.number().int().min(1).max(7))
  .max(7)
  .refine((days) => new Set(days).size === days.length, 'A day is there once.');

/** The days on which people work. */
export const workingDays = weekdays.min(1, 'Choose at least one day.');
