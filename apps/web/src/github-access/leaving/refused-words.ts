import { type ErrorCode, errorStatus, type Failure } from '@throughline/contract';

const begin = '/settings/github/new';

/** What stopped somebody on their way to GitHub, where more is known than that it did; and where they begin anew. */
const words: Partial<Readonly<Record<ErrorCode, Pick<Failure, 'message' | 'link'>>>> = {
  'authorisation-invalid': {
    message:
      'This way to GitHub is closed: it was begun more than an hour ago or in another browser, or was used before. Nothing more was made on GitHub. Begin again on the page you came from.',
    link: begin,
  },
  'not-signed-in': {
    message:
      'Your session has ended. Nothing was made on GitHub. Sign in, then begin again on the page you came from.',
    link: `/signin?to=${begin}`,
  },
  'not-found': {
    message:
      'There is nothing here that you can see. Apps are made by administrators, under Connect GitHub. Nothing was made on GitHub.',
  },
  'too-many-requests': {
    message:
      'That was asked for too often. Nothing was made on GitHub. Wait a minute, then begin again on the page you came from.',
    link: begin,
  },
};

/**
 * The words for a code that stands in our own address. Anybody can write an address, so that it brings a code and no
 * sentence, and one that is not ours reads like any other.
 */
export const toRefused = (code: string): Failure => {
  const known = isErrorCode(code) ? code : 'internal';
  return { code: known, ...(words[known] ?? other) };
};

const other: Pick<Failure, 'message' | 'link'> = {
  message:
    'Throughline could not lead you on to GitHub. Nothing was made there. Begin again on the page you came from.',
  link: begin,
};

const isErrorCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);
