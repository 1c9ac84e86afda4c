/** Titles that have broken somebody's program before; `{area}` is a word of the product. */
export const oddTitles = [
  '🚀✨ {area} 👩‍👩‍👧‍👦🏳️‍🌈 e\u0301 👍🏽',
  'إصلاح الخلل في {area} عند إعادة التحميل',
  'תיקון {area} \u202Egpj.elif\u202C',
  '<script>alert(document.domain)</script> {area}',
  '<img src=x onerror=alert(1)>&lt;b&gt;{area}</b> &amp; "quotes" \'single\' `ticks`',
  '\u001b[31mRed {area}\u001b[0m \u001b]8;;https://example.invalid\u0007link\u001b]8;;\u0007',
  '\u001b[2J\u001b[H{area} \u0007\u0008',
  '=HYPERLINK("https://example.invalid","{area}")',
  '  \t{area}\u00a0\u200b  ',
] as const;

/** Repeated until the title has that many characters. */
export const longTitle = {
  words: 'A change to {area} that nobody could describe in fewer words, ',
  characters: 65_000,
} as const;
