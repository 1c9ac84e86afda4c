import { type Check, defineCheck } from '../../platform/checks/index.ts';
import type { ConnectionSubject } from './connection-subject.ts';
import { judgeAnswer, judgeCertificate, judgeClock, judgeName, judgeVersion } from './judge-host.ts';

type ConnectionCheck = Check<unknown, ConnectionSubject>;

/** The demo's host runs inside this program. */
const appliesTo = ({ host }: ConnectionSubject): boolean => host.kind !== 'demo';

/** Whether the host of a connection can be reached, is GitHub, and is new enough. */
export const hostChecks: readonly ConnectionCheck[] = [
  defineCheck({
    id: 'host-name',
    title: 'The host’s name',
    about: 'connection',
    appliesTo,
    asks: 'The name server: which address has the host?',
    says: 'The name does not exist, has no address, or leads where Throughline never goes.',
    repairs: 'Check the name and the name server; allow a private network by name.',
    run: async (_, { ask }) => judgeName(await ask.host()),
  }),
  defineCheck({
    id: 'host-certificate',
    title: 'The host’s certificate',
    about: 'connection',
    appliesTo,
    asks: 'The host: who says that you are who you say (TLS)?',
    says: 'The certificate has expired, is for another name, or comes from an unknown authority.',
    repairs: 'Renew it, or paste the authority’s certificate into the host’s settings.',
    needs: ['host-name'],
    run: async (_, { ask }) => judgeCertificate(await ask.host()),
  }),
  defineCheck({
    id: 'host-answers',
    title: 'The host',
    about: 'connection',
    appliesTo,
    asks: 'The host, without a credential: are you GitHub?',
    says: 'Nothing answers, or something that is not GitHub.',
    repairs: 'Check firewall, VPN and proxy, and the address.',
    needs: ['host-name', 'host-certificate'],
    run: async (_, { ask }) => judgeAnswer(await ask.host()),
  }),
  defineCheck({
    id: 'host-clock',
    title: 'The clock beside the host’s',
    about: 'connection',
    appliesTo,
    asks: 'The host: what time is it (its answer’s `Date`)?',
    says: 'The clocks differ by more than a minute; by more than five it is broken.',
    repairs: 'Set the machine’s clock by a time server.',
    needs: ['host-answers'],
    run: async (_, { ask }) => judgeClock(await ask.host()),
  }),
  defineCheck({
    id: 'host-version',
    title: 'The host’s version',
    about: 'connection',
    appliesTo,
    asks: 'The host: which version of GitHub Enterprise Server are you?',
    says: 'It is older than 3.20 (and what it therefore lacks), or GitHub supports it no more.',
    repairs: 'Update GitHub Enterprise Server.',
    needs: ['host-answers'],
    run: async (_, { ask, host, now }) => judgeVersion(await ask.host(), host.kind, now),
  }),
];
