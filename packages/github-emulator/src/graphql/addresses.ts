import type { Urls } from '../http/urls.ts';
import { htmlUrl } from '../rest/present/account.ts';
import type { AccountRecord, RepositorySource } from '../world/model.ts';
import type { GraphqlContext } from './context.ts';

/** `url` of a repository's page, or of one below it. */
export function repositoryUrl(urls: Urls, { record }: RepositorySource, path = ''): string {
  return `${urls.web}/${record.owner.login}/${record.name}${path}`;
}

/** The `url` and `resourcePath` fields of a type whose page `toUrl` knows. */
export function toAddressFields<Node>(toUrl: (node: Node, urls: Urls) => string) {
  return {
    url: (node: Node, _args: never, { emulator }: GraphqlContext) => toUrl(node, emulator.urls),
    resourcePath: (node: Node, _args: never, { emulator }: GraphqlContext) =>
      toUrl(node, emulator.urls).slice(emulator.urls.web.length),
  };
}

export function accountUrl(urls: Urls, account: AccountRecord): string {
  return htmlUrl(urls, account);
}
