import type { Random } from '../model/random.ts';

/** `1A2B:3C4D5E:6F7A8B:9C0D1E:2F3A4B5C`, the form of `x-github-request-id`. */
export function makeRequestId(random: Random): string {
  return [4, 6, 6, 6, 8].map((digits) => hex(digits, random)).join(':');
}

function hex(digits: number, random: Random): string {
  return Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16))
    .join('')
    .toUpperCase();
}
