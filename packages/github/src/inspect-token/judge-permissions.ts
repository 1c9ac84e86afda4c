import {
  containedScopes,
  type NeededPermission,
  neededPermissions,
  type WantedData,
  widerScopes,
} from './missing-permissions.data.ts';
import type { TokenReport } from './token-report.ts';

/** One line of "what this token can do". */
export interface PermissionFinding {
  readonly kind: 'ok' | 'missing' | 'wider';
  /** In the product's words: "pull requests and reviews". */
  readonly data: string;
  /** The scope or permission concerned. */
  readonly permission: string;
  /** What it costs not to have it, or what it means to have more than is needed. */
  readonly consequence: string | undefined;
}

/**
 * What a token opens of the wanted data, what it lacks and at what cost, and where it reaches further than needed. What
 * cannot be known of it (a fine-grained token, before it saw a private repository) is left out.
 */
export function judgePermissions(
  report: Pick<TokenReport, 'scopes' | 'probe'>,
  wanted: readonly WantedData[],
): readonly PermissionFinding[] {
  const held = report.scopes === undefined ? undefined : toHeldScopes(report.scopes);
  const findings = wanted.map((data) => {
    const needed = neededPermissions[data];
    return held === undefined ? judgeByProbe(needed, report) : judgeByScopes(needed, held);
  });
  return [...findings.filter((finding) => finding !== undefined), ...listWider(report.scopes ?? [])];
}

function toHeldScopes(scopes: readonly string[]): ReadonlySet<string> {
  return new Set(scopes.flatMap((scope) => [scope, ...(containedScopes[scope] ?? [])]));
}

function judgeByScopes(
  { label, scopes, consequence }: NeededPermission,
  held: ReadonlySet<string>,
): PermissionFinding {
  const permission = scopes.find((scope) => held.has(scope)) ?? scopes[0] ?? '';
  return held.has(permission)
    ? { kind: 'ok', data: label, permission, consequence: undefined }
    : { kind: 'missing', data: label, permission, consequence };
}

function judgeByProbe(
  { label, permission, probe, consequence }: NeededPermission,
  report: Pick<TokenReport, 'probe'>,
): PermissionFinding | undefined {
  const found = probe === undefined ? undefined : report.probe?.[probe];
  if (found === 'granted') return { kind: 'ok', data: label, permission, consequence: undefined };
  if (found === 'denied') return { kind: 'missing', data: label, permission, consequence };
  return undefined;
}

const listWider = (scopes: readonly string[]): readonly PermissionFinding[] =>
  scopes.flatMap((scope) => {
    const consequence = widerScopes[scope];
    return consequence === undefined
      ? []
      : [{ kind: 'wider', data: 'more than reading', permission: scope, consequence }];
  });
