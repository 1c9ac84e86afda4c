interface RepositoryName {
  readonly host_name: string;
  readonly owner_login: string;
  readonly name: string;
}

/** Our page about a repository: `/gh/github.com/acme/api`. */
export const toRepositoryPath = ({ host_name, owner_login, name }: RepositoryName): string =>
  `/gh/${[host_name, owner_login, name].map(encodeURIComponent).join('/')}`;

/** Our page about a pull request: `/gh/github.com/acme/api/pull/12`. */
export const toPullRequestPath = (row: RepositoryName & { readonly number: number }): string =>
  `${toRepositoryPath(row)}/pull/${row.number}`;
