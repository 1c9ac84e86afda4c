/** A kind of data about somebody. */
export interface StoredKindFacts {
  readonly id: string;
  readonly name: string;
  readonly what: string;
  /** "kept" and what the data dictionary says of the first of its tables. */
  readonly kept: string;
  /** Where it lies. */
  readonly tables: readonly string[];
  /** False where counting it would read a whole large table. */
  readonly isCounted: boolean;
}

const kind = (
  id: string,
  name: string,
  what: string,
  kept: string,
  tables: readonly string[],
  isCounted = true,
): StoredKindFacts => ({ id, name, what, kept, tables, isCounted });

/** Everything that is stored about somebody, in the order in which it is told. A test holds it to the data dictionary. */
export const storedKinds: readonly StoredKindFacts[] = [
  kind(
    'user',
    'How you sign in',
    'Your e-mail address, name and role; your password only as a hash, which no export holds.',
    'kept until erased; disabled users stay for the audit',
    ['app_user', 'invitation'],
  ),
  kind(
    'sessions',
    'Your sessions',
    'When you signed in and were last here.',
    'kept 30 days after it ended; at most 7 days alive',
    ['user_session'],
  ),
  kind(
    'keys',
    'Your API keys',
    'Their names and when they were used; never the keys themselves.',
    'kept 30 days after it ended or was revoked; at most 366 days alive',
    ['api_key'],
  ),
  kind(
    'grants',
    'Repositories granted to you',
    'Which repositories an administrator let you see.',
    'kept until withdrawn',
    ['repository_grant'],
  ),
  kind(
    'person',
    'Who you are here',
    'Your name, zone, when you joined or left, and whether you are left out of figures, with the reason.',
    'kept until erased; demo people go with the demo',
    ['person', 'person_act'],
  ),
  kind('emails', 'Your e-mail addresses', 'By which your accounts are found.', 'kept with its person', [
    'person_email',
    'account_email',
  ]),
  kind(
    'links',
    'Accounts linked to you',
    'Which GitHub accounts are taken for yours, when and why, also those that were unlinked.',
    'kept with its history, until the person is erased',
    ['account_link', 'account', 'rejected_suggestion'],
  ),
  kind('teams', 'Your teams', 'In which teams you are or were, and when.', 'kept with its team or person', [
    'team_member',
    'team_github_member',
  ]),
  kind(
    'pull-requests',
    'Pull requests you wrote',
    'Titles, branches, sizes and times; no code and no description.',
    'kept with its repository',
    ['pull_request', 'pull_request_fact'],
  ),
  kind(
    'assignments',
    'Pull requests given to you',
    'Where you are assigned or asked for a review.',
    'kept with its pull request',
    ['pull_request_assignee', 'pull_request_review_request'],
    false,
  ),
  kind(
    'reviews',
    'Reviews you gave',
    'What each answered and when, and how long its text is; not the text.',
    'kept with its pull request',
    ['pull_request_review', 'participant_fact'],
  ),
  kind(
    'comments',
    'Comments you wrote',
    'When, and how long each is; not the text.',
    'kept with its pull request',
    ['pull_request_comment', 'pull_request_review_thread'],
  ),
  kind(
    'commits',
    'Commits you authored',
    'Their ids, times, the address in them and how long their messages are; no code.',
    'kept with its repository',
    ['git_commit'],
  ),
  kind(
    'events',
    'What you did on pull requests',
    'Such as asking for a review, labelling, closing.',
    'kept with its pull request',
    ['pull_request_event'],
    false,
  ),
  kind(
    'looks',
    'Who looked at your page',
    'Each who looked, by the hour, and what they opened.',
    'kept with its person or user; 2 years',
    ['person_look'],
  ),
  kind(
    'own-looks',
    'Whose pages you opened',
    'They see it as you see who looked at yours.',
    'kept with its person or user; 2 years',
    ['person_look'],
  ),
  kind('corrections', 'What you asked to be put right', 'With what became of it.', 'kept with its person', [
    'correction',
  ]),
  kind(
    'audit',
    'Audit entries about you',
    'What was changed by you, or of your user and person.',
    'kept 2 years',
    ['audit_entry'],
  ),
  kind(
    'views',
    'Views you saved',
    'Their names and addresses.',
    'kept until 30 days after it was deleted; with its owner or team',
    ['saved_view'],
  ),
  kind(
    'snoozes',
    'What you put off',
    'Which pull requests come back to you later.',
    'kept until it is due or withdrawn, cleared when its user puts off something else; with its user',
    ['snooze'],
  ),
];

/** Tables that name somebody and are told of nobody, with the reason. */
export const notTold: Readonly<Record<string, string>> = {
  credential: 'It says by whose token an organisation is read, to administrators, who enter it.',
  connection: 'Who made it stands in the audit.',
  quota_bucket: 'It counts requests of the token an administrator entered.',
  quota_spend: 'It counts requests of the token an administrator entered.',
  former_repository_name: 'It names the owner of a repository, which is an organisation.',
  people_change: 'A note that figures are to be made anew; it says nothing that the links do not.',
  people_import: 'Who imports it is its only reader, and its maker stands in the audit.',
  people_import_part: 'It is gone when the file is read.',
  people_import_row: 'It is gone within a day; what became of it are people.',
  team: 'Who made it stands in the audit.',
  verified_domain: 'Who added it stands in the audit.',
  quarantined_record: 'What could not be read is encrypted, and nobody knows who it is about.',
  sync_log: 'Who paused or asked stands in the audit too.',
  staged_entry: 'It waits to be written into pull requests.',
  fact_stale: 'A note that figures are to be made anew.',
  pull_request_exclusion: 'Who excluded it stands in the audit.',
  exclusion_rule: 'Who made it stands in the audit.',
  working_agreement: 'Who set it stands in the audit.',
};
