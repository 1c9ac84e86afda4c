import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toSecurityHeaders } from './security-headers.ts';
import { styleHashes } from './style-hashes.data.ts';

const component = '../../../../../node_modules/@primer/live-region-element/dist/esm/index.js';

const directivesOf = (isSecure: boolean): Record<string, Iterable<unknown>> => {
  const { contentSecurityPolicy } = toSecurityHeaders(isSecure);
  if (typeof contentSecurityPolicy !== 'object') throw new Error('There is no policy.');
  return contentSecurityPolicy.directives as Record<string, Iterable<unknown>>;
};

describe('the content policy', () => {
  test('lets no script run that is not a file of ours', () => {
    const directives = directivesOf(true);

    expect([...directives['script-src']!]).toEqual(["'self'"]);
    expect(JSON.stringify(directives)).not.toMatch(/unsafe|https?:|\*/);
  });

  test('asks for https only where there is https', () => {
    expect(directivesOf(true)).toHaveProperty('upgrade-insecure-requests');
    expect(directivesOf(false)).not.toHaveProperty('upgrade-insecure-requests');
    expect(toSecurityHeaders(false).strictTransportSecurity).toBe(false);
  });

  test('knows the styles that components bring along', () => {
    const source = readFileSync(new URL(component, import.meta.url), 'utf8');
    const styles = [...source.matchAll(/<style>(.*?)<\/style>/gs)].map(([, text]) => text!);

    const hashes = styles.map((text) => `sha256-${createHash('sha256').update(text).digest('base64')}`);

    expect(hashes).toEqual([...styleHashes]);
  });
});
