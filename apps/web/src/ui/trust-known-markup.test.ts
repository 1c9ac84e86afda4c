import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownMarkup } from './known-markup.data.ts';
import { toTrustedMarkup } from './trust-known-markup.ts';

const component = '../../../../node_modules/@primer/live-region-element/dist/esm/index.js';

test('the markup that components bring along is trusted as it is in their packages', () => {
  const source = readFileSync(new URL(component, import.meta.url), 'utf8');
  const markup = [...source.matchAll(/`(\n<style>.*?)`/gs)].map(([, text]) => text);

  expect(markup).toEqual(knownMarkup);
  expect(knownMarkup.map((text) => toTrustedMarkup(text))).toEqual(knownMarkup);
});

test.each(['', '<b>x</b>', '<img src=x onerror=alert(1)>', `${knownMarkup[0]} `])('%j is not', (text) => {
  expect(() => toTrustedMarkup(text)).toThrow(TypeError);
});
