import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signs } from './signs.ts';
import { suggestPeople } from './suggest-people.ts';
import { toRejectedPairs } from './to-rejected-pairs.ts';

const none: Signs = {
  accounts: [],
  persons: [],
  holders: [],
  claims: [],
  noreplies: [],
  likenesses: [],
  rejections: [],
  domains: [],
};

const account = (accountId: number, login = `login-${accountId}`, hostId = 1) => ({
  accountId,
  hostId,
  githubId: 100 + accountId,
  login,
  name: undefined,
});
const holder = (email: string, accountId: number, hostId = 1, isVerified = false) => ({
  email,
  accountId,
  hostId,
  isVerified,
});
const claim = (email: string, personId: number) => ({ email, personId, throughLogin: undefined });
const kim = { personId: 1, name: 'Kim Example' };

describe('whose an account may be', () => {
  it('is certain by an address that GitHub joined to it and one person has', () => {
    const suggested = suggestPeople({
      ...none,
      accounts: [account(7)],
      persons: [kim],
      holders: [holder('kim@acme.com', 7)],
      claims: [claim('kim@acme.com', 1)],
    });

    expect(suggested).toMatchObject([
      { key: '1:7', personId: 1, accountIds: [7], isCertain: true, evidence: [{ kind: 'email' }] },
    ]);
  });

  it('is not certain where two accounts of one host, or two people, have the address', () => {
    const shared = {
      ...none,
      accounts: [account(7), account(8)],
      persons: [kim],
      holders: [holder('kim@acme.com', 7), holder('kim@acme.com', 8)],
      claims: [claim('kim@acme.com', 1)],
    };
    const claimed = {
      ...shared,
      accounts: [account(7)],
      persons: [kim, { personId: 2, name: 'Kim Other' }],
      holders: [holder('kim@acme.com', 7)],
      claims: [claim('kim@acme.com', 1), claim('kim@acme.com', 2)],
    };

    for (const signs of [shared, claimed]) {
      const suggested = suggestPeople(signs);
      expect(suggested).toHaveLength(2);
      expect(suggested.some(({ isCertain }) => isCertain)).toBe(false);
    }
  });

  it('joins accounts of two hosts by one address into one person, named as one of them is', () => {
    const suggested = suggestPeople({
      ...none,
      accounts: [account(7), { ...account(9, 'kim', 2), name: 'Kim Example' }],
      holders: [holder('kim@acme.com', 7), holder('kim@acme.com', 9, 2)],
    });

    expect(suggested).toMatchObject([
      { key: 'new:7,9', personId: undefined, name: 'Kim Example', accountIds: [7, 9], isCertain: true },
    ]);
  });

  it('makes a person of an account with an address at a domain of our own', () => {
    const suggested = suggestPeople({
      ...none,
      accounts: [account(7), account(8)],
      holders: [holder('kim@acme.com', 7), holder('someone@elsewhere.org', 8)],
      domains: ['acme.com'],
    });

    expect(suggested).toMatchObject([{ accountIds: [7], isCertain: true, emails: ['kim@acme.com'] }]);
  });

  it('makes a person of an account whose address GitHub says is verified, whatever our own domains are', () => {
    const suggested = suggestPeople({
      ...none,
      accounts: [account(7)],
      holders: [holder('kim@acme.com', 7, 1, true)],
    });

    expect(suggested).toMatchObject([
      {
        isCertain: true,
        emails: ['kim@acme.com'],
        evidence: [
          { kind: 'verified-email', text: 'Verified e-mail of acme.com, from GitHub: kim@acme.com.' },
        ],
      },
    ]);
  });

  it('tells a verified address before one of our own domain, and is as certain by it', () => {
    const suggested = suggestPeople({
      ...none,
      accounts: [account(7)],
      persons: [kim],
      holders: [holder('a@acme.com', 7), holder('kim@acme.com', 7, 1, true)],
      claims: [claim('a@acme.com', 1), claim('kim@acme.com', 1)],
      domains: ['acme.com'],
    });

    expect(suggested).toMatchObject([
      { isCertain: true, evidence: [{ kind: 'verified-email' }, { kind: 'verified-domain' }] },
    ]);
  });

  it('follows GitHub’s own address by id for certain, and by login to be looked at', () => {
    const by = (form: 'id' | 'login') =>
      suggestPeople({
        ...none,
        accounts: [account(7)],
        persons: [kim],
        noreplies: [{ email: 'kim@users.noreply.github.com', personId: 1, accountId: 7, form }],
      });

    expect(by('id')).toMatchObject([{ isCertain: true }]);
    expect(by('login')).toMatchObject([{ isCertain: false }]);
  });

  it('is never certain by a name, and a name never joins two accounts', () => {
    const suggested = suggestPeople({
      ...none,
      accounts: [
        { ...account(7), name: 'Kim Example' },
        { ...account(9, 'kim', 2), name: 'Kim Example' },
      ],
      persons: [kim],
      likenesses: [{ kind: 'name', personId: 1, accountId: 7 }],
    });

    expect(suggested).toMatchObject([{ accountIds: [7], isCertain: false, evidence: [{ kind: 'name' }] }]);
  });

  it('ignores addresses to which nobody answers, and takes a group’s for no proof', () => {
    expect(
      suggestPeople({
        ...none,
        accounts: [account(7), account(9, 'b', 2)],
        persons: [kim],
        holders: [holder('admin@kim.org', 7), holder('team@acme.com', 7), holder('team@acme.com', 9, 2)],
        claims: [claim('admin@kim.org', 1)],
      }),
    ).toMatchObject([{ personId: 1, accountIds: [7], isCertain: false }]);
    expect(
      suggestPeople({
        ...none,
        accounts: [account(7), account(9, 'b', 2)],
        holders: [holder('noreply@github.com', 7), holder('noreply@github.com', 9, 2)],
      }),
    ).toEqual([]);
  });
});

