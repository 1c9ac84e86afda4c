/** Sent with every request, so that a new default of GitHub's changes nothing unseen. */
export const apiVersion = '2022-11-28';
