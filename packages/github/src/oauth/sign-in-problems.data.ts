/** What each error of GitHub's sign-in means ("Troubleshooting OAuth app access token request errors"), and what to do. */
export const signInProblems: Readonly<Record<string, string>> = {
  incorrect_client_credentials:
    'GitHub does not accept the app’s client id and secret: one was copied in part, or the secret was replaced. Enter them again.',
  redirect_uri_mismatch:
    'GitHub knows this app with another callback address. Enter the one shown here in the app’s settings on GitHub, then begin again.',
  bad_verification_code: 'The answer from GitHub was used before or is older than ten minutes. Begin again.',
  bad_refresh_token:
    'The authorisation can no longer be renewed: it was revoked, or not used for half a year. Connect again.',
  unverified_user_email:
    'This GitHub account has no verified e-mail address yet. Verify it on GitHub, then begin again.',
  access_denied: 'Access was not given on GitHub, so nothing was changed. Begin again when you want to.',
  application_suspended:
    'GitHub has suspended this app. Its owner finds the reason in the app’s settings on GitHub.',
};
