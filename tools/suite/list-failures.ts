import * as z from 'zod';

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().optional(),
      status: z.string(),
      assertionResults: z.array(
        z.object({
          fullName: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
});

/** How much of what a failed test said is repeated, in lines. */
const shownLines = 6;

/**
 * Names each failed test of a Vitest JSON report with the head of what it said, so that the end of a long log tells
 * what to look at. `text` is undefined when Vitest wrote none.
 */
export function listFailures(text: string | undefined, root: string): string[] {
  if (text === undefined) return ['no report was written: the run was broken off'];
  return report.parse(JSON.parse(text)).testResults.flatMap(({ name, message, status, assertionResults }) => {
    const path = name.replace(`${root}/`, '');
    const failed = assertionResults.filter((test) => test.status === 'failed');
    if (status === 'failed' && failed.length === 0) return [`${path}\n${toHead(message ?? '')}`];
    return failed.map(
      ({ fullName, failureMessages }) =>
        `${path} > ${fullName}\n${toHead((failureMessages ?? []).join('\n'))}`,
    );
  });
}

function toHead(message: string): string {
  return message
    .split('\n')
    .slice(0, shownLines)
    .map((line) => `    ${line}`)
    .join('\n');
}
