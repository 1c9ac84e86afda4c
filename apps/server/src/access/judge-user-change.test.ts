import { describe, expect, test } from 'vitest';
import { judgeUserChange } from './judge-user-change.ts';

const administrator = { role: 'administrator', isDisabled: false } as const;
const member = { role: 'member', isDisabled: false } as const;

describe('the last administrator', () => {
  test.each([
    { role: 'manager' },
    { role: 'member' },
    { isDisabled: true },
    { role: 'member', isDisabled: true },
  ] as const)('stays one when asked for %j', (asked) =>
    expect(() => judgeUserChange({ userId: 1, current: administrator, asked, administrators: [1] })).toThrow(
      /last administrator/,
    ),
  );

  test('may be told to be what they are', () =>
    expect(
      judgeUserChange({
        userId: 1,
        current: administrator,
        asked: { role: 'administrator' },
        administrators: [1],
      }),
    ).toEqual({}));

  test('does not stand in the way of others', () =>
    expect(
      judgeUserChange({ userId: 2, current: member, asked: { isDisabled: true }, administrators: [1] }),
    ).toEqual({ isDisabled: true }));
});

describe('a change', () => {
  test('names only what becomes different', () => {
    const administrators = [1, 2];
    const change = (asked: Parameters<typeof judgeUserChange>[0]['asked']) =>
      judgeUserChange({ userId: 2, current: administrator, asked, administrators });

    expect(change({})).toEqual({});
    expect(change({ isDisabled: false })).toEqual({});
    expect(change({ role: 'member', isDisabled: false })).toEqual({ role: 'member' });
    expect(change({ role: 'member', isDisabled: true })).toEqual({ role: 'member', isDisabled: true });
  });

  test('enables a disabled administrator though another one is the last', () =>
    expect(
      judgeUserChange({
        userId: 2,
        current: { role: 'administrator', isDisabled: true },
        asked: { isDisabled: false },
        administrators: [1],
      }),
    ).toEqual({ isDisabled: false }));
});