describe('a rejected suggestion', () => {
  it('stays rejected, also through another account of the same person', () => {
    const signs: Signs = {
      ...none,
      accounts: [account(7), account(9, 'kim', 2)],
      persons: [kim],
      holders: [holder('kim@acme.com', 7), holder('kim@acme.com', 9, 2), holder('k@home.org', 7)],
      claims: [claim('k@home.org', 1)],
      rejections: [{ accountId: 9, personId: 1 }],
    };

    expect(suggestPeople(signs)).toMatchObject([{ personId: 1, accountIds: [7], isCertain: false }]);
  });

  it('keeps two accounts apart, and an account from becoming a person', () => {
    const signs: Signs = {
      ...none,
      accounts: [account(7), account(9, 'kim', 2)],
      holders: [holder('kim@acme.com', 7), holder('kim@acme.com', 9, 2)],
      domains: ['acme.com'],
    };
    const rejections = suggestPeople(signs).flatMap(toRejectedPairs);
    const apart = suggestPeople({ ...signs, rejections: rejections.map(toRejection) });
    const all = [...rejections, ...apart.flatMap(toRejectedPairs)].map(toRejection);

    expect(apart.map(({ accountIds }) => accountIds)).toEqual([[9], [7]]);
    expect(suggestPeople({ ...signs, rejections: all })).toEqual([]);
  });
});

const toRejection = (pair: ReturnType<typeof toRejectedPairs>[number]) =>
  pair.personId === undefined
    ? { accountId: pair.accountId, otherAccountId: pair.otherAccountId ?? 0 }
    : { accountId: pair.accountId, personId: pair.personId };

