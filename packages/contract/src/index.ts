export * from './access.ts';
export * from './acting.ts';
export * from './attention.ts';
export * from './audit.ts';
export * from './briefs.ts';
export { bringPeopleFile } from './bring-people-file.ts';
export { ApiFailure, type Call, createClient, toAddress } from './client.ts';
export * from './connect.ts';
export * from './connection.ts';
export { type CredentialEnd, toCredentialEnd, toCredentialEndWords } from './credential-end.ts';
export { dataNames } from './data-names.data.ts';
export * from './doctor.ts';
export { toDoctorSentence, toDoctorVerdict } from './doctor-words.ts';
export { toDuration, toDurationRange } from './duration-words.ts';
export { type ErrorCode, errorStatus } from './error-codes.data.ts';
export { type Failure, failure } from './failure.ts';
export * from './fields.ts';
export * from './github-access.ts';
export * from './github-apps.ts';
export * from './github-teams.ts';
export * from './identity.ts';
export * from './ingestion.ts';
export { keyScopes } from './key-scopes.data.ts';
export * from './keys.ts';
export * from './leaving.ts';
export { writeMetricValue } from './metric-value.ts';
export * from './metrics.ts';
export * from './my-data.ts';
export * from './news.ts';
export * from './oauth-apps.ts';
export * from './own-account.ts';
export * from './people.ts';
export * from './people-acts.ts';
export * from './people-files.ts';
export * from './people-robots.ts';
export {
  isPullState,
  type PullParamName,
  type PullParams,
  type PullState,
  type PullWord,
  pullLookNames,
  pullParamNames,
  pullStates,
  splitWords,
  toPullParams,
  writeWords,
} from './pull-params.ts';
export * from './pull-request.ts';
export { parsePullText, writePullText } from './pull-text.ts';
export * from './read-data.ts';
export { minutesOfComputingSecond, readingPrices } from './reading-prices.data.ts';
export * from './reports.ts';
export * from './repositories.ts';
export {
  defineRoute,
  type Method,
  type Policy,
  type Route,
  type RouteAnswer,
  type RouteCall,
  type RouteInput,
} from './route.ts';
export { routes } from './routes.ts';
export * from './search.ts';
export * from './sign-in.ts';
export * from './sync-fields.ts';
export * from './sync-plan.ts';
export * from './sync-repositories.ts';
export * from './team-imports.ts';
export * from './team-week.ts';
export * from './teams.ts';
export * from './views.ts';
export * from './visibility.ts';
export { writeWorkingHours } from './working-words.ts';
export * from './workspace.ts';
