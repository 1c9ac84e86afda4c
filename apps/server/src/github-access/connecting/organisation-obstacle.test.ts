import { describe, expect, it } from 'vitest';
import { type Obstacle, toConnectable } from './organisation-obstacle.ts';

const signOn: Obstacle = { kind: 'sign-on', text: 'needs sign-on' };
const connected = { kind: 'connected', text: 'already connected as Acme', connectedAs: 'Acme' };

describe('what is said of an organisation', () => {
  it.each([
    ['that can be read', undefined, undefined, { credentialId: 7 }],
    ['that cannot', signOn, undefined, { obstacle: signOn }],
    ['that is connected', undefined, 'Acme', { credentialId: 7, obstacle: connected }],
    ['that is connected and could not be read', signOn, 'Acme', { obstacle: connected, hindrance: signOn }],
  ])('%s', (_, obstacle, connectedAs, expected) => {
    expect(toConnectable({ credentialId: 7, obstacle, connectedAs })).toEqual(expected);
  });
});
