import type { Command } from '../ui/commands.ts';

/** Buttons of the page itself: those in rows belong to their rows, and what only opens a choice is no command. */
const buttons =
  'main :is(button[data-component="Button"], a[data-component="LinkButton"]):not(:disabled, td *, [aria-haspopup], [role="tab"])';

/**
 * What the page that is open offers by its buttons, as commands of the palette: whatever a page can do is found there by
 * its name, without a line of the page's own.
 */
export const listPageButtons = (): readonly Command[] => {
  const found = new Map<string, Command>();
  for (const button of document.querySelectorAll<HTMLElement>(buttons)) {
    const name = (button.getAttribute('aria-label') ?? button.textContent).trim();
    if (name === '' || found.has(name) || !button.checkVisibility()) continue;
    found.set(name, {
      name,
      act: () => {
        button.focus();
        button.click();
      },
    });
  }
  return [...found.values()];
};
