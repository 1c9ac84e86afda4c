import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { KeysForm } from './keys-form.tsx';
import { KeysList } from './keys-list.tsx';
import { SettingsTrail } from './settings-trail.tsx';

/** One's own keys, with which programs speak for one. */
export const KeysPage = () => (
  <Page
    title="API keys"
    trail={<SettingsTrail />}
    sentence="With a key, a program such as the command line does here what you may, as far as the key’s scope reaches."
  >
    <KeysList />
    <Section title="Make a key">
      <KeysForm />
    </Section>
  </Page>
);
