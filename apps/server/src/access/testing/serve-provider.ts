import { startProvider } from './start-provider.ts';

// The provider of the tests as a program of its own, for stories in a browser: it prints where it is, and runs until ended.
const provider = await startProvider();
provider.users.set('grace', {
  sub: 'subject-of-grace',
  claims: { name: 'Grace Example', email: 'grace@example.com', email_verified: true, groups: ['leads'] },
});
provider.users.set('mallory', {
  sub: 'subject-of-mallory',
  claims: { name: 'Mallory', email: 'ines@acme.example', email_verified: false, groups: ['owners'] },
});
process.stdout.write(`issuer ${provider.issuer}\nclient ${provider.clientId} ${provider.clientSecret}\n`);
