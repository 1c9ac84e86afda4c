import { toZonedInstant } from '../../world/instant.ts';
import type { ChangedFileRecord, CommitRecord, GitSignatureRecord } from '../../world/model.ts';
import { sumFiles } from '../../world/sum-files.ts';
import { distributions } from './distributions.data.ts';
import { Draws } from './draws.ts';
import { drawsFor, endMilestone, isPast, momentBefore, oidOf, type PullScene } from './pull-scene.ts';
import { commitSubjects } from './words.data.ts';
import { offsetAt } from './zone.ts';

const { share } = distributions;

/** A commit and when it was pushed, in whole seconds. */
export interface TimedCommit {
  readonly atSeconds: number;
  readonly commit: CommitRecord;
}

/** The branch as pushed so far. */
export interface PushedCommits {
  /** Oldest first. */
  readonly commits: readonly TimedCommit[];
  /** The last commit of the branch as it was then; undefined before the first. */
  headAt(atSeconds: number): string | undefined;
}

/**
 * Most commits come before the opening, the others before later milestones. A force-push replaces the last commit of its
 * moment, which had another name until then.
 */
export function makeCommits(
  scene: PullScene,
  written: { readonly title: string; readonly forcePushedAtSeconds: number | undefined },
  files: readonly ChangedFileRecord[],
): PushedCommits {
  const { forcePushedAtSeconds: forcedAt } = written;
  const instants = planInstants(scene, drawsFor(scene, 'commits'));
  const replaced = forcedAt === undefined ? -1 : instants.findLastIndex((at) => at <= forcedAt);
  const oidAt = (ordinal: number, atSeconds: number): string =>
    ordinal === replaced && forcedAt !== undefined && atSeconds < forcedAt
      ? oidOf(scene, 'before')
      : oidOf(scene, 'commit', ordinal);
  const toOid = (ordinal: number): string => oidAt(ordinal, scene.plan.nowSeconds);
  return {
    commits: writeCommits(scene, { title: written.title, instants, toOid }, files),
    headAt(atSeconds) {
      const ordinal = instants.findLastIndex((at) => at <= atSeconds);
      return ordinal === -1 ? undefined : oidAt(ordinal, atSeconds);
    },
  };
}

function writeCommits(
  scene: PullScene,
  {
    title,
    instants,
    toOid,
  }: {
    readonly title: string;
    readonly instants: readonly number[];
    readonly toOid: (ordinal: number) => string;
  },
  files: readonly ChangedFileRecord[],
): readonly TimedCommit[] {
  const draws = new Draws(scene.plan.seed, 13, scene.outline.number);
  const total = sumFiles(files);
  const pushed = instants.filter((at) => isPast(scene, at));
  return pushed.map((atSeconds, ordinal) => {
    const oid = toOid(ordinal);
    const author = signAuthor(scene, draws, atSeconds);
    const coAuthor = draws.chance(share.coAuthored) ? signReviewer(scene, atSeconds) : undefined;
    const subject = ordinal === 0 ? title : draws.pick(commitSubjects);
    const part = (0.6 + draws.next() * 0.8) / scene.outline.commitCount;
    return {
      atSeconds,
      commit: {
        oid,
        nodeId: scene.keys.commitNodeId(oid),
        message: coAuthor ? `${subject}\n\nCo-authored-by: ${coAuthor.name} <${coAuthor.email}>` : subject,
        author,
        committer: author,
        coAuthors: coAuthor ? [coAuthor] : [],
        additions: Math.ceil(total.additions * part),
        deletions: Math.floor(total.deletions * part),
        changedFiles: Math.min(total.changedFiles, Math.ceil(total.changedFiles * part)),
        parentOids: [ordinal === 0 ? oidOf(scene, 'base') : toOid(ordinal - 1)],
      },
    };
  });
}

function planInstants(scene: PullScene, draws: Draws): readonly number[] {
  const { commitCount, createdAtSeconds } = scene.outline;
  const last = Math.min(endMilestone(scene), scene.milestones.length - 1);
  const initial = last < 1 ? commitCount : Math.max(1, Math.ceil(commitCount * 0.6));
  const instants: number[] = [];
  for (let index = 0; index < commitCount; index += 1) {
    const before = createdAtSeconds - 60 - Math.floor(draws.next() ** 2 * 40_000);
    const after = momentBefore(scene, 1 + draws.below(Math.max(1, last)), draws.next() * 0.9);
    const at = index < initial ? before : after;
    if (at !== undefined) instants.push(at);
  }
  return instants.sort((left, right) => left - right);
}

function signAuthor(scene: PullScene, draws: Draws, atSeconds: number): GitSignatureRecord {
  const { author, authorPerson } = scene;
  const at = toZonedInstant(
    atSeconds,
    authorPerson === undefined ? 0 : offsetAt(authorPerson.zone, atSeconds),
  );
  const isUnknown = draws.chance(share.unknownEmail);
  if (authorPerson === undefined) return signBot(scene, at);
  if (author === undefined)
    return { name: 'former colleague', email: 'former@elsewhere.example', at, account: undefined };
  const name = authorPerson.commitName;
  if (isUnknown) return { name, email: `${authorPerson.handle}@laptop.local`, at, account: undefined };
  return { name, email: authorPerson.commitEmail, at, account: author };
}

function signBot({ author, bots }: PullScene, at: string): GitSignatureRecord {
  const bot = author ?? bots[0];
  const name = `${bot?.login}[bot]`;
  return { name, email: `${bot?.id}+${name}@users.noreply.github.com`, at, account: bot };
}

function signReviewer({ reviewers }: PullScene, atSeconds: number): GitSignatureRecord {
  const [account] = reviewers;
  const email = account.verifiedEmails[0] ?? '';
  return { name: account.name ?? account.login, email, at: toZonedInstant(atSeconds, 0), account };
}
