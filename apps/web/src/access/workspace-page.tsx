import { useSession } from '../api/use-session.ts';
import { SettingsTrail } from '../settings/settings-trail.tsx';
import { Page } from '../ui/page.tsx';
import { Section } from '../ui/section.tsx';
import { WorkspaceForm } from './workspace-form.tsx';
import { WorkspaceHoursForm } from './workspace-hours-form.tsx';
import { WorkspacePagesForm } from './workspace-pages-form.tsx';

/** What holds for the whole of this Throughline. */
export const WorkspacePage = () => {
  const session = useSession();
  return (
    <Page
      title="Workspace"
      trail={<SettingsTrail />}
      sentence="What holds for everybody here: name, zone, working days, and who may open a person’s page."
    >
      {session !== undefined && <WorkspaceForm workspace={session.workspace} />}
      <Section title="Working hours">
        <WorkspaceHoursForm />
      </Section>
      <Section title="Pages of persons">
        <WorkspacePagesForm />
      </Section>
    </Page>
  );
};
