import { createHash } from 'node:crypto';
import { createAccount } from '../../world/create-account.ts';
import type { AccountRecord, LabelRecord, ReviewerRecord, TeamRecord } from '../../world/model.ts';
import { toNodeId } from '../../world/node-id.ts';
import { createRepositoryKeys, type RepositoryKeys, toSlot } from '../../world/repository-keys.ts';
import type { CraftedRepository, CraftedTeam, Login } from './craft-spec.ts';

/** What a name in a specification stands for; accounts and labels appear when first named. */
export interface Crafting {
  readonly fullName: string;
  readonly keys: RepositoryKeys;
  readonly owner: AccountRecord;
  readonly accounts: ReadonlyMap<string, AccountRecord>;
  readonly labels: readonly LabelRecord[];
  readonly teams: readonly TeamRecord[];
  /** undefined for the ghost. */
  account(login: Login): AccountRecord | undefined;
  label(name: string): LabelRecord;
  /** A login or `team:slug`; undefined for the ghost. */
  reviewer(name: string): ReviewerRecord | undefined;
  /** A commit's name, made of words that tell it from all others. */
  oid(...words: readonly (string | number)[]): string;
}

export function createCrafting(spec: CraftedRepository): Crafting {
  const fullName = spec.fullName ?? 'acme/api';
  const keys = createRepositoryKeys(toSlot(fullName));
  const owner = createAccount({ kind: 'Organization', login: fullName.split('/')[0] ?? fullName });
  const accounts = new Map<string, AccountRecord>();
  for (const known of spec.accounts ?? []) accounts.set(known.login.toLowerCase(), createNamed(known));
  const labels: LabelRecord[] = [];

  const account = (login: Login): AccountRecord | undefined => {
    if (login === 'ghost') return undefined;
    const key = login.toLowerCase().replace(/\[bot\]$/, '');
    const found = accounts.get(key) ?? createNamed({ login });
    accounts.set(key, found);
    return found;
  };
  const teams = (spec.teams ?? []).map((team) => craftTeam(owner, keys.repositoryId, { ...team, account }));
  return {
    fullName,
    keys,
    owner,
    accounts,
    labels,
    teams,
    account,
    label(name) {
      const known = labels.find((label) => label.name === name);
      if (known !== undefined) return known;
      const label = { ...keys.label(labels.length), name, color: 'ededed', description: undefined };
      labels.push(label);
      return label;
    },
    reviewer(name) {
      if (name.startsWith('team:')) return findTeamReviewer(teams, name.slice('team:'.length));
      const found = account(name);
      return found && { kind: 'account', account: found };
    },
    oid: (...words) =>
      createHash('sha1')
        .update([fullName, ...words].join(' '))
        .digest('hex'),
  };
}

function createNamed(known: Partial<AccountRecord> & Pick<AccountRecord, 'login'>): AccountRecord {
  const login = known.login.replace(/\[bot\]$/, '');
  const isBot = login !== known.login;
  return createAccount({
    ...(isBot ? { kind: 'Bot' as const } : { name: `${login.charAt(0).toUpperCase()}${login.slice(1)}` }),
    verifiedEmails: [`${login}@example.com`],
    ...known,
    login,
  });
}

function findTeamReviewer(teams: readonly TeamRecord[], slug: string): ReviewerRecord {
  const team = teams.find((one) => one.slug === slug);
  if (team === undefined) throw new Error(`No team ${slug} in the specification; add it under teams.`);
  return { kind: 'team', team };
}

interface TeamInMaking extends CraftedTeam {
  readonly account: (login: Login) => AccountRecord | undefined;
}

/** The same team has the same id, whichever repository of the owner names it. */
const toTeamId = (owner: AccountRecord, slug: string): number =>
  createHash('sha1').update(`${owner.login}/${slug}`).digest().readUInt32BE(0) % 2 ** 31;

function craftTeam(
  owner: AccountRecord,
  repositoryId: number,
  { slug, members = [], maintainers = [], parent, account }: TeamInMaking,
): TeamRecord {
  const id = toTeamId(owner, slug);
  return {
    id,
    nodeId: toNodeId({ kind: 'team', id }),
    organisationId: owner.id,
    slug,
    name: slug,
    description: undefined,
    parentId: parent === undefined ? undefined : toTeamId(owner, parent),
    members: members.flatMap((login) => {
      const member = account(login);
      const role = maintainers.includes(login) ? ('MAINTAINER' as const) : ('MEMBER' as const);
      return member === undefined ? [] : [{ account: member, role }];
    }),
    repositories: [{ repositoryId, permission: 'WRITE' }],
  };
}
