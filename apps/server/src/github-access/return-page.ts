/** The page of ours for whoever comes back from GitHub, or is not let on to it. */
export const returnPage = '/github/return';

/** Where GitHub leads back to, whatever for. `origin`: where this browser reached us. */
export const toReturnAddress = (origin: string): string => `${origin}${returnPage}`;
