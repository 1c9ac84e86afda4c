import type { Emulator } from '../emulator.ts';
import { checkboxes, html, type Markup } from '../web/markup.ts';
import type { Installation } from './installations.ts';

type Chosen = Installation['repositoryIds'];

/** All of an account's repositories, or some by name: what a form of an installation asks. */
export function showRepositoryChoice(
  { world }: Emulator,
  { accountId, chosen }: { readonly accountId: number; readonly chosen: Chosen },
): Markup {
  const boxes = world.repositoriesOf(accountId).map(({ record: { id, name } }) => ({
    value: String(id),
    label: name,
    isChecked: chosen !== 'all' && chosen.includes(id),
  }));
  const radios =
    chosen === 'all'
      ? html`<label><input type="radio" name="repository_selection" value="all" checked> All repositories</label>
<label><input type="radio" name="repository_selection" value="selected"> Only select repositories</label>`
      : html`<label><input type="radio" name="repository_selection" value="all"> All repositories</label>
<label><input type="radio" name="repository_selection" value="selected" checked> Only select repositories</label>`;
  return html`<fieldset><legend>Repository access</legend>
${radios}
${checkboxes('repository_ids[]', boxes)}</fieldset>`;
}

/** Undefined when none of the account's own is chosen. */
export function readRepositoryChoice(
  { world }: Emulator,
  accountId: number,
  form: URLSearchParams,
): Chosen | undefined {
  if (form.get('repository_selection') === 'all') return 'all';
  const asked = form.getAll('repository_ids[]').map(Number);
  const owned = world.repositoriesOf(accountId).map(({ record }) => record.id);
  const chosen = asked.filter((id) => owned.includes(id));
  return chosen.length === 0 ? undefined : chosen;
}
