import { Agent, fetch, type Response } from 'undici';

/** A person's browser at the emulated GitHub: it keeps cookies, follows that host's redirects, and presses buttons. */
export interface GitHubBrowser {
  /**
   * Goes where an app leads, is signed in as that account already, authorises the app where that is asked, and answers
   * the query that GitHub leads back with.
   */
  authorise(url: string): Promise<URLSearchParams>;
  open(url: string): Promise<GitHubPage>;
  /** Sends the one form of a page, with what it carries and what is filled in, and answers where that leads. */
  press(page: GitHubPage, filled?: Readonly<Record<string, string>>): Promise<GitHubPage>;
}

/** Where somebody is, and what stands there; nothing where they left GitHub. */
export interface GitHubPage {
  readonly at: URL;
  readonly text: string;
}

/** `authority`: a certificate authority that this browser trusts besides the usual ones, PEM. */
export async function visitGitHub(origin: string, login: string, authority?: string): Promise<GitHubBrowser> {
  const trust = authority === undefined ? {} : { dispatcher: new Agent({ connect: { ca: authority } }) };
  const cookies = new Map<string, string>();
  const send = async (address: URL, form?: URLSearchParams): Promise<Response> => {
    const response = await fetch(address, {
      ...trust,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        'user-agent': 'test',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form === undefined ? {} : { origin }),
      },
      ...(form === undefined ? {} : { method: 'POST', body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split('=');
      cookies.set(name, value);
    }
    return response;
  };
  const follow = async (response: Response, from: URL): Promise<GitHubPage> => {
    const location = response.headers.get('location');
    if (location === null) return { at: from, text: await response.text() };
    const at = new URL(location, from);
    return at.origin === origin ? follow(await send(at), at) : { at, text: '' };
  };
  const session = new URL('/session', origin);
  await send(session, new URLSearchParams({ login }));
  return {
    open: async (url) => follow(await send(new URL(url)), new URL(url)),
    press: async ({ at, text }, filled = {}) => {
      const action = new URL(unescape(/<form[^>]*action="([^"]*)"/.exec(text)?.[1] ?? ''), at);
      const form = toHidden(text);
      for (const [name, value] of Object.entries(filled)) form.set(name, value);
      return follow(await send(action, form), action);
    },
    authorise: async (url) => {
      const asked = new URL(url);
      // Whoever chooses an account in this browser chooses the one it is signed in with.
      asked.searchParams.delete('prompt');
      const page = await follow(await send(asked), asked);
      if (page.at.origin !== origin) return page.at.searchParams;
      const consent = new URL('/login/oauth/authorize', origin);
      const back = await follow(await send(consent, toConsent(page.text)), consent);
      if (back.at.origin === origin) throw new Error(`GitHub did not lead back: ${back.text}`);
      return back.at.searchParams;
    },
  };
}

/** The consent page's form with its button pressed. */
function toConsent(text: string): URLSearchParams {
  const form = toHidden(text);
  form.set('authorize', '1');
  return form;
}

function toHidden(text: string): URLSearchParams {
  const form = new URLSearchParams();
  for (const [, name = '', value = ''] of text.matchAll(
    /<input type="hidden" name="([^"]*)" value="([^"]*)">/g,
  ))
    form.set(unescape(name), unescape(value));
  return form;
}

const unescape = (text: string): string =>
  text.replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&lt;', '<').replaceAll('&amp;', '&');
