import { type Check, defineCheck } from '../../platform/checks/index.ts';
import type { ConnectionSubject } from './connection-subject.ts';
import { judgeAppKey, judgeAsked, judgeInstallation, judgeSelection } from './judge-app.ts';

type ConnectionCheck = Check<unknown, ConnectionSubject>;

const appliesTo = ({ credential }: ConnectionSubject): boolean => credential?.kind === 'app-installation';

/** Whether the GitHub App of a connection can sign in, is installed, and was granted what it asks for. */
export const appChecks: readonly ConnectionCheck[] = [
  defineCheck({
    id: 'app-key',
    title: 'The app’s private key',
    about: 'connection',
    appliesTo,
    asks: 'GitHub, in the app’s name: does the private key open, and is it the app’s?',
    says: 'It does not open, was deleted at GitHub, or belongs to another app.',
    repairs: 'Make a new private key on GitHub and enter it.',
    needs: ['host-answers'],
    run: async (_, subject) => judgeAppKey(await subject.ask.app(), subject),
  }),
  defineCheck({
    id: 'app-installation',
    title: 'The app’s installation',
    about: 'connection',
    appliesTo,
    asks: 'GitHub, in the app’s name: is it installed on the organisation?',
    says: 'It was uninstalled, or suspended and when.',
    repairs: 'An owner installs it again, or ends the suspension.',
    needs: ['app-key'],
    run: async (_, subject) => judgeInstallation(await subject.ask.app(), subject),
  }),
  defineCheck({
    id: 'app-permissions',
    title: 'Permissions that wait',
    about: 'connection',
    appliesTo,
    asks: 'GitHub, in the app’s name: was everything accepted that the app asks for?',
    says: 'What waits for an owner.',
    repairs: 'An owner accepts it on GitHub.',
    needs: ['app-installation'],
    run: async (_, subject) => judgeAsked(await subject.ask.app(), subject),
  }),
  defineCheck({
    id: 'app-selection',
    title: 'The app’s repositories',
    about: 'connection',
    appliesTo,
    asks: 'GitHub, in the app’s name: does the installation cover all repositories, or chosen ones?',
    says: 'It covers chosen ones only; which is no fault.',
    repairs: 'An owner chooses others on GitHub.',
    needs: ['app-installation'],
    run: async (_, subject) => judgeSelection(await subject.ask.app(), subject),
  }),
];
