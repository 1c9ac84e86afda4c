/** How an error is worded over both APIs; REST uses status and headers, GraphQL type and extensions. */
export type GitHubErrorDetail = {
  readonly headers?: Readonly<Record<string, string>>;
  readonly graphqlType?: string;
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** Path under docs.github.com. */
  readonly documentation?: string;
  /** GitHub's `errors` array of a 422. */
  readonly errors?: readonly unknown[];
};

/** A refusal in GitHub's words. */
export class GitHubError extends Error {
  override readonly name = 'GitHubError';
  readonly status: number;
  readonly detail: GitHubErrorDetail;

  constructor(status: number, message: string, detail: GitHubErrorDetail = {}) {
    super(message);
    this.status = status;
    this.detail = detail;
  }
}

/** What is not there, or not for this viewer. */
export function notFound(): GitHubError {
  return new GitHubError(404, 'Not Found', { graphqlType: 'NOT_FOUND' });
}

/** The body every REST error has. */
export function toErrorBody(error: GitHubError, documentation = 'rest'): Record<string, unknown> {
  const { errors } = error.detail;
  return {
    message: error.message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: `https://docs.github.com/${error.detail.documentation ?? documentation}`,
    status: String(error.status),
  };
}
