import { listPeople } from '@throughline/contract';
import { expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { connectByApi, setUpByApi } from '../testing/prepare-workspace.ts';
import { seeHeading, seeRow, seeText } from '../testing/read-page.ts';
import { startWorld } from '../testing/start-github.ts';
import { tellStory } from '../testing/tell-story.ts';

let reader: ApiReader;
const story = tellStory({
  startGithub: () => startWorld('acme', Date.now()),
  prepare: async ({ product, github }) => {
    reader = await setUpByApi(product);
    await connectByApi(reader, github, 'acme');
    return reader;
  },
});

const file = (text: string) => ({ name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a file with a wrong row says which and why, and writes nothing', async () => {
  const { page } = story.admin;
  await page.goto('/people');
  await seeText(page, 'Nobody is here yet.');
  await page.getByRole('link', { name: 'Import a file' }).click();

  await page
    .getByLabel('File of people')
    .setInputFiles(file('\uFEFFname;email\r\nAda Novak;ada@acme.example\r\nBob Barker;nonsense\r\n'));

  await seeText(page, /1 to add, 0 to change, 0 as they are already, 1 wrong/);
  await seeRow(page, '3', 'Bob Barker', '“nonsense” is no e-mail address.');
  expect(await page.getByRole('button', { name: /^Add/ }).count()).toBe(0);
  expect((await reader.call(listPeople, { query: {} })).total).toBe(0);
  story.admin.expectQuiet();
});

test('the corrected file is previewed, and written by one click', async () => {
  const { page } = story.admin;

  await page
    .getByLabel('File of people')
    .setInputFiles(
      file(
        'name,email,zone,login\nAda Novak,ada@acme.example,Europe/Paris,\nBob B.,bob@acme.example,,not-seen-yet\n',
      ),
    );
  await seeText(page, /^1 login was not seen here yet: to be kept/);
  await seeRow(page, '3', 'Bob B.', 'the login is kept, and linked once it is.');
  await page.getByRole('button', { name: 'Add 2 people' }).click();
  await seeText(page, '2 people added, 0 changed.');
  await page.getByRole('link', { name: 'See whose accounts are suggested now' }).click();

  await seeHeading(page, 'Suggestions');
  story.admin.expectQuiet();
});

test('a login of the file that nobody was seen under waits with its person, until it is removed', async () => {
  const { page } = story.admin;
  await page.goto('/people/bob-b/accounts');
  await seeText(page, /^Waiting to be seen: @not-seen-yet on /);

  await page.getByRole('button', { name: 'Remove @not-seen-yet' }).click();

  await seeText(page, '@not-seen-yet is no longer waited for.');
  await expect.poll(() => page.getByText('Waiting to be seen').count()).toBe(0);
  await page.goto('/people/suggestions');
  story.admin.expectQuiet();
});

test('suggestions come with what speaks for them; certain ones are accepted at once, and that is undone', async () => {
  const { page } = story.admin;
  await seeText(page, '2 suggestions, all certain: each rests on proof.');
  await seeRow(page, '@ada', 'Ada Novak', 'GitHub joined ada@acme.example to this account.');

  await page.getByRole('button', { name: 'Accept all 2 that are certain' }).click();
  await seeText(page, '2 accounts are linked.');
  await seeText(page, 'Nothing suggests whose an account is.');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await seeText(page, '2 suggestions, all certain');
  await page.getByRole('button', { name: 'Reject @bob for Bob B.' }).click();
  await seeText(page, 'The suggestion for Bob B. is rejected and stays away.');
  await seeText(page, '1 suggestion, all certain');
  await page.getByRole('checkbox', { name: 'Select Ada Novak' }).check();
  await page.getByRole('button', { name: 'Link 1', exact: true }).click();

  await seeText(page, '1 account is linked.');
  story.admin.expectQuiet();
});

test('accounts of nobody stand by size of activity, and a count opens exactly its rows', async () => {
  const { page } = story.admin;
  await page.getByRole('link', { name: 'Not linked' }).click();
  await seeText(page, /^2 accounts of nobody opened pull requests/);
  const count = page
    .getByRole('table', { name: 'Accounts of nobody' })
    .getByRole('link', { name: /^\d+$/ })
    .first();
  const told = await count.textContent();

  await count.click();
  await seeText(page, new RegExp(`^${told} pull requests`));
  await page.goBack();
  await page.getByRole('checkbox', { name: 'Select @cyd' }).check();
  await page.getByRole('button', { name: 'Make a person' }).click();

  await seeText(page, '1 person is made and linked.');
  await seeText(page, /^1 account of nobody opened pull requests/);
  story.admin.expectQuiet();
});

test('verified addresses come with the members, are a reason by name, and go when GitHub no longer tells them', async () => {
  const { page } = story.admin;
  const verify = (...verifiedDomains: string[]) =>
    story.github.control('policies', { organisation: 'acme', verifiedDomains });
  await verify('acme.example');
  await page.goto('/people/members');
  await seeText(page, /^3 verified e-mails at domains of acme came with them/);

  await page.goto('/people/suggestions');
  await seeRow(page, '@bob', 'Verified e-mail of acme.example, from GitHub: bob@acme.example.');
  await verify();
  await page.goto('/people/members');
  await seeText(page, /^GitHub tells no verified e-mail of theirs/);
  await page.goto('/people/suggestions');

  await seeText(page, 'Nothing suggests whose an account is.');
  story.admin.expectQuiet();
});

test('members of the organisation become people by one click, those who are here stay', async () => {
  const { page } = story.admin;
  await page.goto('/people/members');
  await seeText(page, /^3 members of acme, of whom 2 are here already/);
  await seeRow(page, '@bob', 'becomes a new person');

  await page.getByRole('button', { name: 'Add 1 member' }).click();

  await seeText(page, '1 member is linked, 1 person made.');
  await page.getByRole('button', { name: 'Everybody is here' }).waitFor();
  story.admin.expectQuiet();
});

test('two who are one are merged after a look at what moves; the old address leads on; undoing restores both', async () => {
  const { page } = story.admin;
  await page.goto('/people/bob-b/accounts');
  await page.getByRole('button', { name: 'Merge Bob B. into somebody' }).click();
  await page.getByRole('button', { name: 'Into Bob Barker' }).click();
  await seeText(page, 'the address bob@acme.example');
  await page.getByRole('button', { name: 'Merge Bob B.', exact: true }).click();
  await seeHeading(page, 'Bob Barker: details and accounts');
  await page.goto('/people/bob-b/accounts');
  await seeHeading(page, 'Bob Barker: details and accounts');
  expect(new URL(page.url()).pathname).toBe('/people/bob-barker/accounts');

  await page.getByRole('button', { name: 'Undo: Bob B. was merged into Bob Barker.' }).click();
  await seeText(page, 'Undone: everything is as it was before.');
  await page.goto('/people/bob-b/accounts');

  await seeHeading(page, 'Bob B.: details and accounts');
  story.admin.expectQuiet();
});

test('somebody who leaves stands under Left, with what they did; coming back undoes it', async () => {
  const { page } = story.admin;
  await page.goto('/people/cyd-oz/accounts');
  await page.getByLabel('Last day', { exact: true }).fill('2026-01-31');
  await page.getByRole('button', { name: 'Let Cyd Öz leave' }).click();
  await seeText(page, 'Cyd Öz has left.');
  await page.goto('/people?state=left');
  await seeRow(page, 'Cyd Öz', 'left on 2026-01-31');
  await page.goto('/people/cyd-oz/accounts');

  await page.getByRole('button', { name: 'Take Cyd Öz back' }).click();

  await seeText(page, 'Cyd Öz is back.');
  story.admin.expectQuiet();
});

test('a bot is told apart, and may be said to be somebody', async () => {
  const { page } = story.admin;
  await page.goto('/people/bots');
  await seeRow(page, '@dependabot[bot]');

  await page.getByLabel('What @dependabot[bot] is').selectOption('somebody');

  await seeText(page, '@dependabot[bot] is somebody now.');
  await page.getByRole('status').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => page.getByLabel('What @dependabot[bot] is').inputValue()).toBe('');
  story.admin.expectQuiet();
});
