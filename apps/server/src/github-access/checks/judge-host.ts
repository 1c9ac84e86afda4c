import { judgeServerVersion as judgeRelease, oldestServerLine } from '@throughline/github';
import { attention, broken, type Finding, notChecked, ok } from '../../platform/checks/index.ts';
import type { HostHeard } from './examination.ts';

/** What stops a request at which of its three steps. */
const nameCodes: ReadonlySet<string> = new Set(['ENOTFOUND', 'EAI_AGAIN', 'ENODATA', 'address-refused']);
const certificateCode =
  /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_|ERR_SSL_|INVALID_CA$|UNSPECIFIED$|EPROTO$)/;

type Step = 'name' | 'certificate' | 'answer';

function findStep(codes: readonly string[]): Step {
  if (codes.some((code) => nameCodes.has(code))) return 'name';
  return codes.some((code) => certificateCode.test(code)) ? 'certificate' : 'answer';
}

const nothingRead = 'Nothing is read from this host until it is mended; what was read stays.';

/** Whether the host's name leads to an address that may be spoken to. */
export function judgeName(heard: HostHeard): Finding {
  const { hostname } = new URL(heard.address);
  if (heard.kind === 'answered' || findStep(heard.codes) !== 'name') {
    return ok(`Asked for the address of ${hostname}: there is one that may be spoken to.`);
  }
  return broken({
    proof: `Asked for the address of ${hostname}: ${heard.text}`,
    consequence: nothingRead,
    repair: { text: 'Check the host’s name, and that this machine’s name server knows it.' },
  });
}

/** Whether the host proves by a certificate that it is who it says. */
export function judgeCertificate(heard: HostHeard): Finding {
  const { protocol, host } = new URL(heard.address);
  if (protocol === 'http:') return ok(`${host} is on this machine and is spoken to without TLS.`);
  if (heard.kind === 'answered') return ok(`${host} showed a certificate that we trust.`);
  if (findStep(heard.codes) !== 'certificate') return notChecked(`${host} did not answer`);
  return broken({
    proof: `Asked ${host} for its certificate: ${heard.text}`,
    consequence: nothingRead,
    repair: {
      text: 'Renew the certificate on that host; if your company signs its own, connect again and paste the certificate of its authority.',
    },
  });
}

/** Whether what answers is GitHub. */
export function judgeAnswer(heard: HostHeard): Finding {
  if (heard.kind === 'failed') {
    return broken({
      proof: `Asked ${heard.address}: ${heard.text}`,
      consequence: nothingRead,
      repair: {
        text: 'Check that the host is up and that this machine may reach it (firewall, VPN, proxy).',
      },
    });
  }
  const { address, status, isGitHub } = heard;
  if (isGitHub && status < 500) return ok(`Asked ${address}: GitHub answered (${status}).`);
  if (isGitHub) {
    return attention({
      proof: `Asked ${address}: GitHub failed (${status}).`,
      consequence: 'Reading waits and tries again by itself.',
      repair: { text: 'Look at GitHub’s status page; check again in a minute.' },
    });
  }
  return broken({
    proof: `Asked ${address}: something answered (${status}), but not as GitHub does.`,
    consequence: nothingRead,
    repair: { text: 'Check the host’s address, and whether a proxy or a sign-in page stands before it.' },
  });
}

const mostSeconds = 60;
/** A certificate or a sign-in goes by minutes; an app's key is refused from here on. */
const brokenSeconds = 300;

/** Whether this machine's clock goes as the host's does; `Date` has whole seconds. */
export function judgeClock(heard: HostHeard): Finding {
  if (heard.kind !== 'answered') return notChecked('the host did not answer');
  if (heard.dateAt === undefined) return notChecked('the host does not tell its time');
  const seconds = Math.round((heard.heardAt.getTime() - heard.dateAt.getTime()) / 1000);
  const proof = `This machine’s clock is ${toAhead(seconds)} the host’s.`;
  if (Math.abs(seconds) <= mostSeconds) return ok(proof);
  const trouble = {
    proof,
    consequence: 'Waits end too early or too late, and GitHub refuses the keys of apps from some minutes on.',
    repair: { text: 'Set this machine’s clock by a time server (NTP); if it is right, the host’s is not.' },
  };
  return Math.abs(seconds) > brokenSeconds ? broken(trouble) : attention(trouble);
}

function toAhead(seconds: number): string {
  if (Math.abs(seconds) < 2) return 'in step with';
  const far = Math.abs(seconds);
  const words = far < 120 ? `${far} seconds` : `${Math.round(far / 60)} minutes`;
  return `${words} ${seconds > 0 ? 'ahead of' : 'behind'}`;
}

/** Whether an Enterprise Server is of a version that GitHub and we support. */
export function judgeVersion(heard: HostHeard, hostKind: string, now: Date): Finding {
  if (heard.kind !== 'answered') return notChecked('the host did not answer');
  if (hostKind !== 'enterprise-server') return ok('GitHub keeps this host up to date.');
  return heard.version === undefined
    ? notChecked('the host does not tell its version')
    : judgeServerVersion(heard.version, now);
}

function judgeServerVersion(version: string, now: Date): Finding {
  const verdict = judgeRelease(version, now);
  switch (verdict.kind) {
    case 'too-old':
      return toTooOld(version, []);
    case 'last-days':
      return toTooOld(version, verdict.lacks);
    case 'ended':
      return attention({
        proof: `The host says it is GitHub Enterprise Server ${version}; GitHub supported it until ${verdict.supportedUntilOn}.`,
        consequence: 'Everything is read. GitHub mends nothing in it any more.',
        repair: { text: 'Ask whoever runs it to update it.' },
      });
    case 'supported':
      return ok(`The host says it is GitHub Enterprise Server ${version}.`);
  }
}

const toTooOld = (version: string, lacks: readonly string[]): Finding =>
  attention({
    proof: `The host says it is GitHub Enterprise Server ${version}; Throughline supports ${oldestServerLine} and later.`,
    consequence:
      lacks.length === 0
        ? 'Some of what is read may be missing.'
        : `It does not have ${new Intl.ListFormat('en').format(lacks)}; these stay unknown.`,
    repair: { text: `Ask whoever runs it to update it to ${oldestServerLine} or later.` },
  });
