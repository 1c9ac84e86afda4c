import type { Emulator } from '../emulator.ts';
import type { OrganisationEdit } from '../world/organisation-edit.ts';

/** Lets something happen to an organisation; what is kept under its login follows it. Throws with a sentence. */
export function editOrganisation(emulator: Emulator, edit: OrganisationEdit): void {
  const { scenario, world } = emulator;
  const organisation = world.findOrganisation(edit.organisation);
  if (edit.kind === 'renamed' && world.findAccountByLogin(edit.to) !== undefined)
    throw new Error(`The login ${edit.to} is taken.`);
  scenario.editOrganisation(edit);
  if (organisation === undefined) return;
  const { id, login } = organisation.account;
  if (edit.kind === 'renamed') followRename(emulator, login, edit.to);
  if (edit.kind === 'deleted') removeInstallations(emulator, id);
}

function followRename({ policies, oauth, tokens, apps }: Emulator, from: string, to: string): void {
  policies.rename(from, to);
  oauth.approvals.rename(from, to);
  tokens.rename(from, to);
  apps.renameOwner(from, to);
}

function removeInstallations({ apps, installations }: Emulator, accountId: number): void {
  for (const app of apps.list()) {
    const installation = installations.on(app.id, accountId);
    if (installation !== undefined) installations.remove(installation.id);
  }
}
