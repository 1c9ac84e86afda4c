import { completeSetup, createPerson } from '@throughline/contract';
import { expect, it } from 'vitest';
import { findNeeds } from './form-needs.ts';

const good = { email: 'name@example.com', name: 'Engineer A', password: 'a long enough one' };

it('names nothing while all is well', () => {
  expect(findNeeds(completeSetup.body, good)).toEqual({});
});

it('says for each field what it needs, in the contract’s words', () => {
  const needs = findNeeds(completeSetup.body, { ...good, email: 'name', password: 'short' });

  expect(needs).toEqual({
    email: 'Enter an e-mail address, such as name@example.com.',
    password: 'Use at least 12 characters.',
  });
});

it('asks nothing of fields of which the schema does not speak', () => {
  const schema = createPerson.body?.pick({ name: true });

  expect(findNeeds(schema, { name: 'Engineer A', email: '' })).toEqual({});
});
