import { allReadData } from '@throughline/contract';
import { describe, expect, it } from 'vitest';
import type { TestedToken } from './tested-token.client.ts';
import { toTokenAnswer } from './token-answer.ts';

const asked = {
  data: allReadData,
  connectedAs: new Map<number, string>(),
  now: new Date('2026-11-21T12:00:00Z'),
};

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
    organisations: [
      {
        githubId: 9,
        login: 'acme',
        role: 'member',
        sso: 'fine',
        ssoUrl: undefined,
        refusal: undefined,
        sees: undefined,
      },
    ],
    organisationIdsHiddenBySso: [],
    apart: { personal: [], outside: [], isWhole: true },
    rates: [{ kind: 'unlimited', resource: 'core' }],
    serverVersion: undefined,
    ...given,
  },
  registration: undefined,
  notFound: [],
});

describe('toTokenAnswer', () => {
  it('says who is connected, and what each missing permission costs', () => {
    const answer = toTokenAnswer(tested(), asked);

    expect(answer.sentence).toBe('Successfully connected via kim.');
    expect(answer.findings).toContainEqual(
      expect.objectContaining({ kind: 'missing', permission: 'read:org', consequence: expect.any(String) }),
    );
  });

  it('names the connection an organisation has already', () => {
    const answer = toTokenAnswer(tested(), { ...asked, connectedAs: new Map([[9, 'Acme']]) });

    expect(answer.organisations[0]).toMatchObject({
      login: 'acme',
      obstacle: { kind: 'connected', connectedAs: 'Acme' },
    });
  });

  it('warns of an end within two weeks, and of nothing else that is well', () => {
    const endsSoon = tested({ expiresAt: new Date('2026-11-24T13:00:00Z') });

    expect(toTokenAnswer(tested(), asked).notices).toEqual([]);
    expect(toTokenAnswer(endsSoon, asked).notices).toEqual([
      'This token ends in 3 days. Reading stops then, until you replace it.',
    ]);
  });

  it('says what single sign-on hides', () => {
    const answer = toTokenAnswer(tested({ organisationIdsHiddenBySso: [4] }), asked);

    expect(answer.notices[0]).toMatch(/hides 1 organisation /);
  });
});
