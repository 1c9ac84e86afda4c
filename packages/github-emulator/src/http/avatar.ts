import type { Outgoing } from './message.ts';

/** A coloured square for any account id, so that pictures in a demo do not break. */
export function answerAvatar(path: string): Outgoing {
  const hue = (Number(path.replaceAll(/\D/g, '').slice(-6)) * 47) % 360;
  const body = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" fill="hsl(${hue} 45% 60%)"/><circle cx="20" cy="16" r="7" fill="#fff"/><path d="M6 40a14 14 0 0 1 28 0" fill="#fff"/></svg>`;
  return {
    status: 200,
    headers: { 'content-type': 'image/svg+xml', 'cache-control': 'max-age=86400' },
    body,
  };
}
