import type { ReadData } from '@throughline/contract';
import { judgePermissions, type PermissionProbe, type WantedData } from '@throughline/github';
import { attention, broken, type Finding, notChecked, ok } from '../../platform/checks/index.ts';
import type { ConnectionSubject } from './connection-subject.ts';
import type { AppHeard, Heard, OwnerHeard } from './examination.ts';
import { toReplaceLink, toUnheard } from './judge-credential.ts';

interface Need {
  readonly wanted: WantedData;
  /** Of an app's installation, as GitHub's API names it. */
  readonly permission: string;
  readonly words: string;
}

const needs: Readonly<Record<ReadData, Need>> = {
  'pull-requests': { wanted: 'pull-requests', permission: 'pull_requests', words: 'Pull requests: read' },
  files: { wanted: 'commits', permission: 'contents', words: 'Contents: read' },
  members: { wanted: 'members', permission: 'members', words: 'Members: read' },
};

type Subject = Pick<ConnectionSubject, 'credential' | 'data' | 'name' | 'organisation' | 'host'>;

interface Held {
  readonly owner: Heard<OwnerHeard>;
  /** Asked only where scopes say nothing. */
  readonly probe: Heard<PermissionProbe> | undefined;
  /** Asked only of an app: what its installation was granted. */
  readonly app: Heard<AppHeard> | undefined;
}

/** Whether the credential may read one kind of data: what it holds against what is wanted. */
export function judgePermission(data: ReadData, subject: Subject, held: Held): Finding {
  if (!subject.data.includes(data)) return ok('Not wanted: its switch is off.');
  return subject.credential?.kind === 'app-installation'
    ? judgeGranted(data, subject, toGranted(held.app) ?? subject.credential.permissions ?? {})
    : judgeHeld(data, subject, held);
}

/** What GitHub says of it now comes before what was stored. */
const toGranted = (app: Heard<AppHeard> | undefined): Readonly<Record<string, string>> | undefined =>
  app?.kind === 'answered' ? app.value.installation?.permissions : undefined;

/** What an installation was granted stands in its record. */
function judgeGranted(data: ReadData, subject: Subject, granted: Readonly<Record<string, string>>): Finding {
  const { permission, words } = needs[data];
  const level = granted[permission];
  if (level !== undefined) return ok(`Wanted: ${words}. Held: ${permission}, ${level}.`);
  return toMissing(data, subject, { permission: words, consequence: undefined });
}

/** What a token holds is told by its scopes, or by trying. */
function judgeHeld(data: ReadData, subject: Subject, { owner, probe }: Held): Finding {
  if (owner.kind !== 'answered') return toUnheard(owner);
  const { scopes } = owner.value;
  const isTried = scopes === undefined && probe !== undefined;
  if (isTried && probe.kind !== 'answered') return toUnheard(probe);
  const tried = isTried && probe.kind === 'answered' ? probe.value : undefined;
  const [found] = judgePermissions({ scopes, probe: tried }, [needs[data].wanted]);
  if (found === undefined) return notChecked('no private repository is in reach to try it on');
  if (found.kind !== 'missing') return ok(`Wanted: ${found.permission}. It is held.`);
  return toMissing(data, subject, found);
}

const costs: Readonly<Record<ReadData, string>> = {
  'pull-requests': 'Pull requests of private repositories are not read.',
  files: 'Commits, files and branches of private repositories stay unknown.',
  members: 'Members and teams stay unknown.',
};

function toMissing(
  data: ReadData,
  subject: Subject,
  found: { readonly permission: string; readonly consequence: string | undefined },
): Finding {
  const isApp = subject.credential?.kind === 'app-installation';
  const trouble = {
    proof: `Wanted: ${found.permission}. It is not held.`,
    consequence: found.consequence ?? costs[data],
    repair: {
      text: isApp
        ? `Let the app ask for “${found.permission}”; an owner of ${subject.organisation} accepts it on GitHub.`
        : `Add ${found.permission} on GitHub, or put a credential in its place that has it.`,
      link: toReplaceLink(subject),
    },
  };
  return data === 'pull-requests' ? broken(trouble) : attention(trouble);
}
