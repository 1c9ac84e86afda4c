import { toZonedInstant } from '../../world/instant.ts';
import type { ChangedFileRecord, CommitRecord, GitSignatureRecord } from '../../world/model.ts';
import { sumFiles } from '../../world/sum-files.ts';
import { distributions } from './distributions.data.ts';
import type { Draws } from './draws.ts';
import { drawsFor, endMilestone, momentBefore, oidOf, type PullScene } from './pull-scene.ts';
import { commitSubjects } from './words.data.ts';

const { share } = distributions;

/** A commit and when it was pushed, in whole seconds. */
export interface TimedCommit {
  readonly atSeconds: number;
  readonly commit: CommitRecord;
}

/** The commits pushed so far, oldest first: most before the opening, the others before its later milestones. */
export function makeCommits(
  scene: PullScene,
  title: string,
  files: readonly ChangedFileRecord[],
): readonly TimedCommit[] {
  const draws = drawsFor(scene, 'commits');
  const instants = planInstants(scene, draws);
  const total = sumFiles(files);
  return instants.map((atSeconds, ordinal) => {
    const oid = oidOf(scene, 'commit', ordinal);
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
        parentOids: [ordinal === 0 ? oidOf(scene, 'base') : oidOf(scene, 'commit', ordinal - 1)],
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
  const at = toZonedInstant(atSeconds, authorPerson?.offsetMinutes ?? 0);
  const isUnknown = draws.chance(share.unknownEmail);
  if (authorPerson === undefined) return signBot(scene, at);
  if (author === undefined)
    return { name: 'former colleague', email: 'former@elsewhere.example', at, account: undefined };
  const name = authorPerson.commitName;
  if (isUnknown) return { name, email: `${author.login}@laptop.local`, at, account: undefined };
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
