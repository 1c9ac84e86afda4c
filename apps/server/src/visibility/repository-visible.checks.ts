import { broken, type Check, defineCheck, ok } from '../platform/checks/index.ts';

/** A repository as somebody names it. */
interface NamedRepository {
  readonly fullName: string;
  /** Undefined where it is not among what the reader may see. */
  readonly repositoryId: number | undefined;
  readonly isAdministrator: boolean;
}

/**
 * Whether a reader may see a repository. Of one they may not see, and of one that does not exist, the words are the same:
 * they come from what the reader asked, and from nothing else.
 */
export const visibilityChecks: readonly Check<unknown, NamedRepository>[] = [
  defineCheck({
    id: 'repository-visible',
    title: 'What you may see',
    about: 'repository',
    asks: 'Ourselves: is it among the repositories that you may see?',
    says: 'It does not exist, is not read here, or is not for you to see; which of them is not told.',
    repairs: 'Ask an administrator, or connect your GitHub account.',
    run: (_, { fullName, repositoryId, isAdministrator }) => {
      if (repositoryId !== undefined) return ok(`${fullName} is among the repositories that you may see.`);
      if (isAdministrator)
        return ok('You are an administrator: nothing that is read here is hidden from you.');
      return broken({
        proof: `There is no ${fullName} that you can see here. It may not exist, not be read here, or not be for you to see.`,
        consequence: 'Nothing of it is shown to you, and no figure of yours counts it.',
        repair: {
          text: 'Ask an administrator to let you see it, or connect your GitHub account, so that it is known who you are there.',
          link: { address: '/settings/me', text: 'Open your settings' },
        },
      });
    },
  }),
];
