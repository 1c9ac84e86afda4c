import type { CurrentUser, PersonRow } from '@throughline/contract';

export interface NextStep {
  readonly kind: 'connect' | 'people' | 'link' | 'me';
  readonly path: string;
  readonly name: string;
  readonly says: string;
}

interface Known {
  readonly reader: CurrentUser;
  /** How many; undefined while it is not known, or not the reader's to know. */
  readonly connections: number | undefined;
  readonly people: readonly PersonRow[] | undefined;
}

/** What an administrator still has to do, in the order in which it pays; a reader tied to a person has nothing to do. */
export function toNextSteps({ reader, connections, people }: Known): readonly NextStep[] {
  if (reader.role !== 'administrator')
    return reader.person === undefined ? [] : [ownPage(reader.person.slug)];
  if (connections === 0) return [connect];
  if (people === undefined) return [];
  const unlinked = people.find(({ accounts }) => accounts.length === 0);
  return [
    ...(people.length === 0 ? [addPeople] : []),
    ...(unlinked === undefined ? [] : [toLink(unlinked)]),
    ...(reader.person === undefined ? [] : [ownPage(reader.person.slug)]),
  ];
}

const connect: NextStep = {
  kind: 'connect',
  path: '/welcome',
  name: 'Connect GitHub',
  says: 'Nothing is read yet. Connect an organisation, or look around with the demo.',
};

const addPeople: NextStep = {
  kind: 'people',
  path: '/people/new',
  name: 'Add the first person',
  says: 'Work is shown by person. Add one, then link their GitHub account.',
};

const toLink = ({ slug, name }: PersonRow): NextStep => ({
  kind: 'link',
  path: `/people/${slug}/accounts`,
  name: `Link ${name}’s GitHub account`,
  says: 'Their page fills at once with everything that was read.',
});

const ownPage = (slug: string): NextStep => ({
  kind: 'me',
  path: `/people/${slug}`,
  name: 'My page',
  says: 'What you shipped and reviewed.',
});
