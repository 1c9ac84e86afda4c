import { ThemeProvider } from '@primer/react/next';
import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { useMedia } from '../ui/use-media.ts';
import { isThemeChoice, type ThemeChoice, toThemeParts } from './theme-choice.ts';
import { ThemeContext } from './theme-context.ts';

const storedAs = 'throughline-theme';

/** The theme by system or by choice; `start.js` sets a stored choice before the first paint. */
export const Theme = ({ children }: { readonly children: ReactNode }) => {
  const [choice, setChoice] = useState(loadChoice);
  const isContrastAsked = useMedia('(prefers-contrast: more)');
  const { mode, isHighContrast } = toThemeParts(choice, isContrastAsked);

  useEffect(() => {
    document.documentElement.dataset['colorMode'] = mode;
  }, [mode]);

  useEffect(() => {
    let isLeft = false;
    const apply = () => {
      if (!isLeft) applyContrast(isHighContrast);
    };
    // Most readers never need these style sheets, so they come on choice; until they are here the usual ones stay.
    if (isHighContrast) void import('./high-contrast.ts').then(apply);
    else apply();
    return () => {
      isLeft = true;
    };
  }, [isHighContrast]);

  const choose = useCallback((next: ThemeChoice) => {
    setChoice(next);
    storeChoice(next);
  }, []);

  return (
    <ThemeContext value={{ choice, choose }}>
      <ThemeProvider colorMode={mode} contextOnly>
        {children}
      </ThemeProvider>
    </ThemeContext>
  );
};

const applyContrast = (isHigh: boolean): void => {
  const { dataset } = document.documentElement;
  dataset['lightTheme'] = isHigh ? 'light_high_contrast' : 'light';
  dataset['darkTheme'] = isHigh ? 'dark_high_contrast' : 'dark';
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
