import { expect, test } from 'vitest';
import { signIn } from '../testing/acts.ts';
import { expectAccessible } from '../testing/find-violations.ts';
import { addUser, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { takePictures } from '../testing/take-pictures.ts';
import { tellStory } from '../testing/tell-story.ts';

// Why don't I see …? Day 3 of an administrator: the organisation's single sign-on lapsed.
const member = { name: 'Mel Member', email: 'mel@acme.example', password: 'seven quiet rivers run' };
const story = tellStory({
  startGithub: () => startWorld('acme', Date.now()),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    await addUser(reader, member, 'member');
    return reader;
  },
});

test('a repository that is read is opened from where one asked for it', async () => {
  const { page } = story.admin;
  await page.goto('/doctor');
  await seeHeading(page, 'Doctor');
  await seeText(page, 'Paste what you miss');

  await page.getByLabel('A repository, a pull request or a person').fill('acme/api');
  await page.getByRole('button', { name: 'Find out' }).click();

  await seeText(page, 'Nothing stands between you and acme/api.');
  expect(new URL(page.url()).searchParams.get('about')).toBe('acme/api');
  await page.getByRole('link', { name: 'Open acme/api' }).click();
  await seeHeading(page, 'acme/api');
});

test('single sign-on that lapsed is named, with the link that authorises the token', async () => {
  const { page } = story.admin;
  await story.github.control('policies', { organisation: 'acme', hasSingleSignOn: true });

  await page.goto('/doctor?about=acme/api');

  await seeText(page, 'not authorised for the organisation’s single sign-on');
  await takePictures(page, 'doctor-about');
  const link = page.getByRole('link', { name: /Authorise it on GitHub/ });
  expect(await link.getAttribute('href')).toContain('/orgs/acme/sso');
  await expectAccessible(page);
});

test('the connection’s own page names it too, folds what is well, and checks again once it is mended', async () => {
  const { page } = story.admin;
  await page.goto('/settings/github/acme/doctor');
  await seeText(page, 'Single sign-on');
  await takePictures(page, 'doctor-connection');
  await expectAccessible(page);
  await story.github.control('policies', { organisation: 'acme', hasSingleSignOn: false });

  await page.getByRole('button', { name: 'Check again: Single sign-on' }).click();

  await page.locator('li[data-check="single-sign-on"][data-verdict="ok"]').waitFor({ state: 'attached' });
  await page.getByRole('button', { name: 'Check all again' }).click();
  await page.getByText(/^\d+ well$/).click();
  await seeText(page, 'GitHub shows acme under the id we know.');
});

test('somebody who may not see it learns what they can do, and nothing else', async () => {
  const { page } = await story.welcome();
  await page.goto('/doctor?about=acme/api');
  await signIn(page, member);

  await seeText(page, 'There is no acme/api that you can see here.');
  await seeText(page, 'Ask an administrator to let you see it, or connect your GitHub account');
});
