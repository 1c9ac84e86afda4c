import { judgeServerVersion } from '@throughline/github';
import { toVersionWarning } from '../hosts/version-words.ts';
import type { TestedToken } from './tested-token.client.ts';

const dayMs = 24 * 3600 * 1000;
const soonDays = 14;

/** What about a token, or a sign-in, needs its reader. */
export function* toNotices(tested: TestedToken, now: Date): Iterable<string> {
  yield* toHidden(tested);
  yield* toEnd(tested, now);
  const version = tested.report.serverVersion;
  const warning = version && toVersionWarning(version, judgeServerVersion(version, now));
  if (warning) yield warning;
}

function* toHidden({ report, registration, notFound }: TestedToken): Iterable<string> {
  const name = registration === undefined ? 'token' : 'sign-in';
  const hidden = report.organisationIdsHiddenBySso.length;
  if (hidden > 0) {
    yield `GitHub hides ${hidden} ${hidden === 1 ? 'organisation' : 'organisations'} from this ${name} until it is authorised for single sign-on.`;
  }
  for (const login of notFound) {
    yield `GitHub shows this ${name} no organisation called ${login}. Check how it is written in its address on GitHub.`;
  }
  if (report.organisations.length === 0) yield noOrganisation[name];
  if (registration !== undefined) yield* toDoubtful(report);
}

const noOrganisation = {
  token:
    'This token shows no organisation. Give it read:org, or make a fine-grained one that the organisation owns, then test again. If an organisation must approve it first, name that organisation in the next step.',
  'sign-in':
    'This sign-in shows no organisation. One that restricts OAuth apps stays hidden until it lets this one in: name it in the next step.',
} as const;

/** Organisations of which a sign-in that may read private repositories sees none. */
function* toDoubtful({ scopes = [], organisations }: TestedToken['report']): Iterable<string> {
  if (!scopes.includes('repo')) return;
  for (const { login, sees, refusal } of organisations) {
    if (refusal !== undefined || sees === undefined || sees.private > 0) continue;
    yield `${login} shows no private repository. Either it has none that you see, or it has not let this app in: GitHub doesn’t tell which.`;
  }
}

function* toEnd({ report: { expiresAt } }: TestedToken, now: Date): Iterable<string> {
  if (expiresAt === undefined) return;
  const days = Math.floor((expiresAt.getTime() - now.getTime()) / dayMs);
  if (days >= soonDays) return;
  yield `This token ends in ${days} ${days === 1 ? 'day' : 'days'}. Reading stops then, until you replace it.`;
}
