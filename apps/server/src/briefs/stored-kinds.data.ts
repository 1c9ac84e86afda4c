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

/** Everything that is stored about somebody, in the order in which it is told. A test holds it to the data dictionary. */
export const storedKinds: readonly StoredKindFacts[] = [
  {
    id: 'user',
    name: 'How you sign in',
    what: 'Your e-mail address, name and role; your password only as a hash, which no export holds.',
    kept: 'kept until erased; disabled users stay for the audit',
    tables: ['app_user', 'invitation'],
    isCounted: true,
  },
  {
    id: 'sessions',
    name: 'Your sessions',
    what: 'When you signed in and were last here.',
    kept: 'kept 30 days after it ended; at most 7 days alive',
    tables: ['user_session'],
    isCounted: true,
  },
  {
    id: 'keys',
    name: 'Your API keys',
    what: 'Their names and when they were used; never the keys themselves.',
    kept: 'kept 30 days after it ended or was revoked; at most 366 days alive',
    tables: ['api_key'],
    isCounted: true,
  },
  {
    id: 'grants',
    name: 'Repositories granted to you',
    what: 'Which repositories an administrator let you see.',
    kept: 'kept until withdrawn',
    tables: ['repository_grant'],
    isCounted: true,
  },
  {
    id: 'person',
    name: 'Who you are here',
    what: 'Your name, zone, when you joined or left, and whether you are left out of figures, with the reason.',
    kept: 'kept until erased; demo people go with the demo',
    tables: ['person', 'person_act'],
    isCounted: true,
  },
  {
    id: 'emails',
    name: 'Your e-mail addresses',
    what: 'By which your accounts are found.',
    kept: 'kept with its person',
    tables: ['person_email', 'account_email', 'account_verified_email'],
    isCounted: true,
  },
  {
    id: 'links',
    name: 'Accounts linked to you',
    what: 'Which GitHub accounts are taken for yours, when and why, also those that were unlinked.',
    kept: 'kept with its history, until the person is erased',
    tables: ['account_link', 'account', 'rejected_suggestion'],
    isCounted: true,
  },
  {
    id: 'awaited-logins',
    name: 'Logins that wait for you',
    what: 'Logins at GitHub that a file of people says are yours, and under which nobody was seen yet.',
    kept: 'kept until an account is seen under it, or it is removed; with its person or host',
    tables: ['awaited_login'],
    isCounted: true,
  },
  {
    id: 'teams',
    name: 'Your teams',
    what: 'In which teams you are or were, and when.',
    kept: 'kept with its team or person',
    tables: ['team_member', 'team_github_member'],
    isCounted: true,
  },
  {
    id: 'pull-requests',
    name: 'Pull requests you wrote',
    what: 'Titles, branches, sizes and times; no code and no description.',
    kept: 'kept with its repository',
    tables: ['pull_request', 'pull_request_fact'],
    isCounted: true,
  },
  {
    id: 'assignments',
    name: 'Pull requests given to you',
    what: 'Where you are assigned or asked for a review.',
    kept: 'kept with its pull request',
    tables: ['pull_request_assignee', 'pull_request_review_request'],
    isCounted: false,
  },
  {
    id: 'reviews',
    name: 'Reviews you gave',
    what: 'What each answered and when, and how long its text is; not the text.',
    kept: 'kept with its pull request',
    tables: ['pull_request_review', 'participant_fact'],
    isCounted: true,
  },
  {
    id: 'comments',
    name: 'Comments you wrote',
    what: 'When, and how long each is; not the text.',
    kept: 'kept with its pull request',
    tables: ['pull_request_comment', 'pull_request_review_thread'],
    isCounted: true,
  },
  {
    id: 'commits',
    name: 'Commits you authored',
    what: 'Their ids, times, the address in them and how long their messages are; no code.',
    kept: 'kept with its repository',
    tables: ['git_commit'],
    isCounted: true,
  },
  {
    id: 'events',
    name: 'What you did on pull requests',
    what: 'Such as asking for a review, labelling, closing.',
    kept: 'kept with its pull request',
    tables: ['pull_request_event'],
    isCounted: false,
  },
  {
    id: 'looks',
    name: 'Who looked at your page',
    what: 'Each who looked, by the hour, and what they opened.',
    kept: 'kept with its person or user; 2 years',
    tables: ['person_look'],
    isCounted: true,
  },
  {
    id: 'own-looks',
    name: 'Whose pages you opened',
    what: 'They see it as you see who looked at yours.',
    kept: 'kept with its person or user; 2 years',
    tables: ['person_look'],
    isCounted: true,
  },
  {
    id: 'corrections',
    name: 'What you asked to be put right',
    what: 'With what became of it.',
    kept: 'kept with its person',
    tables: ['correction'],
    isCounted: true,
  },
  {
    id: 'audit',
    name: 'Audit entries about you',
    what: 'What was changed by you, or of your user and person.',
    kept: 'kept 2 years',
    tables: ['audit_entry'],
    isCounted: true,
  },
  {
    id: 'views',
    name: 'Views you saved',
    what: 'Their names and addresses.',
    kept: 'kept until 30 days after it was deleted; with its owner or team',
    tables: ['saved_view'],
    isCounted: true,
  },
  {
    id: 'snoozes',
    name: 'What you put off',
    what: 'Which pull requests come back to you later.',
    kept: 'kept until it is due or withdrawn, cleared when its user puts off something else; with its user',
    tables: ['snooze'],
    isCounted: true,
  },
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
