import { describe, expect, test } from 'vitest';
import { refuseWeakPassword } from './judge-password.ts';

const about = { email: 'grace.hopper@example.com', name: 'Grace Hopper' };

describe('a password is refused when it is', () => {
  test.each([
    'Password2026!!',
    'P@ssw0rd20261',
    '12345password',
    '!!Welcome12345',
    'administrator',
    'Administrator1',
    'qwertyuiop12',
    'throughline1!',
    'correcthorsebatterystaple',
    'letmein123456',
  ])('common: %s', (password) =>
    expect(() => refuseWeakPassword(password, about)).toThrow(/first to be tried/),
  );

  test.each([
    '123456789012',
    'abcdefghijkl',
    '987654321098',
    'abcabcabcabcabc',
    'xyz1xyz1xyz1xyz1',
    '1234567890abc',
  ])('a pattern: %s', (password) => expect(() => refuseWeakPassword(password, about)).toThrow());

  test.each(['aaaaaaaaaaaa', 'abababababab', '111122221111'])('of too few characters: %s', (password) =>
    expect(() => refuseWeakPassword(password, about)).toThrow(/too few/),
  );

  test.each(['grace.hopper', 'GraceHopper2026', 'Grace Hopper', 'grace.hopper@example.com'])(
    'their own: %s',
    (password) => expect(() => refuseWeakPassword(password, about)).toThrow(/your own/),
  );
});

describe('a password is taken when it is', () => {
  test.each([
    'correct horse battery',
    'vKq8-2Lm!xPw0Rz',
    'we rowed to the second island',
    'password of the old lighthouse',
    'Пароль для маяка',
    'ordonnance 1977 verte',
  ])('hard to guess: %s', (password) => expect(() => refuseWeakPassword(password, about)).not.toThrow());
});
