export type { InstalledAppSpec } from './apps/create-apps.ts';
export type { AppEdit } from './apps/edit-app.ts';
export type { GithubApp } from './apps/github-app.ts';
export type { Installation } from './apps/installations.ts';
export type { Bill, Control, SettingsPatch } from './control/control.ts';
export type { ClockPatch, ClockState } from './control/scenario-clock.ts';
export type { TruthPullRequest, TruthRepository } from './control/truth.ts';
export type { FaultSpec } from './faults/fault.ts';
export {
  createFaultPlan,
  type FaultKind,
  type FaultPlan,
  type FaultPlanOptions,
  faultKinds,
} from './faults/fault-plan.ts';
export type { BillLine, LedgerEntry } from './http/ledger.ts';
export type { Clock } from './model/clock.ts';
export type { ModelConstants } from './model/constants.data.ts';
export { modelConstants } from './model/constants.data.ts';
export type { ConstantsPatch, Shape } from './model/settings.ts';
export type { OauthApp, OauthAppPatch, OauthAppSpec } from './oauth/oauth-app.ts';
export * from './sources/crafted/craft-repository.ts';
export type * from './sources/crafted/craft-spec.ts';
export { type GitRepositoryName, loadGitRepository } from './sources/git/load-git-repository.ts';
export { createProceduralOrganisation } from './sources/procedural/create-procedural-organisation.ts';
export { loadRecorded, recordedOrganisationLogin } from './sources/recorded/load-recorded.ts';
export { type EmulatorOptions, type RunningEmulator, startEmulator } from './start-emulator.ts';
export type { OauthApproval } from './tokens/oauth-approvals.ts';
export type { OrganisationPolicySpec } from './tokens/organisation-policies.ts';
export type { Token } from './tokens/token.ts';
export type { TokenPatch, TokenSpec } from './tokens/token-spec.ts';
export type { World, WorldSource } from './world/model.ts';
export type { OrganisationEdit } from './world/organisation-edit.ts';
export type { RepositoryEdit } from './world/repository-edit.ts';
