import { broken, type Finding, notChecked, ok } from '../../platform/checks/index.ts';

/** Whether a pull request is in figures; undefined: its facts are not made yet. */
export type Counting = { readonly kind: string; readonly reason: string } | 'counted' | undefined;

/** Whether a pull request is left out of figures, and by what. */
export function judgeCounting(counting: Counting, name: string): Finding {
  if (counting === undefined)
    return notChecked(`the figures of ${name} are not made yet. They follow within seconds`);
  if (counting === 'counted') return ok(`${name} is in figures.`);
  const link = { address: '/settings/exclusions', text: 'Open exclusions' };
  return broken({
    proof: `${name} is left out of figures: ${counting.reason}`,
    consequence: 'It stands in lists, and no figure counts it.',
    repair: {
      text:
        counting.kind === 'bot' || counting.kind === 'ai-agent'
          ? 'If its author is a person, say so under bots and AI agents.'
          : 'Whoever may change exclusions can include it again.',
      link:
        counting.kind === 'bot' || counting.kind === 'ai-agent'
          ? { address: '/people/bots', text: 'Open bots and AI agents' }
          : link,
    },
  });
}
