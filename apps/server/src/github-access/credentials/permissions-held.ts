import type { CredentialKind, PermissionHeld, ReadData } from '@throughline/contract';
import { type AppData, appPermissions, judgePermissions, type PermissionProbe } from '@throughline/github';

/** What is known of a credential's rights. */
export interface Rights {
  readonly kind: CredentialKind;
  /** Of a classic token or an OAuth app's. */
  readonly scopes: readonly string[] | undefined;
  /** What trying a fine-grained token showed. */
  readonly probe: PermissionProbe | undefined;
  /** Of an App's installation: permission to level. */
  readonly permissions: Readonly<Record<string, string>> | undefined;
}

/** What is asked of GitHub for each switch. */
const wantedFor: Readonly<Record<ReadData, readonly AppData[]>> = {
  'pull-requests': ['pull-requests', 'commits', 'issues'],
  files: ['commits'],
  members: ['members'],
};

export const toAppData = (data: readonly ReadData[]): readonly AppData[] => [
  ...new Set(data.flatMap((each) => wantedFor[each])),
];

/** The permissions that a connection wants for what it reads, held against its credential's, and what is wider than that. */
export function judgeHeld(rights: Rights, data: readonly ReadData[]): readonly PermissionHeld[] {
  const wanted = toAppData(data);
  if (rights.kind === 'app-installation') return judgeInstallation(rights.permissions ?? {}, wanted);
  const found = judgePermissions({ scopes: rights.scopes, probe: rights.probe }, wanted);
  return merge(
    found.map(({ kind, data: why, permission, consequence }) => ({
      permission,
      why,
      state: kind === 'ok' ? 'held' : kind,
      ...(consequence === undefined ? {} : { consequence }),
    })),
  );
}

/** Whether it may make webhooks of an organisation. GitHub does not tell that of a fine-grained token. */
export function judgeHookPermission(rights: Rights): 'held' | 'missing' | 'unknown' {
  if (rights.kind === 'app-installation') {
    return rights.permissions?.['organization_hooks'] === 'write' ? 'held' : 'missing';
  }
  const [found] = judgePermissions({ scopes: rights.scopes, probe: rights.probe }, ['webhooks']);
  if (rights.scopes === undefined || found === undefined) return 'unknown';
  return found.kind === 'ok' ? 'held' : 'missing';
}

function judgeInstallation(
  permissions: Readonly<Record<string, string>>,
  wanted: readonly AppData[],
): readonly PermissionHeld[] {
  return wanted.flatMap((each): readonly PermissionHeld[] => {
    const { key, permission, why, consequence } = appPermissions[each];
    return permissions[key] === undefined
      ? [{ permission, why, state: 'missing', consequence }]
      : [{ permission, why, state: 'held' }];
  });
}

/** One scope may be wanted for several reasons: it is told once, with all of them. */
function merge(found: readonly PermissionHeld[]): readonly PermissionHeld[] {
  const groups = Map.groupBy(found, ({ permission, state }) => `${state} ${permission}`);
  return [...groups.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    return [{ ...first, why: [...new Set(same.map(({ why }) => why))].join(', ') }];
  });
}
