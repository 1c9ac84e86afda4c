/** What follows a page. */
export type Step =
  /** The next page, now. */
  | { readonly kind: 'again' }
  /** The next page, then: a wait, or another try. */
  | { readonly kind: 'later'; readonly at: Date }
  /** Nothing until the next pass is due. */
  | { readonly kind: 'done' }
  /** Nothing until somebody resumes or repairs the connection. */
  | { readonly kind: 'parked' };
