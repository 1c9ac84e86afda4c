import { DownloadIcon } from '@primer/octicons-react';
import { LinkButton } from '@primer/react';
import { exportMyData, getMyData, type MyData } from '@throughline/contract';
import { useAnswer } from '../api/use-answer.ts';
import { Facts } from '../ui/facts.tsx';
import { Loaded } from '../ui/loaded.tsx';
import { RowList } from '../ui/row-list.tsx';
import { Section } from '../ui/section.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { meAccountColumns } from './me-account-columns.tsx';
import { meKindColumns } from './me-kind-columns.tsx';

/** Everything that is stored about the reader, kind by kind, and all of it as a file. */
export const MeData = () => {
  const data = useAnswer(getMyData);
  return (
    <Loaded answer={data} skeleton={<Skeleton label="Counting what is stored" rows={10} />}>
      {(answer) => <Stored data={answer} />}
    </Loaded>
  );
};

const Stored = ({ data }: { readonly data: MyData }) => (
  <>
    {data.untied !== undefined && <p>{data.untied}</p>}
    <Facts
      facts={[
        ['Your page', `It is yours first. ${data.pages.says}`],
        [
          'E-mail addresses',
          data.emails.map(({ email, source }) => `${email} (${source})`).join(', ') || 'none',
        ],
        ['Teams', data.teams.map(({ name, since }) => `${name} since ${since}`).join(', ') || 'none'],
      ]}
    />
    <Section title="Accounts taken for yours">
      {data.accounts.length === 0 ? (
        <p>No GitHub account is linked to you.</p>
      ) : (
        <RowList
          label="Accounts taken for yours"
          columns={meAccountColumns}
          rows={data.accounts}
          toKey={({ accountLinkId }) => accountLinkId}
        />
      )}
    </Section>
    <Section
      title="What is stored"
      aside={
        <LinkButton href={exportMyData.path} download="throughline-my-data.json" leadingVisual={DownloadIcon}>
          Export my data
        </LinkButton>
      }
    >
      <RowList label="What is stored" columns={meKindColumns} rows={data.kinds} toKey={({ id }) => id} />
      <p>
        In the repositories you can see. The export is one JSON file with every row; code, descriptions and
        texts of comments are not in it, because they are not kept.
      </p>
    </Section>
  </>
);
