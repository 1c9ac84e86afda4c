import { appendFileSync } from 'node:fs';
import { createDatabase } from '../platform/sql/index.ts';
import { teamWeekRoutes } from './team-week.routes.ts';
const url = process.env['PERF_URL']!;
const database = createDatabase(url, { max: 1 });
const seen = new Map<string, { n: number; ms: number }>();
const logged = { ...database, query: async (text: string, values?: readonly unknown[]) => {
  const exp = /^\s*(select|with)/i.test(text);
  if (exp) {
    const rows = await database.query<any>(`explain (analyze, format json, timing off) ${text}`, values);
    const plan = rows[0]['QUERY PLAN'][0];
    const key = text.replace(/\s+/g, ' ').slice(0, 150);
    const one = seen.get(key) ?? { n: 0, ms: 0 };
    seen.set(key, { n: one.n + 1, ms: one.ms + plan['Planning Time'] + plan['Execution Time'] });
    if (process.env['SHOW'] && key.includes(process.env['SHOW'])) console.log(JSON.stringify(rows[0]['QUERY PLAN'][0], null, 1).slice(0, 20000));
  }
  return database.query(text, values);
} };
const users = await database.query<any>(`select user_id, email, name, role from app_user limit 1`);
const reader = { userId: users[0].user_id, email: '', name: '', role: 'administrator' };
const [route] = teamWeekRoutes({ database: logged as never, clock: { now: () => new Date() } });
const r = route as any;
const handle = r.run;
const slugs = ['team-100', 'team-1', 'team-37'];
for (const slug of slugs) {
  seen.clear();
  const start = performance.now();
  await handle({ params: { slug, week: 'last-week' }, reader, query: undefined, body: undefined, request: {} });
  console.log(slug, Math.round(performance.now() - start), [...seen.values()].reduce((s, o) => s + o.n, 0), Math.round([...seen.values()].reduce((s, o) => s + o.ms, 0)));
  for (const [k, v] of [...seen].sort((a, b) => b[1].ms - a[1].ms).slice(0, 12)) console.log(' ', v.n, v.ms.toFixed(1), k);
}
await database.close();
