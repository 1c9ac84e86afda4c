import type { CraftedRepository } from '@throughline/github-emulator';
import { hostileTexts } from './markup.data.ts';

const dayMs = 86_400_000;

/** An organisation in which every text that a person may choose is hostile. */
export const craftHostile = (nowMs: number): readonly CraftedRepository[] => {
  const names = hostileTexts.slice(0, 12);
  const accounts = names.map((name, index) => ({ login: `mallory-${index}`, name }));
  const logins = accounts.map(({ login }) => login);
  return [
    {
      fullName: 'hostile/texts',
      accounts,
      admins: ['mallory-0'],
      members: logins,
      pulls: hostileTexts.map((title, index) => ({
        title,
        body: title,
        headRefName: title,
        author: logins[index % logins.length] ?? 'mallory-0',
        labels: [title.slice(0, 50)],
        createdAt: toInstant(nowMs - 3 * dayMs - index * 1000),
        mergedAt: toInstant(nowMs - 2 * dayMs - index * 1000),
        commits: [{ message: title, name: title }],
        comments: [{ body: title }],
        reviews: [
          {
            author: logins[(index + 1) % logins.length] ?? 'mallory-1',
            body: title,
            submittedAt: toInstant(nowMs - 2.5 * dayMs),
          },
        ],
      })),
    },
  ];
};

const toInstant = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}Z`;
