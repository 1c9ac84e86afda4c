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

const style = [
  'body{font:16px/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}',
  'fieldset{margin:1rem 0;min-width:0}li{margin:.4rem 0}label{display:block;padding:.3rem 0}',
  'button,select,input{font:inherit;max-width:100%;box-sizing:border-box}button{margin:.2rem 0;padding:.4rem .8rem;min-height:2.75rem}',
  'a,button,input,select{scroll-margin:2rem}:focus-visible{outline:3px solid #0969da;outline-offset:2px}',
].join('');

/** A page without scripts; nobody may put it into a frame. */
export function toPage(title: string, content: Markup, status = 200): Outgoing {
  const { markup } = html`<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${{ markup: style }}</style></head>
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

/** What a form that was not accepted says above itself; nothing where there is no problem. */
export function alert(problem: string | undefined): Markup | undefined {
  return problem === undefined ? undefined : html`<p role="alert">${problem}</p>`;
}

/** A choice of one, opened at the value that is chosen. */
export function select(
  { label, name, value }: { readonly label: string; readonly name: string; readonly value: string },
  options: readonly (readonly [value: string, text: string])[],
): Markup {
  const rows = options.map(([one, text]) =>
    one === value
      ? html`<option value="${one}" selected>${text}</option>`
      : html`<option value="${one}">${text}</option>`,
  );
  return html`<label>${label} <select name="${name}">${rows}</select></label>`;
}

/** Boxes of one name, of which any may be ticked. */
export function checkboxes(
  name: string,
  rows: readonly { readonly value: string; readonly label: string; readonly isChecked: boolean }[],
): readonly Markup[] {
  return rows.map(({ value, label, isChecked }) =>
    isChecked
      ? html`<label><input type="checkbox" name="${name}" value="${value}" checked> ${label}</label>`
      : html`<label><input type="checkbox" name="${name}" value="${value}"> ${label}</label>`,
  );
}
