/** The made-up organisation: large enough to look like one, small enough to be here in a minute. */
export const demoWorld = { login: 'larkfield', people: 40, repos: 30, pulls: 3000, seed: 7 } as const;

/** Opens nothing but the emulator that this program itself starts on a loopback address. */
export const demoToken = 'ghp_throughlineDemoThroughlineDemoThroug1';

/** Names the demo among hosts. It is no address: where the demo answers is known only to the process that asks it. */
export const demoBaseUrl = 'https://demo.invalid';
