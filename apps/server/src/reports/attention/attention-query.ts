import { type AttentionGroup, attentionGroup } from '@throughline/contract';
import type { IgnoredParameter } from '../page-period.ts';

/** What an address asks of the list of what waits, as written. */
export interface AttentionQuery {
  readonly team?: string | undefined;
  readonly repo?: string | undefined;
  readonly kind?: string | undefined;
  readonly show?: string | undefined;
  readonly limits?: string | undefined;
  readonly after?: string | undefined;
}

export type AttentionOf =
  | { readonly kind: 'me' }
  | { readonly kind: 'my-teams' }
  | { readonly kind: 'team'; readonly slug: string }
  | { readonly kind: 'repository'; readonly fullName: string };

export type Shown = 'waiting' | 'others' | 'snoozed' | 'left-out';

export interface AttentionFilter {
  readonly of: AttentionOf;
  readonly group: AttentionGroup | undefined;
  readonly show: Shown;
  /** True where Throughline’s own limits do not count. */
  readonly isAgreedOnly: boolean;
  readonly after: string | undefined;
  readonly ignored: readonly IgnoredParameter[];
}

/** Reads the address. What is malformed is named in `ignored` and left out. */
export function parseAttentionQuery(query: AttentionQuery): AttentionFilter {
  const ignored: IgnoredParameter[] = [];
  const ignore = (name: string, value: string, reason: string): undefined => {
    ignored.push({ name, value, reason });
    return undefined;
  };
  const of = readOf(query, ignore);
  const show = readShow(query.show, of, ignore);
  const isAgreedOnly = query.limits === 'agreed';
  if (query.limits !== undefined && !isAgreedOnly) ignore('limits', query.limits, 'There is agreed.');
  return {
    of,
    group: readGroup(query.kind, ignore),
    show,
    isAgreedOnly,
    after: readAfter(query.after),
    ignored,
  };
}

type Ignore = (name: string, value: string, reason: string) => undefined;

function readOf({ team, repo }: AttentionQuery, ignore: Ignore): AttentionOf {
  if (team !== undefined && repo !== undefined) {
    ignore('repo', repo, 'One list is of a team or of a repository, not of both.');
  }
  if (team === '@mine') return { kind: 'my-teams' };
  if (team !== undefined) return { kind: 'team', slug: team };
  if (repo === undefined) return { kind: 'me' };
  if (/^[^/\s]+\/[^/\s]+$/.test(repo)) return { kind: 'repository', fullName: repo };
  ignore('repo', repo, 'It is no repository. Write one as owner/name.');
  return { kind: 'me' };
}

/** A kind as addresses write it, or what is said of one that there is not. */
export function readGroup(text: string | undefined, ignore: Ignore): AttentionGroup | undefined {
  if (text === undefined) return undefined;
  const parsed = attentionGroup.safeParse(text);
  if (parsed.success) return parsed.data;
  return ignore('kind', text, `It is no kind. There are ${attentionGroup.options.join(', ')}.`);
}

const isShown = (text: string): text is Exclude<Shown, 'waiting'> =>
  text === 'others' || text === 'snoozed' || text === 'left-out';

function readShow(text: string | undefined, of: AttentionOf, ignore: Ignore): Shown {
  if (text === undefined) return 'waiting';
  if (!isShown(text)) {
    return ignore('show', text, 'There are others, snoozed and left-out.') ?? 'waiting';
  }
  if (text === 'others' && of.kind !== 'me') {
    return (
      ignore('show', text, 'What waits for others is shown of your own pull requests alone.') ?? 'waiting'
    );
  }
  return text;
}

/** The place of a row, as the answer before gave it; anything else begins at the first row. */
export const readAfter = (text: string | undefined): string | undefined =>
  text !== undefined && /^\d+(-\d+){3}-[a-z-]+$/.test(text) ? text : undefined;
