import { expect, test } from 'vitest';
import { toApart } from './to-apart.ts';

const owner = { login: 'ada', organisations: [{ login: 'acme' }] };
const repository = (fullName: string) => {
  const [login = '', name = ''] = fullName.split('/');
  return { owner: login, name, isPrivate: true };
};

test('the owner’s own and those of others are told apart; those of their organisations are neither', () => {
  const repositories = ['Ada/notes', 'acme/api', 'ACME/web', 'sam/tool', 'foreign/kit'].map(repository);

  expect(toApart({ repositories, isWhole: false }, owner)).toEqual({
    personal: ['Ada/notes'],
    outside: ['sam/tool', 'foreign/kit'],
    isWhole: false,
  });
});
