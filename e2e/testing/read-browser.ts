import type { Page } from 'playwright-core';

/**
 * Everything that a browser keeps of a page, as text by where it lies: its stores, its addresses with their state, its
 * cookies that scripts can read, what it loaded, and the page itself with what stands in its fields.
 */
export const readBrowser = (page: Page): Promise<Readonly<Record<string, string>>> =>
  page.evaluate(async () => {
    const toPromise = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB')));
      });
    const stores: unknown[] = [];
    for (const { name = '' } of await indexedDB.databases()) {
      const database = await toPromise(indexedDB.open(name));
      for (const store of database.objectStoreNames) {
        const held = database.transaction(store).objectStore(store);
        stores.push(name, store, await toPromise(held.getAllKeys()), await toPromise(held.getAll()));
      }
      database.close();
    }
    const cached: unknown[] = [];
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys())
        cached.push(request.url, await (await cache.match(request))?.text());
    }
    const entries = Object(Reflect.get(window, 'navigation')).entries() as {
      url: string;
      getState: () => unknown;
    }[];
    const fields = [...document.querySelectorAll('input, textarea')].map((field) =>
      String(Reflect.get(field, 'value')),
    );
    return {
      localStorage: JSON.stringify(Object.entries(localStorage)),
      sessionStorage: JSON.stringify(Object.entries(sessionStorage)),
      indexedDB: JSON.stringify(stores),
      caches: JSON.stringify(cached),
      history: JSON.stringify([history.state, entries.map((entry) => [entry.url, entry.getState()])]),
      cookies: document.cookie,
      requests: JSON.stringify(performance.getEntries().map((entry) => entry.name)),
      'window name': window.name,
      page: document.documentElement.outerHTML,
      fields: JSON.stringify(fields),
    };
  });