describe('for any signs', () => {
  const id = fc.integer({ min: 1, max: 8 });
  const address = fc.constantFrom('a@acme.com', 'b@acme.com', 'c@home.org', 'd@home.org', 'dave@x.org');
  const signs: fc.Arbitrary<Signs> = fc.record({
    accounts: fc
      .uniqueArray(id, { minLength: 1 })
      .map((ids) =>
        ids.map((each) => ({ ...account(each, `dave-${each}`, 1 + (each % 3)), name: 'Dave Jones' })),
      ),
    persons: fc.constant([1, 2, 3].map((personId) => ({ personId, name: 'Dave Jones' }))),
    holders: fc
      .uniqueArray(fc.tuple(address, id), { selector: String, maxLength: 12 })
      .map((pairs) => pairs.map(([email, accountId]) => holder(email, accountId, 1 + (accountId % 3)))),
    claims: fc
      .uniqueArray(fc.tuple(address, fc.integer({ min: 1, max: 3 })), { selector: String, maxLength: 6 })
      .map((pairs) => pairs.map(([email, personId]) => claim(email, personId))),
    noreplies: fc.array(
      fc.record({
        email: fc.constant('dave@users.noreply.github.com'),
        personId: fc.integer({ min: 1, max: 3 }),
        accountId: id,
        form: fc.constantFrom('id' as const, 'login' as const),
      }),
      { maxLength: 3 },
    ),
    likenesses: fc.array(
      fc.record({
        kind: fc.constantFrom('name' as const, 'login' as const),
        personId: fc.integer({ min: 1, max: 3 }),
        accountId: id,
      }),
      { maxLength: 4 },
    ),
    rejections: fc.array(
      fc.oneof(
        fc.record({ accountId: id, personId: fc.integer({ min: 1, max: 3 }) }),
        fc.record({ accountId: id, otherAccountId: id }),
      ),
      { maxLength: 4 },
    ),
    domains: fc.constantFrom([], ['acme.com']),
  });
  const shuffle = <Item>(items: readonly Item[], seed: number): readonly Item[] =>
    items
      .map((item, place) => ({ item, weight: Math.sin(seed * 9973 + place * 7919) }))
      .toSorted((one, other) => one.weight - other.weight)
      .map(({ item }) => item);

  it('the same signs in any order give the same people', () => {
    fc.assert(
      fc.property(signs, fc.integer(), (given, seed) => {
        const shuffled: Signs = {
          accounts: shuffle(given.accounts, seed),
          persons: shuffle(given.persons, seed + 1),
          holders: shuffle(given.holders, seed + 2),
          claims: shuffle(given.claims, seed + 3),
          noreplies: shuffle(given.noreplies, seed + 4),
          likenesses: shuffle(given.likenesses, seed + 5),
          rejections: shuffle(given.rejections, seed + 6),
          domains: given.domains,
        };

        expect(suggestPeople(shuffled)).toEqual(suggestPeople(given));
      }),
      { numRuns: 500 },
    );
  });

  it('an account is certain for one person at most, and nothing certain rests on a name or a login', () => {
    fc.assert(
      fc.property(signs, (given) => {
        const certain = suggestPeople(given).filter(({ isCertain }) => isCertain);
        const accountIds = certain.flatMap((one) => one.accountIds);

        expect(new Set(accountIds).size).toBe(accountIds.length);
        for (const { evidence } of certain) {
          expect(evidence.some(({ kind }) => ['verified-domain', 'email', 'noreply'].includes(kind))).toBe(
            true,
          );
        }
      }),
      { numRuns: 500 },
    );
  });

  it('what was rejected is not suggested', () => {
    fc.assert(
      fc.property(signs, (given) => {
        for (const { personId, accountIds } of suggestPeople(given)) {
          for (const rejection of given.rejections) {
            if ('personId' in rejection) {
              expect(personId === rejection.personId && accountIds.includes(rejection.accountId)).toBe(false);
            } else if (rejection.accountId !== rejection.otherAccountId) {
              const both = [rejection.accountId, rejection.otherAccountId].every((one) =>
                accountIds.includes(one),
              );
              expect(both && personId === undefined).toBe(false);
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});
