import { createHash } from 'node:crypto';
import type { Refusal } from './refusal.ts';

const style =
  ':root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;max-width:40rem;margin:15vh auto;padding:0 1.5rem}' +
  'h1{font-size:1.5rem}code{font-size:.85rem;opacity:.7}';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

const escapeHtml = (text: string): string => text.replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign);

/** Nothing is loaded and nothing runs; the style is allowed by its hash. */
export const refusalPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; frame-ancestors 'none'; base-uri 'none'`;

/** The page that stands in for all others while the program cannot start. It loads itself again every few seconds. */
export const toRefusalPage = ({ code, message }: Refusal, againInSeconds: number): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${againInSeconds}">
<title>Throughline cannot start</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>Throughline cannot start</h1>
<p>${escapeHtml(message)}</p>
<p>It tries again every ${againInSeconds} seconds; this page goes on by itself once it has started.</p>
<p><code>${escapeHtml(code)}</code></p>
</main>
</body>
</html>
`;
