import { createContext, useContext } from 'react';
import type { ThemeChoice } from './theme-choice.ts';

interface ChosenTheme {
  readonly choice: ThemeChoice;
  readonly choose: (choice: ThemeChoice) => void;
}

export const ThemeContext = createContext<ChosenTheme>({ choice: 'auto', choose: () => undefined });

export const useThemeChoice = (): ChosenTheme => useContext(ThemeContext);
