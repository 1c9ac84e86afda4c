/** Why a text is not the private key of a GitHub App, and what to do. */
export const privateKeyProblems = {
  empty: 'Paste the private key: the whole .pem file that GitHub made for the app.',
  encrypted:
    'This key is encrypted with a password, which GitHub’s keys never are. Make a new private key in the app’s settings on GitHub and paste that file as it is.',
  'public-key':
    'This is a public key. Paste the private one: the .pem file that GitHub let you download when it was made.',
  certificate: 'This is a certificate, not a private key. Paste the .pem file that GitHub made for the app.',
  'other-kind':
    'This is a private key of another kind. GitHub’s begin with “-----BEGIN RSA PRIVATE KEY-----”. Paste the .pem file that GitHub made for the app.',
  'cut-off':
    'This key is cut off: something is missing of it. Copy the whole file, from “-----BEGIN” to the dashes after “END”.',
  'not-a-key':
    'This is not a private key. Paste the whole .pem file that GitHub made for the app, from “-----BEGIN” on.',
} as const;

export type PrivateKeyProblem = keyof typeof privateKeyProblems;
