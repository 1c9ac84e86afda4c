import { ThemeProvider } from '@primer/react/next';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { isThemeChoice, type ThemeChoice } from './theme-choice.ts';
import { ThemeContext } from './theme-context.ts';

const storedAs = 'throughline-theme';

/** The theme by system or by choice; `start.js` sets a stored choice before the first paint. */
export const Theme = ({ children }: { readonly children: ReactNode }) => {
  const [choice, setChoice] = useState(loadChoice);

  useEffect(() => {
    document.documentElement.dataset['colorMode'] = choice;
  }, [choice]);

  const choose = useCallback((next: ThemeChoice) => {
    setChoice(next);
    storeChoice(next);
  }, []);

  return (
    <ThemeContext value={{ choice, choose }}>
      <ThemeProvider colorMode={choice} contextOnly>
        {children}
      </ThemeProvider>
    </ThemeContext>
  );
};

const loadChoice = (): ThemeChoice => {
  try {
    const stored = localStorage.getItem(storedAs);
    return isThemeChoice(stored) ? stored : 'auto';
  } catch {
    return 'auto'; // Storage is closed to us.
  }
};

const storeChoice = (choice: ThemeChoice): void => {
  try {
    localStorage.setItem(storedAs, choice);
  } catch {
    // Storage is closed to us: the choice holds until the page is left.
  }
};
