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
  z.strictObject({ kind: z.literal('deleted'), appId: z.number().int() }),
  /** Its private key is another; JWTs of the ones before are not decoded any more. */
  z.strictObject({ kind: z.literal('key'), appId: z.number().int() }),
  z.strictObject({
    kind: z.literal('changed'),
    appId: z.number().int(),
    clientSecret: z.string().min(1).exactOptional(),
    callbackUrls: z.array(z.url()).max(10).exactOptional(),
    setupUrl: z.url().exactOptional(),
    isPublic: z.boolean().exactOptional(),
  }),
  z.strictObject({ kind: z.literal('permissions'), appId: z.number().int(), permissions: permissionsSchema }),
]);

export type AppEdit = z.infer<typeof appEditSchema>;

/** Throws when there is no such app or installation. `accepted`: an owner grants what the app asks for by now. */
export function editApp(emulator: Emulator, edit: AppEdit): void {
  if ('installationId' in edit) return editInstallation(emulator, edit);
  const { apps } = emulator;
  if (edit.kind === 'permissions') apps.setPermissions(edit.appId, edit.permissions);
  if (edit.kind === 'deleted') deleteApp(emulator, edit.appId);
  if (edit.kind === 'key') apps.replaceKeys(edit.appId);
  if (edit.kind !== 'changed') return;
  const { kind: _kind, appId, ...changes } = edit;
  apps.change(appId, changes);
}

/** With its installations and its users' tokens. */
export function deleteApp({ apps, installations, tokens }: Emulator, appId: number): void {
  const app = apps.find(appId);
  if (app === undefined) throw new Error(`No GitHub App has the id ${appId}.`);
  for (const { id } of installations.ofApp(appId)) installations.remove(id);
  for (const token of tokens.list())
    if (token.kind === 'app-user' && token.clientId === app.clientId)
      tokens.change({ value: token.value, isRevoked: true });
  apps.remove(appId);
}

function editInstallation(
  { apps, installations }: Emulator,
  edit: Extract<AppEdit, { installationId: number }>,
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
