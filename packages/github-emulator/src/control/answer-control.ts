import { z } from 'zod';
import { addApp } from '../apps/create-apps.ts';
import { appEditSchema } from '../apps/edit-app.ts';
import type { Emulator } from '../emulator.ts';
import { type Incoming, jsonAnswer, type Outgoing } from '../http/message.ts';
import { type Control, createControl } from './control.ts';
import { editSchema, oauthApprovalSchema, organisationEditSchema, teamEditSchema } from './edit-schema.ts';
import { blockSchema, limitsSchema } from './limits-schema.ts';
import { clockSchema } from './scenario-clock.ts';

/** The control API, JSON both ways; loopback only, like everything here, and without a token. */
export function answerControl(emulator: Emulator, incoming: Incoming): Outgoing {
  const control = createControl(emulator);
  const route = `${incoming.method} ${incoming.path.slice('/_emulator/'.length)}`;
  try {
    const handle = routes[route];
    if (handle === undefined)
      return jsonAnswer(404, { message: `No ${route}. Routes: ${Object.keys(routes).join(', ')}` });
    const repository = incoming.query.get('repository');
    if (route === 'GET truth' && repository !== null) return toLines(control.truthOf(repository));
    const accounts = incoming.query.get('accounts');
    if (route === 'GET truth' && accounts !== null)
      return jsonAnswer(200, control.trueAccounts(accounts.split(',').map(Number)));
    return jsonAnswer(200, handle({ control, emulator, body: readJson(incoming) }) ?? { ok: true });
  } catch (error) {
    return jsonAnswer(422, { message: toSentence(error) });
  }
}

type ControlRequest = { readonly control: Control; readonly emulator: Emulator; readonly body: unknown };

const routes: Readonly<Record<string, (request: ControlRequest) => unknown>> = {
  'GET bill': ({ control }) => control.bill(),
  'GET ledger': ({ control }) => control.ledger(),
  'GET unserved': ({ control }) => control.unserved(),
  'POST clear': ({ control }) => control.clear(),
  'GET tokens': ({ control }) => control.tokens(),
  // A body with `kind` makes a token, one with a known `value` alone changes it.
  'POST tokens': ({ emulator, body }) =>
    isRecord(body) && 'kind' in body ? emulator.tokens.add(body) : emulator.tokens.change(body),
  'GET apps': ({ emulator, control }) =>
    control.apps().map((app) => ({ ...app, installations: emulator.installations.ofApp(app.id) })),
  // A body with a `name` registers an app, one with a `kind` changes it or an installation.
  'POST apps': ({ emulator, control, body }) =>
    isRecord(body) && 'name' in body ? addApp(emulator, body) : control.editApp(appEditSchema.parse(body)),
  'GET oauth-apps': ({ control }) => control.oauthApps(),
  // A body with a `name` registers an app, one with a known `clientId` alone changes it.
  'POST oauth-apps': ({ emulator, body }) =>
    isRecord(body) && 'name' in body ? emulator.oauth.apps.add(body) : emulator.oauth.apps.change(body),
  'POST oauth-approvals'({ control, body }) {
    const { organisation, clientId, state } = oauthApprovalSchema.parse(body);
    control.setOauthApproval(organisation, clientId, state);
  },
  'POST policies': ({ emulator, body }) => emulator.policies.set(body),
  'GET faults': ({ emulator }) => emulator.faults.list(),
  'POST faults': ({ emulator, body }) => emulator.faults.add(body),
  'GET clock': ({ control }) => control.clock(),
  'POST clock': ({ control, body }) => control.moveClock(clockSchema.parse(body)),
  'GET truth': ({ control }) => control.truth(),
  'POST repositories': ({ control, body }) => control.editRepository(editSchema.parse(body)),
  'POST teams': ({ control, body }) => control.editTeam(teamEditSchema.parse(body)),
  'POST organisations': ({ control, body }) => control.editOrganisation(organisationEditSchema.parse(body)),
  'GET fault-plan': ({ emulator }) => emulator.plannedFaults.plan() ?? { seed: null },
  'POST fault-plan': ({ emulator, body }) =>
    isRecord(body) && body['seed'] === null
      ? emulator.plannedFaults.stop()
      : emulator.plannedFaults.start(body),
  'GET limits': ({ emulator }) => emulator.settings,
  'POST limits'({ control, emulator, body }) {
    const { used, block, ...settings } = limitsSchema.parse(body);
    control.set(settings);
    if (used !== undefined) control.setUsed(used.token, used.resource, used.used);
    if (block !== undefined) control.block(blockSchema.parse(block).token);
    return emulator.settings;
  },
};

/** A line a row, sent as they are made. */
function toLines(rows: Iterable<unknown>): Outgoing {
  const iterator = Iterator.from(rows);
  const first = iterator.next();
  const headers = { 'content-type': 'application/x-ndjson; charset=utf-8' };
  if (first.done === true) return { status: 200, headers, body: '' };
  const chunks = iterator.map((row) => `${JSON.stringify(row)}\n`);
  return { status: 200, headers, body: `${JSON.stringify(first.value)}\n`, chunks };
}

function readJson({ body }: Incoming): unknown {
  return body === '' ? undefined : JSON.parse(body);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function toSentence(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
