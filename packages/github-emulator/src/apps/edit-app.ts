import { z } from 'zod';
import type { Emulator } from '../emulator.ts';
import { permissionsSchema } from './github-app.ts';

const installationId = z.number().int();

/** What may happen to an app and its installations, over `POST /_emulator/apps`. */
export const appEditSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.enum(['suspended', 'unsuspended', 'uninstalled', 'accepted']), installationId }),
  z.strictObject({
    kind: z.literal('selected'),
    installationId,
    repositoryIds: z.union([z.literal('all'), z.array(z.number().int()).readonly()]),
  }),
  z.strictObject({ kind: z.literal('permissions'), appId: z.number().int(), permissions: permissionsSchema }),
]);

export type AppEdit = z.infer<typeof appEditSchema>;

/** Throws when there is no such app or installation. `accepted`: an owner grants what the app asks for by now. */
export function editApp(emulator: Emulator, edit: AppEdit): void {
  if (edit.kind === 'permissions') emulator.apps.setPermissions(edit.appId, edit.permissions);
  else editInstallation(emulator, edit);
}

function editInstallation(
  { apps, installations }: Emulator,
  edit: Exclude<AppEdit, { kind: 'permissions' }>,
): void {
  const { kind, installationId: id } = edit;
  const app = apps.find(installations.find(id)?.appId ?? 0);
  if (app === undefined) throw new Error(`No installation has the id ${id}.`);
  if (kind === 'suspended') installations.suspend(id, undefined);
  if (kind === 'unsuspended') installations.unsuspend(id);
  if (kind === 'uninstalled') installations.remove(id);
  if (kind === 'accepted') installations.acceptPermissions(id, app);
  if (kind === 'selected') installations.select(id, edit.repositoryIds);
}
