import {
  type ActingBy,
  type ActionStanding,
  allActions,
  type ConnectionActions,
} from '@throughline/contract';
import { actionPermissions, toAppSettingsUrl } from '@throughline/github';
import { toInstallUrl } from '../apps/to-install-url.ts';
import type { HeldActing } from './acting.sql.ts';
import type { EligibleApp } from './eligible-apps.sql.ts';
import { listMissing, listPossible, toActingState } from './judge-actions.ts';

interface Told {
  readonly acting: HeldActing | undefined;
  readonly eligible: readonly EligibleApp[];
  readonly webUrl: string;
}

/** What a connection may do, for its page. */
export function toConnectionActions({ acting, eligible, webUrl }: Told): ConnectionActions {
  const reads = eligible.find(({ purpose }) => purpose === 'read');
  return {
    actions: allActions.map((action) => toStanding(acting, action)),
    ...(acting === undefined ? {} : { by: toActingBy(acting) }),
    ...(reads === undefined
      ? {}
      : {
          reads: {
            registrationId: reads.registrationId,
            name: reads.name,
            permissionsUrl: toAppSettingsUrl(webUrl, reads),
          },
        }),
    apps: eligible
      .filter(({ purpose }) => purpose === 'act')
      .map(({ registrationId, name, ownerLogin }) => ({
        registrationId,
        name,
        ...(ownerLogin === undefined ? {} : { ownerLogin }),
      })),
  };
}

function toStanding(acting: HeldActing | undefined, action: ActionStanding['action']): ActionStanding {
  const { name, use, consequence, permissions } = actionPermissions[action];
  const facts = {
    action,
    name,
    use,
    consequence,
    permissions: permissions.map(({ permission, why }) => ({ permission, why })),
  };
  const asked = acting?.asked.find((one) => one.action === action);
  if (acting === undefined || asked === undefined) return { ...facts, state: 'not-asked', missing: [] };
  const isPossible = listPossible(acting).includes(action);
  return {
    ...facts,
    state: isPossible ? 'possible' : 'waiting',
    missing: [...listMissing(acting, action)],
    askedAt: asked.at.toISOString(),
    ...(asked.by === undefined ? {} : { askedBy: asked.by }),
  };
}

function toActingBy(acting: HeldActing): ActingBy {
  const { way, registrationId, app, webUrl, installation, lookedAt, asked } = acting;
  const suspendedAt = installation?.suspendedAt;
  const waits = asked.flatMap(({ action }) => listMissing(acting, action));
  const isForOwner = waits.some(({ from }) => from === 'owner');
  return {
    way,
    registrationId,
    name: app.name,
    state: toActingState(acting),
    installUrl: toInstallUrl(app.pageUrl),
    permissionsUrl: toAppSettingsUrl(webUrl, app),
    ...(app.ownerLogin === undefined ? {} : { ownerLogin: app.ownerLogin }),
    ...(installation === undefined ? {} : { installationUrl: installation.pageUrl }),
    ...(installation === undefined || !isForOwner ? {} : { acceptUrl: toAcceptUrl(installation.pageUrl) }),
    ...(suspendedAt === undefined ? {} : { suspendedAt: suspendedAt.toISOString() }),
    ...(lookedAt === undefined ? {} : { lookedAt: lookedAt.toISOString() }),
  };
}

/** Where GitHub shows an owner what an App asks for newly (GitHub, "Approving updated permissions for a GitHub App"). */
export const toAcceptUrl = (installationUrl: string): string => `${installationUrl}/permissions/update`;
