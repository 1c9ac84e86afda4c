/** Points of `quota_spend as spend`, a column a lane. */
export const spentByLane = `
  coalesce(sum(spend.points) filter (where spend.lane = 'person'), 0)::integer as person,
  coalesce(sum(spend.points) filter (where spend.lane = 'lookup'), 0)::integer as lookup,
  coalesce(sum(spend.points) filter (where spend.lane = 'incremental'), 0)::integer as incremental,
  coalesce(sum(spend.points) filter (where spend.lane = 'backfill'), 0)::integer as backfill`;
