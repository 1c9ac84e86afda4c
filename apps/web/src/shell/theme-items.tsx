import { ActionList } from '@primer/react';
import type { ThemeChoice } from './theme-choice.ts';
import { useThemeChoice } from './theme-context.ts';

const words: readonly (readonly [ThemeChoice, string])[] = [
  ['auto', 'Like the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** The choice of a theme, as items of a menu. */
export const ThemeItems = () => {
  const { choice, choose } = useThemeChoice();
  return (
    <ActionList.Group selectionVariant="single">
      <ActionList.GroupHeading>Theme</ActionList.GroupHeading>
      {words.map(([theme, name]) => (
        <ActionList.Item key={theme} selected={theme === choice} onSelect={() => choose(theme)}>
          {name}
        </ActionList.Item>
      ))}
    </ActionList.Group>
  );
};
