import { ActionList } from '@primer/react';
import { themeNames } from './theme-choice.ts';
import { useThemeChoice } from './theme-context.ts';

/** The choice of a theme, as items of a menu. */
export const ThemeItems = () => {
  const { choice, choose } = useThemeChoice();
  return (
    <ActionList.Group selectionVariant="single">
      <ActionList.GroupHeading>Theme</ActionList.GroupHeading>
      {themeNames.map(([theme, name]) => (
        <ActionList.Item key={theme} selected={theme === choice} onSelect={() => choose(theme)}>
          {name}
        </ActionList.Item>
      ))}
    </ActionList.Group>
  );
};
