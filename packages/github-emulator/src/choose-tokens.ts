import type { TokenSpec } from './tokens/token-spec.ts';
import type { WorldSource } from './world/model.ts';

/** The tokens asked for as `LOGIN` or `LOGIN=VALUE`, or two for the first owner of each organisation. */
export function chooseTokens(
  asked: readonly string[],
  sources: readonly WorldSource[],
): readonly TokenSpec[] {
  if (asked.length > 0) return asked.map(parseToken);
  return sources
    .flatMap((source) => source.organisations)
    .flatMap((organisation): readonly TokenSpec[] => {
      const owner = organisation.members.find((member) => member.role === 'ADMIN') ?? organisation.members[0];
      if (owner === undefined) return [];
      const { login } = owner.account;
      return [
        { kind: 'classic', login },
        { kind: 'fine-grained', login, resourceOwner: organisation.account.login },
      ];
    });
}

function parseToken(text: string): TokenSpec {
  const [login = '', value] = text.split('=', 2);
  return { kind: 'classic', login, ...(value === undefined ? {} : { value }) };
}
