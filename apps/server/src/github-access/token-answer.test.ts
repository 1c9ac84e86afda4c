import { describe, expect, it } from 'vitest';
import type { TestedToken } from './tested-token.client.ts';
import { toTokenAnswer } from './token-answer.ts';

const now = new Date('2026-11-21T12:00:00Z');

const tested = (given: Partial<TestedToken['report']> = {}): TestedToken => ({
  credentialId: 1,
  host: {
    hostId: 1,
    kind: 'github.com',
    baseUrl: 'https://github.com',
    name: 'github.com',
    caCertificate: undefined,
    isPrivateAllowed: false,
  },
  report: {
    tokenKind: 'classic',
    account: {
      kind: 'User',
      githubId: 7,
      nodeId: 'U_7',
      login: 'kim',
      name: undefined,
      avatarUrl: undefined,
    },
    identity: { kind: 'person', evidence: [] },
    scopes: ['repo'],
    expiresAt: undefined,
    probe: undefined,
    organisations: [{ githubId: 9, login: 'acme', role: 'member', sso: 'fine', ssoUrl: undefined }],
    organisationIdsHiddenBySso: [],
    rates: [{ kind: 'unlimited', resource: 'core' }],
    serverVersion: undefined,
    ...given,
  },
});

describe('toTokenAnswer', () => {
  it('says who is connected, and what each missing permission costs', () => {
    const answer = toTokenAnswer(tested(), new Map(), now);

    expect(answer.sentence).toBe('Successfully connected via kim.');
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ kind: 'missing', permission: 'read:org', consequence: expect.any(String) }),
    );
  });

  it('names the connection an organisation has already', () => {
    const answer = toTokenAnswer(tested(), new Map([[9, 'Acme']]), now);

    expect(answer.organisations[0]).toMatchObject({ login: 'acme', connectedAs: 'Acme' });
  });

  it('warns of an end within two weeks, and of nothing else that is well', () => {
    const endsSoon = tested({ expiresAt: new Date('2026-11-24T13:00:00Z') });

    expect(toTokenAnswer(tested(), new Map(), now).notices).toEqual([]);
    expect(toTokenAnswer(endsSoon, new Map(), now).notices).toEqual([
      'This token ends in 3 days. Reading stops then, until you replace it.',
    ]);
  });

  it('says what single sign-on hides', () => {
    const answer = toTokenAnswer(tested({ organisationIdsHiddenBySso: [4] }), new Map(), now);

    expect(answer.notices[0]).toMatch(/hides 1 organisation /);
  });
});
