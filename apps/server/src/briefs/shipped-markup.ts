import type { WorkRow } from '@throughline/contract';

/** How a text is written down. Whatever others named is made harmless in it. */
export interface Markup {
  heading(text: string): string;
  subheading(name: string, count: number): string;
  row(row: WorkRow): string;
  line(text: string): string;
  note(text: string): string;
}

const toName = ({ repository, number }: WorkRow): string => `${repository.fullName}#${number}`;

export const textMarkup: Markup = {
  heading: toOneLine,
  subheading: (name, count) => `${toOneLine(name)} (${count.toLocaleString('en')})`,
  row: (row) => {
    const line = `- ${toOneLine(row.title)} (${toName(row)}, ${row.at.slice(0, 10)})`;
    return row.url === undefined ? line : `${line}\n  ${row.url}`;
  },
  line: (text) => `- ${toOneLine(text)}`,
  note: (text) => text,
};

export const markdownMarkup: Markup = {
  heading: (text) => `# ${escapeMarkdown(text)}`,
  subheading: (name, count) => `## ${escapeMarkdown(name)} (${count.toLocaleString('en')})`,
  row: (row) => {
    const name = escapeMarkdown(toName(row));
    const link = row.url === undefined ? name : `[${name}](${encodeURI(row.url)})`;
    return `- ${escapeMarkdown(row.title)} (${link}, ${row.at.slice(0, 10)})`;
  },
  line: (text) => `- ${escapeMarkdown(text)}`,
  note: (text) => `_${escapeMarkdown(text)}_`,
};

function toOneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** A text of others as it stands: no link, no markup, no tag, no reference or mention of anybody comes of it. */
function escapeMarkdown(text: string): string {
  return toOneLine(text)
    .replace(/[\\`*_{}[\]<>#|~&]/g, (character) => `\\${character}`)
    .replace(/@/g, '@\u200b')
    .replace(/^([+-]|\d+[.)])/, '\\$1');
}
