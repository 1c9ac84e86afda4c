import { expect, it } from 'vitest';
import { toThemeParts } from './theme-choice.ts';

it.each([
  ['auto', false, 'auto', false],
  ['auto', true, 'auto', true],
  ['light', true, 'light', false],
  ['dark', false, 'dark', false],
  ['light-high-contrast', false, 'light', true],
  ['dark-high-contrast', false, 'dark', true],
] as const)('%s with contrast asked for: %s', (choice, isAsked, mode, isHighContrast) => {
  expect(toThemeParts(choice, isAsked)).toEqual({ mode, isHighContrast });
});
