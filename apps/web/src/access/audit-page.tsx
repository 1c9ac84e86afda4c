import { LogIcon } from '@primer/octicons-react';
import { Button } from '@primer/react';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { SettingsTrail } from '../settings/settings-trail.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { IgnoredParams } from '../ui/ignored-params.tsx';
import { Page } from '../ui/page.tsx';
import { auditParams, readAuditFilter } from './audit-filter.ts';
import { AuditFilterBar } from './audit-filter-bar.tsx';
import { AuditList } from './audit-list.tsx';

/** What was changed here, by whom, newest first: filtered by the address, taken along as a file. It can only be read. */
export const AuditPage = () => {
  const search: Readonly<Record<string, unknown>> = useSearch({ strict: false });
  const { filter, refused } = readAuditFilter(search);
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Page
      title="Audit log"
      trail={<SettingsTrail />}
      sentence="What was changed here, when, and by whom; newest first."
    >
      <AuditFilterBar filter={filter} />
      <IgnoredParams known={auditParams} refused={refused} />
      <AuditList filter={filter} empty={isFiltered ? <NothingMatches /> : undefined} />
    </Page>
  );
};

const NothingMatches = () => {
  const navigate = useNavigate();
  return (
    <EmptyState
      cause="nothing-matches"
      icon={LogIcon}
      next={<Button onClick={() => void navigate({ to: '.', search: {} })}>Show all changes</Button>}
    >
      No change matches this filter. Changes are kept for two years.
    </EmptyState>
  );
};
