import { expect, test } from 'vitest';
import { type Account, signIn } from '../testing/acts.ts';
import { addLinkedPerson, connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeHeading, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

const member: Account = { name: 'Cyd Öz', email: 'cyd@acme.example', password: 'seven quiet rivers run' };
const story = tellStory({
  startGithub: () => startWorld('acme', Date.now()),
  prepare: async ({ product, github }) => {
    const reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    await addLinkedPerson(reader, { name: 'Bob Barker', email: 'bob@acme.example', login: 'bob' });
    await addLinkedPerson(reader, { name: member.name, email: member.email, login: 'cyd' });
    return reader;
  },
});

test('a member is invited by a link that is shown once, and joins with it', async () => {
  const { admin } = story;
  const { page } = admin;
  await page.goto('/settings/users');
  await page.getByLabel('E-mail address').fill(member.email);
  await page.getByRole('button', { name: 'Make an invitation link' }).click();
  await seeText(page, `Send this link to ${member.email}`);
  const link = (await page.locator('code').filter({ hasText: '/join/' }).textContent()) ?? '';

  const guest = await story.welcome();
  await guest.page.goto(new URL(link).pathname);
  await seeText(guest.page, `You were invited as ${member.email}, member`);
  await guest.page.getByLabel('Your name').fill(member.name);
  await guest.page.getByLabel('Password').fill(member.password);
  await guest.page.getByRole('button', { name: 'Join' }).click();
  await seeHeading(guest.page, 'Home');
  guest.expectQuiet();

  const late = await story.welcome();
  await late.page.goto(new URL(link).pathname);
  await seeText(late.page, 'This invitation was used or withdrawn');
  expect(late.takeRefusals()).toEqual([`404 GET /api${new URL(link).pathname}`]);
  late.expectQuiet();
  admin.expectQuiet();
});

test('what has not been granted looks as if it did not exist', async () => {
  const guest = await story.welcome();
  const { page } = guest;
  await page.goto('/pulls');
  await signIn(page, member);

  await seeHeading(page, 'Pull requests');
  await seeText(page, 'No pull request is here yet.');
  expect(await page.getByRole('link', { name: 'Sync' }).count()).toBe(0);
  expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0);
  for (const path of [
    '/people/bob-barker',
    '/people/nobody-at-all',
    '/sync',
    '/settings/users',
    '/audit',
    '/no/such/page',
  ]) {
    await page.goto(path);
    await seeHeading(page, 'Nothing here that you can see.');
  }
  expect(guest.takeRefusals().toSorted()).toEqual([
    '404 GET /api/people/bob-barker/page',
    '404 GET /api/people/nobody-at-all/page',
  ]);
  guest.expectQuiet();
});

test('a wrong password says no more than that', async () => {
  const guest = await story.welcome();
  await guest.page.goto('/signin');

  await signIn(guest.page, { ...member, password: 'seven quiet rivers ran' });

  await seeText(guest.page, 'The e-mail address and the password do not belong together.');
  expect(guest.takeRefusals()).toEqual(['401 POST /api/session']);
  guest.expectQuiet();
});

test('granted repositories are seen, and one’s own page once a person is tied', async () => {
  const { admin } = story;
  const { page } = admin;
  await page.goto('/settings/users');
  await page.getByRole('button', { name: `Commands for ${member.name}` }).click();
  await page.getByRole('menuitem', { name: 'Grant repositories' }).click();
  await page.getByRole('checkbox', { name: /acme\/web/ }).check();
  await page.getByRole('button', { name: 'Grant 1 repository' }).click();
  await seeText(page, `${member.name} sees 1 repository now.`);
  await page.goto('/people/cyd-oz/accounts');
  await page.getByLabel('User').selectOption({ label: `${member.name}, ${member.email}` });
  await seeText(page, `${member.name} signs in as ${member.email}.`);
  admin.expectQuiet();

  const guest = await story.welcome();
  await guest.page.goto('/pulls');
  await signIn(guest.page, member);
  await seeText(guest.page, '7 pull requests.');
  await seeText(guest.page, 'In the 1 repository you can see.');
  await guest.page.getByRole('link', { name: 'My page' }).click();
  await seeHeading(guest.page, member.name);
  await seeText(guest.page, '1 pull request shipped.');
  await seeText(guest.page, 'acme/web');
  guest.expectQuiet();
});
