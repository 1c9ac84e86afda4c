import { describe, expect, it } from 'vitest';
import type { HostHeard } from './examination.ts';
import { judgeAnswer, judgeCertificate, judgeClock, judgeName, judgeVersion } from './judge-host.ts';

const address = 'https://github.acme.com/api/v3/meta';
const heardAt = new Date('2026-11-22T12:00:00Z');
const failed = (...codes: string[]): HostHeard => ({ kind: 'failed', address, text: 'It failed.', codes });
const answered = (given: object = {}): HostHeard => ({
  kind: 'answered',
  address,
  status: 200,
  isGitHub: true,
  dateAt: heardAt,
  version: '3.22.1',
  heardAt,
  ...given,
});

const verdictsOf = (heard: HostHeard) =>
  [judgeName, judgeCertificate, judgeAnswer].map((judge) => judge(heard).verdict);

describe('the way to a host', () => {
  it.each([
    ['ENOTFOUND', ['broken', 'not-checked', 'broken']],
    ['EAI_AGAIN', ['broken', 'not-checked', 'broken']],
    ['address-refused', ['broken', 'not-checked', 'broken']],
    ['CERT_HAS_EXPIRED', ['ok', 'broken', 'broken']],
    ['SELF_SIGNED_CERT_IN_CHAIN', ['ok', 'broken', 'broken']],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', ['ok', 'broken', 'broken']],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', ['ok', 'broken', 'broken']],
    ['ERR_TLS_CERT_ALTNAME_INVALID', ['ok', 'broken', 'broken']],
    ['CERT_SIGNATURE_FAILURE', ['ok', 'broken', 'broken']],
    ['UNSPECIFIED', ['ok', 'broken', 'broken']],
    ['EPROTO', ['ok', 'broken', 'broken']],
    ['ECONNREFUSED', ['ok', 'not-checked', 'broken']],
    ['UND_ERR_HEADERS_TIMEOUT', ['ok', 'not-checked', 'broken']],
    ['something-new', ['ok', 'not-checked', 'broken']],
  ])('%s stops it at its own step', (code, verdicts) => {
    expect(verdictsOf(failed(code))).toEqual(verdicts);
  });

  it.each([
    [200, true, 'ok'],
    [401, true, 'ok'],
    [403, true, 'ok'],
    [503, true, 'attention'],
    [200, false, 'broken'],
  ])('an answer of %i, as GitHub signs it: %s, is %s', (status, isGitHub, verdict) => {
    expect(judgeAnswer(answered({ status, isGitHub })).verdict).toBe(verdict);
  });
});

describe('the clock', () => {
  it.each([
    [0, 'ok', 'in step with'],
    [-60, 'ok', '60 seconds behind'],
    [61, 'attention', '61 seconds ahead of'],
    [300, 'attention', '5 minutes ahead of'],
    [-1_200, 'broken', '20 minutes behind'],
  ])('%i seconds ahead is %s', (seconds, verdict, says) => {
    const dateAt = new Date(heardAt.getTime() - seconds * 1000);

    const finding = judgeClock(answered({ dateAt }));

    expect(finding.verdict).toBe(verdict);
    expect(finding.proof).toContain(says);
  });

  it('is not checked where the host tells no time', () => {
    expect(judgeClock(answered({ dateAt: undefined })).verdict).toBe('not-checked');
  });
});

describe('the version', () => {
  it.each([
    ['3.18.3', 'attention', /supports 3\.20 and later/],
    ['3.19.4', 'attention', /supports 3\.20 and later/],
    ['3.20.0', 'ok', /3\.20\.0/],
    ['3.22.1', 'ok', /3\.22\.1/],
    ['4.0.0', 'ok', /4\.0\.0/],
    [undefined, 'not-checked', /does not tell/],
  ])('%s is %s', (version, verdict, says) => {
    const finding = judgeVersion(answered({ version }), 'enterprise-server', heardAt);

    expect(finding.verdict).toBe(verdict);
    expect(finding.proof).toMatch(says);
  });

  it('is said to be past its support from the day after', () => {
    const judge = (at: string) =>
      judgeVersion(answered({ version: '3.20.9' }), 'enterprise-server', new Date(at)).verdict;

    expect([judge('2027-03-17T12:00:00Z'), judge('2027-03-18T00:00:00Z')]).toEqual(['ok', 'attention']);
  });

  it('of github.com is GitHub’s own affair', () => {
    expect(judgeVersion(answered({ version: undefined }), 'github.com', heardAt).verdict).toBe('ok');
  });
});
