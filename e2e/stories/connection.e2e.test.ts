import { listConnections } from '@throughline/contract';
import { expect, test } from 'vitest';
import type { ApiReader } from '../api-reader.ts';
import { testToken } from '../testing/acts.ts';
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

test('a connection tells what it is, changes what it reads, is called otherwise, and ends', async () => {
  const { admin } = story;
  const { page } = admin;
  await page.goto('/settings/github/acme');
  await seeText(page, 'acme is read.');
  await page.getByRole('button', { name: 'Check again' }).click();
  await seeText(page, /(owner|member) of acme/);
  await seeRow(page, 'read:org', 'held');

  await story.github.control('tokens', { kind: 'classic', login: 'ada', value: 'ghp_second' });
  await testToken(page, 'ghp_second');
  await seeText(page, 'Successfully connected via ada.');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await seeText(page, 'It reads acme.');
  await page.getByRole('button', { name: 'Replace the credential' }).click();
  await seeText(page, 'acme is read with the new credential. The old one is wiped.');

  await page.getByRole('link', { name: 'Data', exact: true }).click();
  await page.getByRole('button', { name: 'Files of pull requests' }).click();
  await seeText(page, 'Files of pull requests of acme are switched off.');
  await seeText(page, /Off and hidden since/);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByText(/Off and hidden since/).waitFor({ state: 'detached' });

  await page.getByRole('link', { name: 'Repositories', exact: true }).last().click();
  await page.getByLabel('Some', { exact: true }).check();
  await page
    .getByRole('button', { name: 'Pick none of these' })
    .or(page.getByRole('button', { name: 'Pick none' }))
    .click();
  await page.getByRole('checkbox', { name: 'acme/web' }).check();
  await seeText(page, /read no more: what was read of/);
  await page.getByRole('button', { name: 'Save which are read' }).click();
  await seeText(page, 'What is read of acme is changed.');

  await page.getByRole('link', { name: 'Overview', exact: true }).click();
  await page.getByLabel('Name of the connection').fill('Acme works');
  await page.getByRole('button', { name: 'Rename connection' }).click();
  await seeHeading(page, 'Acme works');

  await page.getByRole('link', { name: 'Log', exact: true }).click();
  await seeRow(page, 'renamed a connection');
  await page.getByRole('link', { name: 'Danger zone' }).click();
  await page.getByRole('button', { name: 'Disconnect Acme works' }).click();
  await page.getByRole('alertdialog').getByLabel('Type Acme works').fill('Acme works');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Disconnect Acme works' }).click();
  await seeText(page, 'acme is disconnected.');
  await seeText(page, /What was read of it stays/);

  expect((await reader.call(listConnections)).connections).toEqual([]);
  admin.takeRefusals();
  admin.expectQuiet();
});
