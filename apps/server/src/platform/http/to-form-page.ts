import { createHash } from 'node:crypto';
import type { FormPage } from './route-handler.ts';

const script = 'document.forms[0].requestSubmit();';
const style =
  ':root{color-scheme:light dark}' +
  'body{font:1rem/1.5 system-ui,sans-serif;margin:0 auto;max-width:32rem;padding:2rem 1rem}' +
  'h1{font-size:1.25rem}button{font:inherit;min-height:2.75rem;padding:0 1rem}';

const toHash = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

/** Its own script and style by their hashes, a form to one origin, and nothing else. */
export const toFormPolicy = (action: string): string =>
  [
    "default-src 'none'",
    `script-src ${toHash(script)}`,
    `style-src ${toHash(style)}`,
    `form-action ${new URL(action).origin}`,
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join('; ');

/** The page whole. Whatever it is given is text, and stays text. */
export const toFormPage = ({ action, fields, title, sentence, button }: FormPage): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escape(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escape(title)}</h1>
<p>${escape(sentence)}</p>
<form method="post" action="${escape(action)}">
${Object.entries(fields)
  .map(([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`)
  .join('\n')}
<button>${escape(button)}</button>
</form>
</main>
<script>${script}</script>
</body>
</html>
`;

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? sign);
