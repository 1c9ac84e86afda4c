import { describe, expect, it } from 'vitest';
import { type CandidateAccount, parseNoreply, toEvidence } from './account-evidence.ts';

const account: CandidateAccount = {
  githubId: 42,
  login: 'kim-example',
  name: 'Kim Example',
  emails: ['kim@example.com'],
  verifiedEmails: [],
};
const kinds = (
  person: { name: string; email: string | undefined },
  candidate: CandidateAccount = account,
): readonly string[] => toEvidence(person, candidate).map((evidence) => evidence.kind);

describe('toEvidence', () => {
  it('puts an address that GitHub joined to the account first', () => {
    expect(kinds({ name: 'Kim Example', email: 'kim@example.com' })).toEqual(['email', 'name', 'login']);
  });

  it('says of an address that GitHub told as verified that it is', () => {
    const verified = { ...account, verifiedEmails: ['kim@example.com'] };

    expect(toEvidence({ name: 'K', email: 'kim@example.com' }, verified)).toEqual([
      { kind: 'verified-email', text: 'Verified e-mail of example.com, from GitHub: kim@example.com.' },
    ]);
  });

  it('knows both forms of GitHub’s private addresses', () => {
    expect(kinds({ name: 'K', email: '42+old-login@users.noreply.github.com' })).toEqual(['noreply']);
    expect(kinds({ name: 'K', email: 'Kim-Example@users.noreply.github.com' })).toContain('noreply');
  });

  it('does not take another account’s private address for this one’s', () => {
    expect(kinds({ name: 'K', email: '7+kim-example@users.noreply.github.com' })).not.toContain('noreply');
  });

  it('compares names without accents and case', () => {
    expect(kinds({ name: 'kím example', email: undefined })).toEqual(['name', 'login']);
  });

  it('says nothing where nothing speaks for it', () => {
    expect(kinds({ name: 'Somebody Else', email: 'else@example.com' })).toEqual([]);
  });

  it('does not join by one common first name in the login', () => {
    expect(kinds({ name: 'Dave', email: undefined }, { ...account, login: 'dave', name: undefined })).toEqual(
      [],
    );
  });
});

describe('parseNoreply', () => {
  it.each([
    ['49699333+dependabot[bot]@users.noreply.github.com', { githubId: 49699333, login: 'dependabot[bot]' }],
    ['kim@users.noreply.github.com', { githubId: undefined, login: 'kim' }],
    ['kim@users.noreply.github.acme.com', { githubId: undefined, login: 'kim' }],
    ['kim@example.com', undefined],
    ['@users.noreply.github.com', undefined],
  ])('reads %s', (email, expected) => {
    expect(parseNoreply(email)).toEqual(expected);
  });
});
