import { addApp, type InstalledAppSpec } from '../apps/create-apps.ts';
import { type AppEdit, editApp } from '../apps/edit-app.ts';
import type { GithubApp } from '../apps/github-app.ts';
import type { Emulator } from '../emulator.ts';
import type { Fault, FaultSpec } from '../faults/fault.ts';
import type { FaultPlanOptions } from '../faults/fault-plan.ts';
import type { BillLine, LedgerEntry } from '../http/ledger.ts';
import type { Resource } from '../limits/primary.ts';
import { type ConstantsPatch, mergeConstants } from '../model/settings.ts';
import type { OauthApp, OauthAppPatch, OauthAppSpec } from '../oauth/oauth-app.ts';
import type { OauthApproval } from '../tokens/oauth-approvals.ts';
import type { OrganisationPolicy, OrganisationPolicySpec } from '../tokens/organisation-policies.ts';
import type { Token } from '../tokens/token.ts';
import type { TokenPatch, TokenSpec } from '../tokens/token-spec.ts';
import { bucketOwnerOf } from '../tokens/viewer.ts';
import type { OrganisationEdit } from '../world/organisation-edit.ts';
import type { RepositoryEdit } from '../world/repository-edit.ts';
import type { TeamEdit } from '../world/team-edit.ts';
import { editOrganisation } from './edit-organisation.ts';
import { type ClockPatch, type ClockState, moveClock, readClock } from './scenario-clock.ts';
import {
  findTrueAccounts,
  listTruePullRequests,
  listTrueRepositories,
  type TruthPullRequest,
  type TruthRepository,
} from './truth.ts';

export type SettingsPatch = {
  readonly constants?: ConstantsPatch | undefined;
  readonly hasLimits?: boolean | undefined;
  readonly latencyMs?: number | undefined;
  readonly pace?: 'instant' | 'modelled' | undefined;
  readonly installationTokens?: 'classic' | 'stateless' | undefined;
};

/** Points, CPU and requests of everything since the last clear, and what a full sync of it would take. */
export type Bill = {
  readonly lines: readonly BillLine[];
  readonly totals: {
    readonly restRequests: number;
    readonly graphqlPoints: number;
    readonly restCpuSeconds: number;
    readonly graphqlCpuSeconds: number;
  };
  /** Hours of one credential: the largest of the four, each over its hourly budget. */
  readonly hours: number;
  readonly offences: number;
};

/** What a test may see and switch while the emulator runs; the same is served under `/_emulator/`. */
export type Control = {
  bill(): Bill;
  ledger(): readonly LedgerEntry[];
  unserved(): readonly { readonly what: string; readonly count: number }[];
  /** Empties bill, ledger, faults, fault plan and the list of what was not served. */
  clear(): void;
  tokens(): readonly Token[];
  addToken(spec: TokenSpec): Token;
  changeToken(patch: TokenPatch): Token;
  /** Every refresh token there ever was, good or not. */
  refreshTokens(): readonly string[];
  apps(): readonly GithubApp[];
  addApp(spec: InstalledAppSpec): GithubApp;
  /** Lets something happen to an installation, or to what its app asks for. */
  editApp(edit: AppEdit): void;
  oauthApps(): readonly OauthApp[];
  addOauthApp(spec: OauthAppSpec): OauthApp;
  changeOauthApp(patch: OauthAppPatch): OauthApp;
  /** Lets an organisation grant, deny or forget an OAuth app. */
  setOauthApproval(organisation: string, clientId: string, state: OauthApproval): void;
  setPolicy(spec: OrganisationPolicySpec): OrganisationPolicy;
  set(patch: SettingsPatch): void;
  /** Makes the next answers of an operation, or of a GraphQL field, go wrong. */
  addFault(spec: FaultSpec): Fault;
  /** Says how much of a bucket the token's owner has used. */
  setUsed(token: string, resource: Resource, used: number): void;
  /** Puts the token's owner under a secondary limit now. */
  block(token: string): void;
  /** Lets requests go wrong by a plan, from now on. */
  startFaultPlan(plan: FaultPlanOptions & { readonly seed: number }): void;
  stopFaultPlan(): void;
  clock(): ClockState;
  /** Puts the clock forward, and the made-up organisations with it. */
  moveClock(patch: ClockPatch): ClockState;
  /** Renames or deletes an organisation, or lets somebody join it, in another role too, or leave. */
  editOrganisation(edit: OrganisationEdit): void;
  /** Renames, transfers, archives or deletes a repository, or gives somebody access to it. */
  editRepository(edit: RepositoryEdit): void;
  /** Lets somebody join or leave a team, nests or deletes one. */
  editTeam(edit: TeamEdit): void;
  truth(): readonly TruthRepository[];
  /** The pull requests of `owner/name`, or of a repository's id, one by one. */
  truthOf(repository: string): Iterable<TruthPullRequest>;
  /** Those of these accounts, by id, that are there. */
  trueAccounts(ids: readonly number[]): readonly number[];
};

