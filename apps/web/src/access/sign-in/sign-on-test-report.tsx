import type { SignOnReport } from '@throughline/contract';
import { AppLinkButton } from '../../ui/app-link-button.tsx';
import { Facts } from '../../ui/facts.tsx';

/** What a trial of single sign-on found, and what it would have done. */
export const SignOnTestReport = ({ report }: { readonly report: SignOnReport }) => (
  <>
    <p>{report.sentence}</p>
    <Facts
      facts={[
        ['Name', report.name],
        ['E-mail address', toAddress(report)],
        ['Subject', report.subject],
        ['Groups', toGroups(report.groups)],
        ['Role', report.role ?? 'As given here'],
        ['Would be let in', report.isLetIn ? 'Yes' : 'No'],
      ]}
    />
    <div>
      <AppLinkButton to="/settings/sign-in">Back to the settings</AppLinkButton>
    </div>
  </>
);

const toAddress = ({ email, isEmailVerified }: SignOnReport): string => {
  if (email === undefined) return 'None came along';
  return `${email} (${isEmailVerified ? 'verified by the provider' : 'not verified by the provider'})`;
};

const toGroups = (groups: SignOnReport['groups']): string => {
  if (groups === undefined) return 'None came along, or none are followed';
  return groups.length === 0 ? 'None' : groups.join(', ');
};
