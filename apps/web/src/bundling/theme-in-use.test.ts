import { expect, it } from 'vitest';
import { cutTheme } from './theme-in-use.ts';

const theme = `[data-color-mode="light"] {
  --fgColor-default: var(--base-ink); /** text */
  --base-ink: #111;
  --ansi-cyan: #1b7c83;
}`;

it('keeps what is mentioned and what that refers to, and drops the rest', () => {
  const cut = cutTheme(theme, new Set(['--fgColor-default']));

  expect(cut).toContain('--fgColor-default');
  expect(cut).toContain('--base-ink');
  expect(cut).not.toContain('--ansi-cyan');
});

it('keeps the rules themselves', () => {
  const cut = cutTheme(theme, new Set());

  expect(cut).toBe('[data-color-mode="light"] {\n}');
});
