import type { Finding } from '../finding.ts';
import type { Rule } from '../rule.ts';
import type { House } from '../tree/house.ts';
import { resolveImport } from '../tree/resolve-import.ts';

/** No file imports itself by way of others, not even by types: what needs each other belongs together or apart. */
export const cyclesRule: Rule = {
  name: 'cycles',
  check: (house) => {
    const graph = toGraph(house);
    return findCycles(graph).map((cycle) => toFinding(house, cycle));
  },
};

type Graph = ReadonlyMap<string, readonly string[]>;

function toGraph(house: House): Graph {
  return new Map(
    [...house.files.values()].map((file) => {
      const targets = file.imports.map((edge) => resolveImport(house, file.path, edge.specifier));
      return [file.path, targets.flatMap((target) => (target.kind === 'file' ? [target.path] : []))];
    }),
  );
}

/** Depth first; each edge back to a file still being visited closes one cycle, told once. */
function findCycles(graph: Graph): string[][] {
  const state = new Map<string, 'open' | 'closed'>();
  const trail: string[] = [];
  const cycles: string[][] = [];

  const visit = (path: string): void => {
    if (state.get(path) === 'closed') return;
    if (state.get(path) === 'open') {
      cycles.push(trail.slice(trail.indexOf(path)));
      return;
    }
    state.set(path, 'open');
    trail.push(path);
    for (const next of graph.get(path) ?? []) visit(next);
    trail.pop();
    state.set(path, 'closed');
  };

  for (const path of graph.keys()) visit(path);
  return cycles;
}

function toFinding(house: House, cycle: readonly string[]): Finding {
  const [path = '', next = path] = cycle;
  const edge = house.files.get(path)?.imports.find(({ specifier }) => {
    const target = resolveImport(house, path, specifier);
    return target.kind === 'file' && target.path === next;
  });
  return { path, line: edge?.line ?? 1, message: `imports in a circle: ${[...cycle, path].join(' → ')}` };
}
