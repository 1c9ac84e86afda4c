import { questionPoints, questionSizes } from '@throughline/github';
import { computingTime } from './computing-time.data.ts';
import { diskBytes } from './disk-bytes.data.ts';
import { estimateFiles, type FilesEstimate, toPageOn } from './estimate-files.ts';
import { countPages, estimatePages, type PagesEstimate } from './estimate-pages.ts';
import { toDifferences, toGivenUp, toNodes, toQuestions, toRest } from './price.ts';
import { type PullRequestShape, toAnyOf, toTimelineEntries } from './pull-request-shape.ts';
import { addSpending, noSpending, type Spending, type SpendingByKind } from './spending.ts';

/** A repository of which something is to be read. */
export interface RepositoryToRead {
  /** Pull requests that GitHub counts. */
  readonly total: number;
  /** Of these, those to be read; and of those, how many are here already. */
  readonly pullRequests: number;
  readonly isHere: number;
  /** Pull requests whose files are to be read. */
  readonly files: number;
  /** As remembered: how many pull requests a page, and a question about files, asks for. */
  readonly pageSize: number;
  readonly filesSize: number;
}

interface Estimate {
  readonly repository: RepositoryToRead;
  readonly shape: PullRequestShape;
  /** Times as long as GitHub usually takes. */
  readonly factor: number;
  /** Whether labels, assignees and review requests, and what was said in threads, come from lists over REST. */
  readonly isListed: boolean;
  readonly pages: PagesEstimate;
  readonly files: FilesEstimate;
}

/** What reading a repository costs, by kind of data: each with what it adds to the pages that are read anyway. */
export function estimateRepository(repository: RepositoryToRead, shape: PullRequestShape): SpendingByKind {
  const estimate = toEstimate(repository, shape);
  const { pullRequests } = repository;
  const { isListed } = estimate;
  const sets = (['labels', 'assignees', 'review-requests'] as const).map((part) =>
    isListed ? toStored(part, estimate) : toEntries(part, estimate),
  );
  const setsPages = isListed ? Math.ceil(pullRequests / questionSizes.entries) : 0;
  return {
    'pull-requests': addSpending(toEntries('pull-requests', estimate), toPages(estimate)),
    reviews: toEntries('reviews', estimate),
    comments: addSpending(
      toEntries('comments', estimate),
      toEntries('threads', estimate),
      toLongTimelines(estimate),
      toReviewComments(estimate),
    ),
    commits: toEntries('commits', estimate),
    files: toFiles(estimate),
    events: toEntries('events', estimate),
    details: addSpending(
      ...sets,
      toEntries('closing-issues', estimate),
      toRest(setsPages, isListed ? pullRequests : 0),
    ),
  };
}

function toEstimate(repository: RepositoryToRead, shape: PullRequestShape): Estimate {
  const { total, pullRequests, pageSize, filesSize } = repository;
  const isListed = total > pageSize;
  const { large, graphql } = computingTime;
  const factor = total > large.pullRequests ? large.factor : 1;
  const nodes =
    1 + Math.min(questionSizes.entries, toTimelineEntries(shape)) + shape.entries['closing-issues'];
  const secondsEach = factor * graphql.perNodeSeconds * nodes;
  const pages = estimatePages({ pullRequests, pageSize, withSets: !isListed, secondsEach });
  const files = estimateFiles({ ...toFilesWanted(repository, pages), filesSize, shape, factor });
  return { repository, shape, factor, isListed, pages, files };
}

/** The first page ends the newest thirty days, the last one everything: both bring their files at once. */
function toFilesWanted(
  { pullRequests, files }: RepositoryToRead,
  { pages }: PagesEstimate,
): { readonly withPages: readonly number[]; readonly waiting: number } {
  const first = Math.min(pullRequests, pages[0]?.size ?? 0);
  const asked = pages.reduce((sum, { size, count }) => sum + size * count, 0);
  const last = first === pullRequests ? 0 : pullRequests - (asked - (pages.at(-1)?.size ?? 0));
  const withPages = [first, last].filter((count) => count > 0);
  return { withPages, waiting: Math.max(0, files - first - last) };
}

type Part = keyof typeof diskBytes;

const countEntries = (part: Part, { shape, repository }: Estimate): number =>
  part === 'pull-requests' ? repository.pullRequests : shape.entries[part] * repository.pullRequests;

/** Entries that come with the page of their pull request: they take computing time, and no points. */
const toEntries = (part: Part, estimate: Estimate): Spending =>
  addSpending(toStored(part, estimate), toNodes(countEntries(part, estimate), estimate.factor));

/** What is here already takes no more room. */
function toStored(part: Part, estimate: Estimate): Spending {
  const { pullRequests, isHere } = estimate.repository;
  const objects = countEntries(part, estimate);
  const isNew = pullRequests === 0 ? 0 : 1 - Math.min(1, isHere / pullRequests);
  return { ...noSpending, objects, diskBytes: objects * isNew * diskBytes[part] };
}

function toPages({ isListed, pages, factor }: Estimate): Spending {
  const toPoints = (size: number): number => questionPoints.page(size, { withSets: !isListed });
  const points = pages.pages.reduce((sum, { size, count }) => sum + count * toPoints(size), 0);
  const vain = pages.givenUp.reduce((sum, size) => sum + toPoints(size), 0);
  return addSpending(toQuestions(countPages(pages), points, factor), toGivenUp(pages.givenUp.length, vain));
}

function toLongTimelines({ pages, shape, factor }: Estimate): Spending {
  const questions = pages.pages.reduce(
    (sum, { size, count }) => sum + count * toPageOn(shape.longTimelines, size),
    0,
  );
  return toQuestions(questions, questions * questionPoints.timelines(questionSizes.places), factor);
}

/** What was said in threads: a list over REST, or a hundred threads after the other. */
function toReviewComments(estimate: Estimate): Spending {
  const { isListed, factor } = estimate;
  const stored = toStored('review-comments', estimate);
  if (isListed) return addSpending(stored, toRest(toFullAnswers(stored.objects), stored.objects));
  const threads = countEntries('threads', estimate);
  const questions = toFullAnswers(threads);
  const points = questions * questionPoints.parts(questionSizes.ids);
  return addSpending(
    stored,
    toQuestions(questions, points, factor),
    toNodes(threads + stored.objects, factor),
  );
}

/** Answers of a hundred where so many entries are expected: the last one is half full in the mean. */
const toFullAnswers = (expected: number): number =>
  toAnyOf(expected) * Math.max(1, expected / questionSizes.entries + 0.5);

function toFiles({ files, shape, factor, repository }: Estimate): Spending {
  const objects = shape.entries.files * files.pullRequests;
  const diskEntries = shape.entries.files * Math.min(files.pullRequests, repository.files);
  const points =
    files.first.count * questionPoints.files(files.first.size) +
    files.on.count * questionPoints.filesOn(files.on.size);
  return addSpending(
    { ...noSpending, objects, diskBytes: diskEntries * diskBytes.files },
    toQuestions(files.first.count + files.on.count, points, factor),
    toGivenUp(files.givenUp, files.givenUp * questionPoints.files(repository.filesSize)),
    toDifferences(files.lists, factor),
    toNodes(files.lists + objects, factor),
  );
}
