import { expect, test } from 'vitest';
import { judgeIdentity } from './judge-identity.ts';

test.each([
  [{ login: 'octocat', name: 'Mona Lisa', type: 'User' }, 'person', 0],
  [{ login: 'abbott', name: 'Bottas Cisse', type: 'User' }, 'person', 0],
  [{ login: 'acme-bot', name: undefined, type: 'User' }, 'service-account', 1],
  [{ login: 'svc-throughline', name: 'Throughline Service', type: 'User' }, 'service-account', 2],
  [{ login: 'ci', name: undefined, type: 'User' }, 'service-account', 1],
  [{ login: 'build2_acme', name: undefined, type: 'User' }, 'service-account', 1],
  [{ login: 'renovate[bot]', name: undefined, type: 'Bot' }, 'bot', 1],
] as const)('%j looks like a %s', (profile, kind, evidence) => {
  const identity = judgeIdentity(profile);

  expect(identity.kind).toBe(kind);
  expect(identity.evidence).toHaveLength(evidence);
});
