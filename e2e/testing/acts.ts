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
  await page.getByRole('radio', { name: 'Personal access token' }).check();
  await page.getByLabel('Token', { exact: true }).fill(token);
  await page.getByRole('button', { name: 'Test connection' }).click();
}

/** From any page through the whole wizard to Start, with everything as it is offered; ends on the page of Sync. */
export async function connect(
  page: Page,
  github: { readonly origin: string; readonly token: string },
): Promise<void> {
  await page.goto('/settings/github/new');
  await giveHost(page, github.origin);
  await testToken(page, github.token);
  await page.getByText('Successfully connected via').waitFor();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByLabel('Name of the connection').waitFor();
  await page.getByRole('button', { name: 'Continue', exact: true }).click();
  await page.getByRole('button', { name: /^Continue with \d/ }).click();
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.waitForURL('/sync');
}

/** Adds a person, searches their account by login and links it; ends on their page. */
export async function addPerson(page: Page, name: string, login: string): Promise<void> {
  await page.goto('/people/new');
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByRole('button', { name: 'Add person' }).click();
  await page.getByRole('searchbox', { name: 'Login, name or e-mail address' }).fill(login);
  await page.getByRole('button', { name: 'Find accounts' }).click();
  await page.getByRole('button', { name: `Link @${login}`, exact: true }).click();
  await page.getByRole('button', { name: `Unlink @${login}`, exact: true }).waitFor();
  await page
    .getByRole('navigation', { name: 'Where this page lies' })
    .getByRole('link', { name, exact: true })
    .click();
}