export function createControl(emulator: Emulator): Control {
  const ownerOf = (value: string): string => findBucketOwner(emulator, value);
  return {
    bill: () => toBill(emulator),
    ledger: () => emulator.ledger.entries(),
    unserved: () => emulator.unserved.list(),
    clear() {
      emulator.ledger.clear();
      emulator.unserved.clear();
      emulator.faults.clear();
      emulator.plannedFaults.stop();
    },
    tokens: () => emulator.tokens.list(),
    addToken: (spec) => emulator.tokens.add(spec),
    changeToken: (patch) => emulator.tokens.change(patch),
    refreshTokens: () => emulator.userTokens.listRefreshTokens(),
    apps: () => emulator.apps.list(),
    addApp: (spec) => addApp(emulator, spec),
    editApp: (edit) => editApp(emulator, edit),
    oauthApps: () => emulator.oauth.apps.list(),
    addOauthApp: (spec) => emulator.oauth.apps.add(spec),
    changeOauthApp: (patch) => emulator.oauth.apps.change(patch),
    setOauthApproval: (...approval) => emulator.oauth.approvals.set(...approval),
    setPolicy: (spec) => emulator.policies.set(spec),
    set({ constants, ...switches }) {
      const { settings } = emulator;
      if (constants !== undefined) settings.constants = mergeConstants(settings.constants, constants);
      const said = Object.entries(switches).filter(([, value]) => value !== undefined);
      Object.assign(settings, Object.fromEntries(said));
    },
    addFault: (spec) => emulator.faults.add(spec),
    setUsed: (token, resource, used) => emulator.primary.setUsed(ownerOf(token), resource, used),
    block: (token) => emulator.secondary.block(ownerOf(token)),
    startFaultPlan: (plan) => void emulator.plannedFaults.start(plan),
    stopFaultPlan: () => emulator.plannedFaults.stop(),
    clock: () => readClock(emulator),
    moveClock: (patch) => moveClock(emulator, patch),
    editOrganisation: (edit) => editOrganisation(emulator, edit),
    editRepository: (edit) => emulator.scenario.edit(edit),
    editTeam: (edit) => emulator.scenario.editTeam(edit),
    truth: () => listTrueRepositories(emulator.scenario),
    truthOf: (repository) => listTruePullRequests(emulator.scenario, repository),
    trueAccounts: (ids) => findTrueAccounts(emulator.scenario, ids),
  };
}

function findBucketOwner(emulator: Emulator, value: string): string {
  const token = emulator.tokens.find(value);
  const account = token && emulator.findAccount(token.accountId);
  if (token === undefined || account === undefined)
    throw new Error('No such token. Add it first with its kind and login.');
  return bucketOwnerOf({ kind: 'token', token, account });
}

function toBill({ ledger, settings }: Emulator): Bill {
  const lines = ledger.bill();
  const sum = (api: BillLine['api'], measure: (line: BillLine) => number) =>
    lines.filter((line) => line.api === api).reduce((total, line) => total + measure(line), 0);
  const totals = {
    restRequests: sum('rest', ({ points }) => points),
    graphqlPoints: sum('graphql', ({ points }) => points),
    restCpuSeconds: sum('rest', ({ cpuSeconds }) => cpuSeconds),
    graphqlCpuSeconds: sum('graphql', ({ cpuSeconds }) => cpuSeconds),
  };
  const { primary, secondary } = settings.constants;
  const graphqlCpuAnHour = secondary.graphqlCpuSecondsPerMinute * 60;
  const restCpuAnHour = (secondary.cpuSecondsPerMinute - secondary.graphqlCpuSecondsPerMinute) * 60;
  const hours = Math.max(
    totals.graphqlPoints / primary.graphql,
    totals.restRequests / primary.core,
    totals.graphqlCpuSeconds / graphqlCpuAnHour,
    totals.restCpuSeconds / restCpuAnHour,
  );
  const offences = ledger.entries().filter(({ isOffence }) => isOffence).length;
  return { lines, totals, hours, offences };
}
