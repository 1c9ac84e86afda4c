/** What an answer of GitHub, or its absence, means when it is not fine. */
export type GitHubFailureKind =
  /** 401: the token is wrong, expired or revoked. Stop at the first one. */
  | 'not-signed-in'
  /** What came back from a sign-in opens nothing: used, too old, or the app's own id, secret or address is wrong. */
  | 'sign-in-refused'
  /** The token is fine but lacks a scope or a permission (`neededPermissions`, where GitHub names them). */
  | 'scope-missing'
  /** The organisation wants this token authorised for its single sign-on (`ssoUrl`, valid for an hour). */
  | 'sso-required'
  /** The organisation's rules forbid this token: not approved, kind forbidden, life too long, address not allowed. */
  | 'organisation-approval'
  /** The hour's quota is used. Reaches callers as a `QuotaWait`, never as a failure; so does the next. */
  | 'primary-limit'
  /** GitHub asks for a pause. */
  | 'secondary-limit'
  /** 404 and its GraphQL twin: gone, or hidden from this token. GitHub does not tell which. */
  | 'gone'
  /** GitHub itself failed: 5xx. */
  | 'server'
  /** GitHub gave up after its ten seconds: 502, 504. Ask for less. */
  | 'timeout'
  /** The query asked for too much: node limit, execution resources. Ask for less. */
  | 'resource-limit'
  /** Whatever answers there is no GitHub: HTML, or JSON without any of GitHub's marks. */
  | 'not-github'
  /** GitHub's answer is not what its documentation promises: cut off, wrong types. */
  | 'unreadable'
  | 'redirect-refused'
  /** No answer at all; `cause` holds what the `fetch` in use threw. */
  | 'unreachable'
  /** The host's schema has not what the question needs (`lacks`): an older Enterprise Server. Nothing but an update helps. */
  | 'schema-lacks-field'
  /** GitHub refused the request itself (422, 400, invalid query): a defect of ours, not of the connection. */
  | 'request-refused';

export interface GitHubFailureDetails {
  readonly status?: number | undefined;
  readonly ssoUrl?: string | undefined;
  /** GitHub's own sentence, shown under "Details" only. */
  readonly githubMessage?: string | undefined;
  /** `repo`, `read:org` or `contents=read`: what GitHub says the request wanted. */
  readonly neededPermissions?: readonly string[] | undefined;
  /** `PullRequest.fullDatabaseId`: what the host does not have. */
  readonly lacks?: string | undefined;
  /** GitHub’s clock when it refused, where the question was asked as an app. */
  readonly observedAt?: Date | undefined;
  readonly cause?: unknown;
}

/** A request to GitHub that brought nothing usable. `message` says what happened and what to do; it never holds a secret. */
export class GitHubFailure extends Error {
  override readonly name = 'GitHubFailure';
  readonly kind: GitHubFailureKind;
  readonly status: number | undefined;
  readonly ssoUrl: string | undefined;
  readonly githubMessage: string | undefined;
  readonly neededPermissions: readonly string[];
  readonly lacks: string | undefined;
  readonly observedAt: Date | undefined;

  constructor(kind: GitHubFailureKind, message: string, details: GitHubFailureDetails = {}) {
    super(message, { cause: details.cause });
    this.kind = kind;
    this.status = details.status;
    this.ssoUrl = details.ssoUrl;
    this.githubMessage = details.githubMessage;
    this.neededPermissions = details.neededPermissions ?? [];
    this.lacks = details.lacks;
    this.observedAt = details.observedAt;
  }
}
