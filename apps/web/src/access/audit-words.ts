import { auditKinds, auditWords } from './audit-words.data.ts';

/** A change in words: "connected an organisation". One that nobody has worded stays readable: "webhook: was replayed". */
export const toActionWords = (action: string): string => {
  const known = auditWords[action];
  if (known !== undefined) return known;
  const [thing = '', happened] = action.replaceAll('-', ' ').split('.');
  return happened === undefined ? thing : `${thing}: ${happened}`;
};

/** Every change of a kind, or one change, as a choice is called. */
export const toActionName = (action: string): string => auditKinds[action] ?? toActionWords(action);

/** What a change happened to: "connection 7", "workspace". */
export const toSubjectWords = (subject: string): string => subject.replace(':', ' ').replaceAll('-', ' ');

/** The details of a change in one line: "role: member, repositories: 12". */
export const toDetailWords = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .map(([name, value]) => `${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');
