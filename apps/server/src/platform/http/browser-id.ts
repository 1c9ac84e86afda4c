import { createHmac } from 'node:crypto';

/** Knows the browser that holds the cookie `bearer` again; the cookie cannot be made from it. */
export const toBrowserId = (bearer: string): string =>
  createHmac('sha256', bearer).update('browser').digest('base64url');
