import { type Check, defineCheck } from '../../platform/checks/index.ts';
import type { ConnectionSubject } from './connection-subject.ts';
import { judgeActing } from './judge-acting.ts';

/** Whether what Throughline is to be allowed to do at GitHub was granted. */
export const actingChecks: readonly Check<unknown, ConnectionSubject>[] = [
  defineCheck({
    id: 'acting-granted',
    title: 'What Throughline may do',
    about: 'connection',
    appliesTo: ({ acting }: ConnectionSubject) => acting !== undefined,
    asks: 'GitHub, in the name of the app that is to act: is it installed, and was granted what was asked for?',
    says: 'Its key is refused, it is not installed or suspended, or permissions wait; which, and for whom.',
    repairs: 'An owner installs it, ends the suspension or accepts what waits.',
    needs: ['host-answers'],
    run: async (_, subject) => judgeActing(await subject.ask.acting(), subject),
  }),
];
