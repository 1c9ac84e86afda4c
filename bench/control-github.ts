import * as z from 'zod';

const clock = z.object({ now: z.string() });

/** What an emulated GitHub's clock shows. */
export async function fetchGithubClock(origin: string): Promise<number> {
  return Date.parse(clock.parse(await (await fetch(`${origin}/_emulator/clock`)).json()).now);
}

/** Puts an emulated GitHub's clock forward to an instant, which it must not have passed. */
export async function setGithubClock(origin: string, atMs: number): Promise<void> {
  const advanceSeconds = (atMs - (await fetchGithubClock(origin))) / 1_000;
  await control(origin, 'clock', { advanceSeconds, worldStands: true });
}

/** Tells an emulated GitHub what to do, and hands on what it answers. */
export async function control(origin: string, what: string, body: object): Promise<unknown> {
  const answer = await fetch(`${origin}/_emulator/${what}`, { method: 'POST', body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`The emulator refused ${what}: ${await answer.text()}`);
  return answer.json();
}
