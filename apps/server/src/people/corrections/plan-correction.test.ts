import { expect, it } from 'vitest';
import { planCorrection } from './plan-correction.ts';

it.each([
  [{ kind: 'account', accountLinkId: 1 }, '@kim on github.com', 'self'],
  [{ kind: 'zone', zone: 'Europe/Paris' }, 'Europe/Paris', 'self'],
  [{ kind: 'name', name: 'Kim Lee' }, 'Kim Lee', 'administrators'],
  [{ kind: 'email', email: 'k@acme.example' }, 'k@acme.example', 'administrators'],
  [{ kind: 'pull-request', address: 'acme/api#1' }, 'acme/api#1', 'administrators'],
] as const)('says of %j what it is about and who decides', (asked, subject, decides) => {
  expect(planCorrection(asked, '@kim on github.com')).toMatchObject({ kind: asked.kind, subject, decides });
});
