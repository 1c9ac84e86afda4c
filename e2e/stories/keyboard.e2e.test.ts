import { expect, test } from 'vitest';
import { administrator } from '../testing/acts.ts';
import { expectAccessible } from '../testing/find-violations.ts';
import { readFocus, tabTo, typeInto } from '../testing/keyboard.ts';
import { seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

// The first minutes without a mouse: only keys are pressed, and the focus is always seen.
const story = tellStory({ startGithub: () => startWorld('acme', Date.now()) });

test('sets Throughline up by keyboard alone', async () => {
  const { page } = story.admin;
  await page.goto(story.product.setupPath);
  await seeText(page, 'Your name');

  await typeInto(page, /^Your name/, administrator.name);
  await typeInto(page, /^E-mail address/, administrator.email);
  await typeInto(page, /^Password/, administrator.password);
  await expectAccessible(page);
  await page.keyboard.press('Enter');

  await seeText(page, 'Where should the work come from?');
  await expect.poll(() => readFocus(page)).toMatchObject({ name: 'Welcome. Let’s see your team’s work.' });
  story.admin.expectQuiet();
});

test('connects an organisation by keyboard alone, each step taking the focus', async () => {
  const { page } = story.admin;
  await tabTo(page, 'Connect GitHub');
  await page.keyboard.press('Enter');
  await seeHeading(page, 'Connect GitHub');

  await tabTo(page, 'github.com');
  await page.keyboard.press('ArrowDown');
  await typeInto(page, /^Address/, story.github.origin);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect.poll(() => readFocus(page)).toMatchObject({ name: 'Credential' });
  await tabTo(page, 'GitHub App');
  await page.keyboard.press('ArrowDown');
  await typeInto(page, /^Token/, story.github.token);
  await page.keyboard.press('Enter');
  await seeText(page, 'Successfully connected via ada.');
  await expectAccessible(page);
  for (const step of ['Organisations', 'Repositories', 'Start']) {
    await tabTo(page, /^Continue/);
    await page.keyboard.press('Enter');
    await expect.poll(() => readFocus(page)).toMatchObject({ name: step });
    await seeText(
      page,
      step === 'Start' ? 'Nothing. Throughline only reads' : /acme|All current and future ones/,
    );
    await expectAccessible(page);
  }
  await tabTo(page, 'Start');
  await page.keyboard.press('Enter');

  await seeHeading(page, 'Sync');
  await expect.poll(() => readFocus(page)).toMatchObject({ name: 'Sync' });
  story.admin.expectQuiet();
});

test('skips the navigation, and opens and closes one’s menu, by keyboard alone', async () => {
  const { page } = story.admin;
  await page.goto('/people');
  await seeHeading(page, 'People');

  await page.keyboard.press('Tab');
  expect(await readFocus(page)).toMatchObject({ name: 'Skip to the content', isSeen: true });
  await page.keyboard.press('Enter');
  await tabTo(page, 'Add a person');
  await page.goto('/people');
  await seeHeading(page, 'People');
  await tabTo(page, /Ines Admin, your menu/);
  await page.keyboard.press('Enter');
  await page.getByRole('menu').waitFor();
  await expectAccessible(page, { isMenuOpen: true });
  await page.keyboard.press('Escape');
  expect(await readFocus(page)).toMatchObject({ name: 'Ines Admin, your menu' });
  story.admin.expectQuiet();
});
