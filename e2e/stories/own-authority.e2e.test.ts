import { expect, test } from 'vitest';
import { giveHost, setUp, testToken } from '../testing/acts.ts';
import { readFailure, seeHeading, seeRow, seeText } from '../testing/read-page.ts';
import { startOwnAuthorityWorld } from '../testing/start-github.ts';
import { takePictures } from '../testing/take-pictures.ts';
import { tellStory } from '../testing/tell-story.ts';

const story = tellStory({ startGithub: () => startOwnAuthorityWorld('connecting', Date.now()) });

const field = 'Its certificate authority, if it is not a public one';

test('a host whose authority nobody knows says so, at the field that mends it', async () => {
  const { admin, github, product } = story;
  const { page } = admin;
  await setUp(page, product.setupPath);
  await page.getByRole('link', { name: 'Connect GitHub' }).click();

  await giveHost(page, github.origin);

  expect(await readFailure(page)).toContain('its certificate comes from an unknown authority');
  await seeText(page, 'Paste the certificate of the authority that signed this host’s.');
  await takePictures(page, 'authority-1-unknown');
  expect(admin.takeRefusals()).toEqual(['502 POST /api/hosts/check']);
});

test('what is no certificate is refused there, and what was typed stays', async () => {
  const { admin, github } = story;
  const { page } = admin;

  await page.getByLabel(field).fill('-----BEGIN CERTIFICATE-----\nMII\n-----END CERTIFICATE-----');
  await page.getByRole('button', { name: 'Continue' }).click();

  await seeText(page, 'Paste a certificate in PEM form.');
  expect(await page.getByLabel('Address').inputValue()).toBe(github.origin);
  expect(admin.takeRefusals()).toEqual(['422 POST /api/hosts/check']);
});

test('with its authority pasted, the wizard goes on to its end and figures come', async () => {
  const { admin, github } = story;
  const { page } = admin;

  await page.getByLabel(field).fill(github.authority ?? '');
  await page.getByRole('button', { name: 'Continue' }).click();
  await testToken(page, github.token);
  await seeText(page, 'Successfully connected via ada.');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('checkbox', { name: /^acme/ }).waitFor();
  await takePictures(page, 'authority-2-known');
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: /^Continue with \d/ }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL('/sync');
  await seeRow(page, 'acme/api', '5');
  await page.getByRole('link', { name: 'Pull requests' }).click();

  await seeText(page, /^7 pull requests\.$/);
  await page.goto('/settings/github/acme/doctor');
  await seeHeading(page, 'acme');
  admin.expectQuiet();
});
