import type { Outgoing } from '../http/message.ts';

/** HTML that is safe to put into a page. */
export type Markup = { readonly markup: string };

type Piece = Markup | string | number | undefined | readonly Markup[];

/** A piece of a page; what is filled in is escaped unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Markup {
  const markup = parts.map((part, index) => `${part}${toText(pieces[index])}`).join('');
  return { markup };
}

function toText(piece: Piece): string {
  if (piece === undefined) return '';
  if (typeof piece === 'string' || typeof piece === 'number') return escape(String(piece));
  return 'markup' in piece ? piece.markup : piece.map((one) => one.markup).join('\n');
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const style =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}fieldset{margin:1rem 0}li{margin:.4rem 0}button{font:inherit;margin:.2rem}label{display:block}';

/** A page without scripts; nobody may put it into a frame. */
export function toPage(title: string, content: Markup, status = 200): Outgoing {
  const { markup } = html`<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><style>${{ markup: style }}</style></head>
<body><main><h1>${title}</h1>
${content}
</main></body>
</html>
`;
  const headers = {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'referrer-policy': 'origin-when-cross-origin',
    'x-frame-options': 'deny',
  };
  return { status, headers, body: markup };
}

export function toRedirect(location: string, headers: Readonly<Record<string, string>> = {}): Outgoing {
  return { status: 302, headers: { location, 'cache-control': 'no-store', ...headers }, body: '' };
}

export function toMissingPage(): Outgoing {
  return toPage('Page not found', html`<p>This is not the web page you are looking for.</p>`, 404);
}

/** Fields a form carries along unseen. */
export function hiddenFields(fields: Iterable<readonly [string, string]>): readonly Markup[] {
  return [...fields].map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`);
}
