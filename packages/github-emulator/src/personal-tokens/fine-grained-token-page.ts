import type { Outgoing } from '../http/message.ts';
import { alert, checkboxes, html, type Markup, select, toPage } from '../web/markup.ts';
import type { SignedWebRequest, WebRoute } from '../web/web-route.ts';
import { listResourceOwners, readFineGrainedForm } from './fine-grained-form.ts';
import { showNewToken } from './show-new-token.ts';
import { chooseLifetime } from './token-lifetime.ts';
import {
  organisationPermissions,
  permissionChoices,
  repositoryPermissions,
} from './token-permissions.data.ts';

/** Where a person makes a fine-grained token; what the address names is filled in, as on GitHub. */
export const fineGrainedTokenRoutes: readonly WebRoute[] = [
  {
    method: 'GET',
    path: '/settings/personal-access-tokens/new',
    isOpen: false,
    handle: (request) => showForm(request, request.incoming.query),
  },
  { method: 'POST', path: '/settings/personal-access-tokens', isOpen: false, handle: generate },
];

function generate(request: SignedWebRequest): Outgoing {
  const { emulator, form } = request;
  const reading = readFineGrainedForm(request);
  return reading.kind === 'token'
    ? showNewToken(emulator.tokens.add(reading.spec))
    : showForm(request, form, reading.problem);
}

function showForm(request: SignedWebRequest, fields: URLSearchParams, problem?: string): Outgoing {
  const { emulator, visitor } = request;
  const owners = [visitor.account, ...listResourceOwners(emulator, visitor).map(({ account }) => account)];
  const asked = fields.get('target_name') ?? '';
  const target = owners.find(({ login }) => login.toLowerCase() === asked.toLowerCase()) ?? visitor.account;
  return toPage(
    'New fine-grained personal access token',
    html`${alert(problem)}
<form method="post" action="/settings/personal-access-tokens">
<label>Token name <input name="name" value="${fields.get('name') ?? ''}" maxlength="40" required></label>
<label>Description <input name="description" value="${fields.get('description') ?? ''}"></label>
${select(
  { label: 'Resource owner', name: 'target_name', value: target.login },
  owners.map(({ login }) => [login, login] as const),
)}
${chooseLifetime(fields)}
${showRepositoryAccess(request, fields)}
<fieldset><legend>Repository permissions</legend>${choosePermissions(repositoryPermissions, fields)}</fieldset>
<fieldset><legend>Organization permissions</legend>${choosePermissions(organisationPermissions, fields)}</fieldset>
<button>Generate token</button>
</form>`,
    problem === undefined ? 200 : 422,
  );
}

function choosePermissions(
  offered: readonly (readonly [name: string, label: string])[],
  fields: URLSearchParams,
): readonly Markup[] {
  return offered.map(([name, label]) =>
    select({ label, name, value: fields.get(name) ?? '' }, permissionChoices),
  );
}

const selections = [
  ['public', 'Public repositories'],
  ['all', 'All repositories'],
  ['selected', 'Only select repositories'],
] as const;

/** Without scripts: those of every resource owner, of which the chosen owner's count. */
function showRepositoryAccess({ emulator, visitor }: SignedWebRequest, fields: URLSearchParams): Markup {
  const owners = [visitor.account, ...listResourceOwners(emulator, visitor).map(({ account }) => account)];
  const ticked = fields.getAll('repository_ids[]');
  const boxes = owners
    .flatMap(({ id }) => emulator.world.repositoriesOf(id))
    .map(({ record: { id, owner, name } }) => ({
      value: String(id),
      label: `${owner.login}/${name}`,
      isChecked: ticked.includes(String(id)),
    }));
  const chosen = fields.get('repository_selection') ?? 'public';
  const radios = selections.map(([value, label]) =>
    value === chosen
      ? html`<label><input type="radio" name="repository_selection" value="${value}" checked> ${label}</label>`
      : html`<label><input type="radio" name="repository_selection" value="${value}"> ${label}</label>`,
  );
  return html`<fieldset><legend>Repository access</legend>${radios}
${checkboxes('repository_ids[]', boxes)}</fieldset>`;
}
