import * as z from 'zod';

/** Fields that several operations take or give. */

export const id = z.number().int().positive();
export const idParam = z.coerce.number().int().positive();
/** An instant as ISO 8601 in UTC. */
export const instant = z.iso.datetime({ offset: true });
/** A day as `2026-11-21`. */
export const day = z.iso.date();

export const nothing = z.strictObject({});

export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An e-mail address has at most 254 characters.')
  .pipe(z.email('Enter an e-mail address, such as name@example.com.'));

export const personName = z
  .string()
  .trim()
  .min(1, 'Enter a name.')
  .max(200, 'A name has at most 200 characters.');

export const password = z
  .string()
  .min(12, 'Use at least 12 characters.')
  .max(200, 'Use at most 200 characters.');

/** A zone of the IANA database, such as Europe/Paris. */
export const zone = z.string().refine(isZone, 'Enter a time zone such as Europe/Paris or UTC.');

export const role = z.enum(['administrator', 'manager', 'member']);
export type Role = z.output<typeof role>;

function isZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }).format(0) !== '';
  } catch {
    return false;
  }
}
