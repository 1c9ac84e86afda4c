import { expect, it } from 'vitest';
import { toLooking } from './person-looking.ts';

it('tells the person who may look and how many did', () => {
  expect(toLooking({ isMe: true, setting: 'managers', lookers: 1 })).toBe(
    'This page is yours first. Leads of your teams, managers and administrators may open it. 1 person did in the last 30 days.',
  );
  expect(toLooking({ isMe: true, setting: 'own', lookers: 0 })).toBe(
    'This page is yours first. Nobody else may open it. Nobody did in the last 30 days.',
  );
  expect(toLooking({ isMe: true, setting: 'everyone', lookers: 3 })).toContain('3 people did');
});

it('tells others that they are seen, and nothing of who else looked', () => {
  expect(toLooking({ isMe: false, setting: 'everyone', lookers: 12 })).toBe('They can see that you looked.');
});
