import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { toFormPage, toFormPolicy } from './to-form-page.ts';

const action = 'https://github.example.com/settings/apps/new?state=a&b';
const page = toFormPage({
  action,
  fields: { manifest: `{"name":"</script><script>alert('1')</script>"}` },
  title: 'Going to <GitHub>',
  sentence: 'It asks “you”.',
  button: 'Go on',
});

it('carries what it is given as text', () => {
  expect(page).toContain('action="https://github.example.com/settings/apps/new?state=a&amp;b"');
  expect(page).toContain(
    'value="{&quot;name&quot;:&quot;&lt;/script&gt;&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot;}"',
  );
  expect(page).toContain('<h1>Going to &lt;GitHub&gt;</h1>');
  expect(page.match(/<script/g)).toHaveLength(1);
});

it('may run its own script and post to that one host', () => {
  const [, script = ''] = /<script>(.*)<\/script>/.exec(page) ?? [];
  const hash = createHash('sha256').update(script).digest('base64');

  const policy = toFormPolicy(action).split('; ');

  expect(policy).toContain(`script-src 'sha256-${hash}'`);
  expect(policy).toContain('form-action https://github.example.com');
  expect(policy).toContain("default-src 'none'");
});
