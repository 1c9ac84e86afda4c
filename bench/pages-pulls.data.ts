type ToAddress = (place: number) => string;

const person = (place: number): string => `engineer-${1 + (place % 100)}`;
const team = (place: number): string => `team-${1 + (place % 20)}`;
const repository = (place: number): string => `service-${1 + (place % 50)}`;

/** What pages ask first, each about another thing every time. */
export const pageAddresses: readonly ToAddress[] = [
  () => '/api/home',
  () => '/api/pulls',
  () => '/api/pulls/counts',
  (place) => `/api/pulls/counts?state=merged&period=last-${20 + place}-days`,
  (place) => `/api/pulls?author=${person(place)}`,
  (place) => `/api/pulls?team=${team(place)}&state=merged&period=last-30-days`,
  (place) => `/api/pulls?repo=acme/${repository(place)}&state=open&state=draft`,
  (place) => `/api/gh/github.acme.example/acme/${repository(place)}/pull/${place}`,
  (place) => `/api/gh/github.acme.example/acme/${repository(place)}`,
  () => '/api/repository-rows',
  (place) => `/api/reviews?reviewer=${person(place)}`,
  (place) => `/api/people/${person(place)}/page`,
  () => '/api/people',
  () => '/api/teams',
  (place) => `/api/teams/${team(place)}`,
  (place) => `/api/attention?team=${team(place)}`,
  () => '/api/metrics',
  (place) => `/api/metrics/cycle-time?team=${team(place)}`,
  () => '/api/views',
];

/** The first rows of the list, in the ways it is asked for. */
export const listedAddresses: readonly ToAddress[] = [
  () => '/api/pulls/rows',
  () => '/api/pulls/rows?state=merged',
  () => '/api/pulls/rows?state=open&state=draft',
  () => '/api/pulls/rows?sort=updated-desc',
  (place) => `/api/pulls/rows?author=${person(place)}`,
  (place) => `/api/pulls/rows?team=${team(place)}&state=merged&period=last-30-days`,
  (place) => `/api/pulls/rows?repo=acme/${repository(place)}`,
  (place) => `/api/pulls/rows?reviewer=${person(place)}`,
];

/** What is typed into the palette. */
export const paletteAddresses: readonly ToAddress[] = [
  (place) => `/api/search?q=engineer-${place}`,
  (place) => `/api/search?q=%23${place}`,
  (place) => `/api/search?q=service-${place}`,
  () => '/api/search?q=change',
];

interface ShownPage {
  readonly path: string;
  /** What is there when the page can be used. */
  readonly content: string;
}

export const shownPages: readonly ShownPage[] = [
  { path: '/', content: 'main h1' },
  { path: '/pulls', content: 'main table tbody tr td a' },
  { path: '/pulls?author=engineer-1', content: 'main table tbody tr td a' },
  { path: '/gh/github.acme.example/acme/service-1/pull/1', content: 'main figure' },
  { path: '/repositories', content: 'main table tbody tr td a' },
  { path: '/people/engineer-1', content: 'main h2' },
  { path: '/teams', content: 'main table tbody tr td a' },
  { path: '/teams/team-1', content: 'main h1' },
  { path: '/people', content: 'main table tbody tr td a' },
  { path: '/reports', content: 'main h2' },
  { path: '/views', content: 'main h1' },
];
