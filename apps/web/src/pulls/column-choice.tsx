import { ColumnsIcon } from '@primer/octicons-react';
import { ActionList, ActionMenu } from '@primer/react';
import type { PullParams } from '@throughline/contract';
import { optionalColumns, toChosenColumns } from './columns.data.ts';

interface Props {
  readonly params: PullParams;
  readonly onChange: (next: PullParams) => void;
}

/** Which columns the list has; those it has by default stay out of the address. */
export const ColumnChoice = ({ params, onChange }: Props) => {
  const chosen = toChosenColumns(params['cols']?.[0]);
  const toggle = (key: string) => {
    const next = optionalColumns
      .map((column) => column.key)
      .filter((one) => (one === key ? !chosen.includes(one) : chosen.includes(one)));
    const usual = toChosenColumns(undefined);
    const isUsual = next.length === usual.length && next.every((one) => usual.includes(one));
    onChange({ ...params, cols: isUsual ? [] : [next.length === 0 ? 'none' : next.join(',')] });
  };
  return (
    <ActionMenu>
      <ActionMenu.Button leadingVisual={ColumnsIcon}>Columns</ActionMenu.Button>
      <ActionMenu.Overlay>
        <ActionList selectionVariant="multiple">
          {optionalColumns.map(({ key, head }) => (
            <ActionList.Item key={key} selected={chosen.includes(key)} onSelect={() => toggle(key)}>
              {head}
            </ActionList.Item>
          ))}
        </ActionList>
      </ActionMenu.Overlay>
    </ActionMenu>
  );
};
