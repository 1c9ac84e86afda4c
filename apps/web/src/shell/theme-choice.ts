export const themeChoices = ['auto', 'light', 'dark', 'light-high-contrast', 'dark-high-contrast'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export const isThemeChoice = (value: unknown): value is ThemeChoice =>
  themeChoices.some((choice) => choice === value);

/** The choices in the words of menus. */
export const themeNames: readonly (readonly [ThemeChoice, string])[] = [
  ['auto', 'Like the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['light-high-contrast', 'Light, high contrast'],
  ['dark-high-contrast', 'Dark, high contrast'],
];

/** What a theme is made of. */
export interface ThemeParts {
  readonly mode: 'auto' | 'light' | 'dark';
  readonly isHighContrast: boolean;
}

/** A choice together with what the reader's system asks for, which decides where nothing was chosen. */
export const toThemeParts = (choice: ThemeChoice, isContrastAsked: boolean): ThemeParts => {
  if (choice === 'auto') return { mode: 'auto', isHighContrast: isContrastAsked };
  return {
    mode: choice.startsWith('dark') ? 'dark' : 'light',
    isHighContrast: choice.endsWith('-high-contrast'),
  };
};
