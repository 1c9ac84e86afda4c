import type { OrganisationRecord } from './model.ts';

/** Organisations several sources bring parts of, one record each: the first's own fields, everybody's members and teams. */
export function mergeOrganisations(organisations: readonly OrganisationRecord[]): OrganisationRecord[] {
  const merged = new Map<number, OrganisationRecord>();
  for (const organisation of organisations) {
    const known = merged.get(organisation.account.id);
    merged.set(organisation.account.id, known === undefined ? organisation : join(known, organisation));
  }
  return [...merged.values()];
}

function join(first: OrganisationRecord, second: OrganisationRecord): OrganisationRecord {
  const members = new Set(first.members.map(({ account }) => account.id));
  const teams = new Set(first.teams.map(({ id }) => id));
  return {
    ...first,
    members: [...first.members, ...second.members.filter(({ account }) => !members.has(account.id))],
    teams: [...first.teams, ...second.teams.filter(({ id }) => !teams.has(id))],
  };
}
