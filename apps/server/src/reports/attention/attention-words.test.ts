import { describe, expect, it } from 'vitest';
import { type Part, toAttentionWords } from './attention-words.ts';
import { type AttentionKind, toAttention } from './judge-attention.ts';
import type { Turn, Waiting } from './judge-waiting.ts';
import { type Limits, usualLimits } from './limits.ts';

const now = new Date('2026-11-21T12:00:00Z');
const ago = (hours: number): Date => new Date(now.getTime() - hours * 3_600_000);
const payments = { slug: 'payments', name: 'Payments' };
const author: Turn = { kind: 'author' };
const limits: Limits = { ...usualLimits, 'first-review': { value: 24, setBy: payments } };
const tell = (waiting: Waiting, part: Part) =>
  toAttentionWords(toAttention(waiting, limits), { part, now }).sentence;

describe('toAttentionWords', () => {
  it('tells cause, limit and what one can do, by whose turn it is', () => {
    const waiting: Waiting = {
      kind: 'first-review',
      sinceAt: ago(26),
      turn: { kind: 'reviewers', names: ['Kim'] },
    };

    expect(tell(waiting, 'reviewer')).toBe(
      'Waiting because a review was asked of you 26 h ago. Payments agreed on 24 h; that was 2 h ago. You can review it on GitHub.',
    );
    expect(tell(waiting, 'author')).toBe(
      'Waiting because it has had no review since it was ready 26 h ago; it was asked of Kim. Payments agreed on 24 h; that was 2 h ago. Nothing for you to do.',
    );
  });

  it('says whose a limit is that no team set, and how much of it is left', () => {
    expect(tell({ kind: 'not-merged', sinceAt: ago(40), turn: author }, 'author')).toBe(
      'Waiting because it was approved 40 h ago and is not merged. Throughline’s own limit is 48 h; 8 h are left. You can merge it on GitHub.',
    );
  });

  it('tells anybody that they may take what nobody was asked for', () => {
    const sentence = tell({ kind: 'first-review', sinceAt: ago(2), turn: { kind: 'anybody' } }, 'other');

    expect(sentence).toContain('nobody was asked.');
    expect(sentence).toContain('You can review it on GitHub.');
  });

  it('does not call a wait what is none', () => {
    const oversized = { kind: 'oversized', sinceAt: ago(3), turn: author, limit: { value: 1000 } } as const;

    expect(toAttentionWords(oversized, { part: 'other', now, lines: 1340 }).sentence).toBe(
      '1,340 lines. Throughline’s own limit is 1,000 lines. Nothing for you to do.',
    );
  });

  it('names a team that wants no limit', () => {
    const words = toAttentionWords(
      { kind: 'open-too-long', sinceAt: ago(300), turn: author, limit: { value: null, setBy: payments } },
      { part: 'author', now },
    );

    expect(words.until).toBe('Payments set no limit');
    expect(words.cause).toBe('open for 12 d');
  });

  it.each([
    're-review',
    'another-review',
    'reply',
    'changes-requested',
    'answer',
    'not-merged',
    'unreviewed',
  ] satisfies AttentionKind[])('has three whole parts for %s, whoever reads it', (kind) => {
    for (const part of ['author', 'reviewer', 'other'] as const) {
      const { sentence } = toAttentionWords(
        { kind, sinceAt: ago(5), turn: author, limit: { value: 24 }, beyondAt: ago(-19) },
        { part, now },
      );

      expect(sentence.split('. ')).toHaveLength(3);
      expect(sentence).toMatch(/^[A-Z].*\.$/);
    }
  });
});
