import { closedUnmerged } from './closed-unmerged.metric.ts';
import { collaborationState } from './collaboration-state.metric.ts';
import { commentDensity } from './comment-density.metric.ts';
import { cycleTime } from './cycle-time.metric.ts';
import { involvement } from './involvement.metric.ts';
import { iterated } from './iterated.metric.ts';
import { iterationTime } from './iteration-time.metric.ts';
import { knowledgeSharing } from './knowledge-sharing.metric.ts';
import { merged } from './merged.metric.ts';
import { mergedPerContributor } from './merged-per-contributor.metric.ts';
import type { MetricDeclaration } from './metric.ts';
import { openNow } from './open-now.metric.ts';
import { openTime } from './open-time.metric.ts';
import { opened } from './opened.metric.ts';
import { reactionTime } from './reaction-time.metric.ts';
import { responsiveness } from './responsiveness.metric.ts';
import { reviewLoad } from './review-load.metric.ts';
import { reviewRounds } from './review-rounds.metric.ts';
import { reviewWait } from './review-wait.metric.ts';
import { reviewed } from './reviewed.metric.ts';
import { size } from './size.metric.ts';
import { sizeInFiles } from './size-in-files.metric.ts';
import { thoroughlyReviewed } from './thoroughly-reviewed.metric.ts';
import { timeToFirstResponse } from './time-to-first-response.metric.ts';
import { timeToMerge } from './time-to-merge.metric.ts';
import { unreviewed } from './unreviewed.metric.ts';

/** Every metric, in the order of the catalogue. A metric that stands here is in the catalogue, the API and its tests. */
export const allMetrics: readonly MetricDeclaration[] = [
  cycleTime,
  openTime,
  timeToFirstResponse,
  timeToMerge,
  iterationTime,
  iterated,
  unreviewed,
  thoroughlyReviewed,
  commentDensity,
  reviewRounds,
  responsiveness,
  reactionTime,
  reviewLoad,
  reviewed,
  reviewWait,
  size,
  sizeInFiles,
  opened,
  merged,
  closedUnmerged,
  openNow,
  mergedPerContributor,
  collaborationState,
  involvement,
  knowledgeSharing,
];
