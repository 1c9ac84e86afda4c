import type { Page } from 'playwright-core';

/** Somebody's account, as they type it. */
export interface Account {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

export const administrator: Account = {
  name: 'Ines Admin',
  email: 'ines@acme.example',
  password: 'five green lanterns at noon',
};

/** Opens the set-up link and makes the administrator's account; ends on the page of welcome. */
export async function setUp(page: Page, setupPath: string, account: Account = administrator): Promise<void> {
  await page.goto(setupPath);
  await page.getByLabel('Your name').fill(account.name);
  await page.getByLabel('E-mail address').fill(account.email);
  await page.getByLabel('Password').fill(account.password);
  await page.getByRole('button', { name: 'Make the account' }).click();
  await page.waitForURL('/welcome');
}

/** Signs in on the page that is open. */
export async function signIn(page: Page, { email, password }: Account): Promise<void> {
  await page.getByLabel('E-mail address').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Sign in' }).click();
}

/** On the wizard: says where the organisation lives. */
export async function giveHost(page: Page, address: string): Promise<void> {
  await page.getByRole('radio', { name: 'A host of your own' }).check();
  await page.getByLabel('Address').fill(address);
  await page.getByRole('button', { name: 'Continue' }).click();
}

/** On the wizard: pastes a token and tries it. */
export async function testToken(page: Page, token: string): Promise<void> {
  await page.getByLabel('Personal access token').fill(token);
  await page.getByRole('button', { name: 'Test connection' }).click();
}
