/** The pages are written in English; numbers and dates follow the same language. */
export const locale = 'en-GB';
