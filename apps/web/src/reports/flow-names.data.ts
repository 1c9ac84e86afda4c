/** The metrics that the picture of flow is made of: what came in, and then what went out. */
export const flowMetrics = [
  { id: 'opened', name: 'opened' },
  { id: 'merged', name: 'merged' },
  { id: 'closed-unmerged', name: 'closed unmerged' },
] as const;
