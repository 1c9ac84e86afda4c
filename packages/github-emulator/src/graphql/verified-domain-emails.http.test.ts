import { expect, test } from 'vitest';
import { craftRepository } from '../sources/crafted/craft-repository.ts';
import { startTestEmulator } from '../testing/start-test-emulator.ts';

const text = `{
  organization(login: "acme") {
    membersWithRole(first: 5) { nodes { login emails: organizationVerifiedDomainEmails(login: "ACME") } }
  }
  user(login: "eve") { emails: organizationVerifiedDomainEmails(login: "acme") }
}`;

const start = (verifiedDomains?: readonly string[]) =>
  startTestEmulator({
    sources: [
      craftRepository({
        fullName: 'acme/api',
        admins: ['ada'],
        members: ['ada', 'bob'],
        accounts: [
          { login: 'ada', verifiedEmails: ['ada@Example.com', 'ada@home.example'] },
          { login: 'bob', verifiedEmails: ['bob@home.example'] },
          { login: 'eve', verifiedEmails: ['eve@example.com'] },
        ],
      }),
    ],
    tokens: [{ kind: 'classic', login: 'ada', scopes: ['read:org', 'user:email'] }],
    policies:
      verifiedDomains === undefined ? [] : [{ organisation: 'acme', verifiedDomains: [...verifiedDomains] }],
  });

test('an owner is told members’ addresses at the domains their organisation has verified, and nobody else’s', async () => {
  const emulator = await start(['example.com']);

  const { body } = await emulator.query(text);

  expect(body).toEqual({
    data: {
      organization: {
        membersWithRole: {
          nodes: [
            { login: 'ada', emails: ['ada@Example.com'] },
            { login: 'bob', emails: [] },
          ],
        },
      },
      user: { emails: [] },
    },
  });
});

test('without verified domains there are none', async () => {
  const emulator = await start();

  const { body } = await emulator.query(text);

  expect(body.errors).toBeUndefined();
  expect(
    body.data.organization.membersWithRole.nodes.flatMap((node: { emails: string[] }) => node.emails),
  ).toEqual([]);
});

test.each([
  ['a mere member', { kind: 'classic', login: 'bob', scopes: ['read:org', 'user:email'] }, 'FORBIDDEN'],
  ['an outsider', { kind: 'classic', login: 'eve', scopes: ['read:org', 'user:email'] }, 'FORBIDDEN'],
  [
    'a token that may not read addresses',
    { kind: 'classic', login: 'ada', scopes: ['read:org'] },
    'INSUFFICIENT_SCOPES',
  ],
  [
    'a token that may not read members',
    { kind: 'classic', login: 'ada', scopes: ['user:email'] },
    'INSUFFICIENT_SCOPES',
  ],
  [
    'a fine-grained token without members',
    { kind: 'fine-grained', login: 'ada', resourceOwner: 'acme', permissions: { metadata: 'read' } },
    'FORBIDDEN',
  ],
] as const)('%s is refused, and the person with it', async (_name, token, type) => {
  const emulator = await start(['example.com']);
  const { value } = emulator.control.addToken(token);

  const { body } = await emulator.query(
    '{ user(login: "bob") { emails: organizationVerifiedDomainEmails(login: "acme") } }',
    { token: value },
  );

  expect(body.data).toEqual({ user: null });
  expect(body.errors).toMatchObject([{ type, path: ['user', 'emails'] }]);
});
