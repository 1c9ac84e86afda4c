import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { knownMarkup } from './known-markup.data.ts';
import { toTrustedMarkup } from './trust-known-markup.ts';

test('the markup that components bring along is trusted as it is in their packages', () => {
  const source = readFileSync(fileURLToPath(import.meta.resolve('@primer/live-region-element')), 'utf8');
  const markup = [...source.matchAll(/`(\n<style>.*?)`/gs)].map(([, text]) => text);

  expect(markup).toEqual(knownMarkup);
  expect(knownMarkup.map((text) => toTrustedMarkup(text))).toEqual(knownMarkup);
});

test.each(['', '<b>x</b>', '<img src=x onerror=alert(1)>', `${knownMarkup[0]} `])('%j is not', (text) => {
  expect(() => toTrustedMarkup(text)).toThrow(TypeError);
});
