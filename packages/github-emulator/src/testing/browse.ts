/** A browser's manners: cookies are kept, forms are sent as they stand, redirects are shown and not followed. */
export type Page = {
  readonly status: number;
  readonly location: URL | undefined;
  readonly text: string;
};

export type Browser = {
  open(path: string): Promise<Page>;
  /** Presses a button: its form is sent with what it carries, and with what is filled in. */
  press(page: Page, label: string, filled?: Readonly<Record<string, string>>): Promise<Page>;
  post(path: string, form: Readonly<Record<string, string>>): Promise<Page>;
};

export function createBrowser(origin: string): Browser {
  const cookies = new Map<string, string>();
  let address = new URL(origin);

  async function go(target: string, form?: URLSearchParams): Promise<Page> {
    address = new URL(target, address);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, {
      headers: {
        accept: 'text/html',
        cookie,
        'user-agent': 'test',
        ...(form === undefined ? {} : { origin }),
      },
      redirect: 'manual',
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const next = location === null ? undefined : new URL(location, address);
    return { status: response.status, location: next, text: await response.text() };
  }

  /** Follows while it stays on this host. */
  async function follow(page: Page): Promise<Page> {
    if (page.location === undefined || page.location.origin !== origin) return page;
    return follow(await go(page.location.href));
  }

  return {
    open: async (path) => follow(await go(path)),
    post: async (path, form) => follow(await go(path, new URLSearchParams(form))),
    async press({ text }, label, filled = {}) {
      const form = [...text.matchAll(/<form([^>]*)>([\s\S]*?)<\/form>/g)].find(([, , inside]) =>
        inside?.includes(`>${label.replaceAll('&', '&amp;')}</button>`),
      );
      if (form === undefined) throw new Error(`No button "${label}" in:\n${text}`);
      const [, attributes = '', inside = ''] = form;
      const fields = new URLSearchParams(listFields(inside, label));
      for (const [name, value] of Object.entries(filled)) fields.set(name, value);
      const action = /action="([^"]*)"/.exec(attributes)?.[1] ?? '';
      return follow(await go(decode(action), fields));
    },
  };
}

function listFields(form: string, label: string): [string, string][] {
  const hidden = [...form.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)">/g)];
  const pressed = [...form.matchAll(/<button(?: name="([^"]*)" value="([^"]*)")?>([^<]*)<\/button>/g)].filter(
    ([, , , text]) => decode(text ?? '') === label,
  );
  return [...hidden, ...pressed].flatMap(([, name, value]) =>
    name === undefined ? [] : [[decode(name), decode(value ?? '')]],
  );
}

function decode(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
