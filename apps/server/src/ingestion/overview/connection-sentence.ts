import { toCount } from '../reading/milestone-entry.ts';
import { type Eta, toEtaWords } from './estimate-eta.ts';

/** What one sentence about a connection is made of. */
export interface ConnectionOutline {
  readonly organisation: string;
  /** What somebody has to repair, in words. */
  readonly attention: string | undefined;
  readonly isPaused: boolean;
  /** Whether its repositories have been listed. */
  readonly isDiscovered: boolean;
  /** Why they could not be. */
  readonly discoveryFailure: string | undefined;
  readonly repositories: number;
  readonly repositoriesComplete: number;
  readonly repositoriesFailed: number;
  /** Undefined until every repository has been counted. */
  readonly total: number | undefined;
  readonly held: number;
  readonly eta: Eta | undefined;
}

/** `61`: never 100 before everything is here. */
export function toPercent(held: number, total: number, isComplete: boolean): number {
  if (isComplete || total === 0) return 100;
  return Math.min(99, Math.floor((held / total) * 100));
}

/** `acme: 61 % of its history is here. 40 to 55 minutes to go.` */
export function toConnectionSentence(outline: ConnectionOutline): string {
  const { organisation, attention, isPaused } = outline;
  if (attention !== undefined) return `${organisation} needs you. ${attention}`;
  if (isPaused) return `${organisation} is paused. ${toStanding(outline)}`.trim();
  return `${organisation}: ${toProgress(outline)}`;
}

function toProgress(outline: ConnectionOutline): string {
  if (!outline.isDiscovered) {
    return outline.discoveryFailure === undefined
      ? 'counting its repositories and pull requests.'
      : `its repositories could not be listed. ${outline.discoveryFailure}`;
  }
  if (outline.repositories === 0) return 'no repository to read. It has none that was chosen.';
  const standing = toStanding(outline);
  const eta = outline.eta === undefined ? '' : ` ${toSentence(toEtaWords(outline.eta))} to go.`;
  return `${standing.charAt(0).toLowerCase()}${standing.slice(1)}${eta}${toFailed(outline)}`;
}

function toStanding({ total, held, repositories, repositoriesComplete }: ConnectionOutline): string {
  if (repositories === 0) return '';
  if (total === undefined) return `Counting pull requests, at least ${held.toLocaleString('en')} are here.`;
  if (repositoriesComplete < repositories) {
    return `${toPercent(held, total, false)} % of its history is here.`;
  }
  if (held < total) return `${toCount(held, 'pull request')} of ${total.toLocaleString('en')} are here.`;
  return total === 1 ? 'Its one pull request is here.' : `All ${toCount(total, 'pull request')} are here.`;
}

const toFailed = ({ repositoriesFailed: failed }: ConnectionOutline): string => {
  if (failed === 0) return '';
  return failed === 1 ? ' 1 repository can’t be read.' : ` ${failed} repositories can’t be read.`;
};

const toSentence = (words: string): string => `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
