import { useWindowVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type ReactNode,
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { Column, RowKey, RowMark } from './column.ts';
import { TableRow } from './table-row.tsx';

interface Props<Row> {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly toKey: (row: Row) => RowKey;
  readonly isSelected: (row: Row) => boolean;
  readonly toMark?: ((row: Row) => RowMark | undefined) | undefined;
  readonly rowHeight: number;
  /** True where every row is that high: then none has to be measured, which lays the page out while it scrolls. */
  readonly isOneHeight: boolean;
  /** Told which rows are near the screen, by their places. */
  readonly onShown?: ((first: number, last: number) => void) | undefined;
}

/** The rows near the screen, with room above and below for the others. */
export const VirtualRows = <Row,>({
  columns,
  rows,
  toKey,
  isSelected,
  toMark,
  rowHeight,
  isOneHeight,
  onShown,
}: Props<Row>): ReactNode => {
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);

  useLayoutEffect(() => {
    const measure = () =>
      setTop(Math.round((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY));
    measure();
    // What stands above may unfold.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);

  const virtualizer = useWindowVirtualizer({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: top,
  });
  const shown = virtualizer.getVirtualItems();
  const first = shown[0]?.index ?? 0;
  const last = shown.at(-1)?.index ?? 0;
  const above = (shown[0]?.start ?? top) - top;
  const below = virtualizer.getTotalSize() - ((shown.at(-1)?.end ?? top) - top);

  const tellShown = useEffectEvent((from: number, to: number) => onShown?.(from, to));
  useEffect(() => tellShown(first, last), [first, last]);

  // as: React's type of styles does not know our own variables
  const height = { '--row-height': `${rowHeight}px` } as CSSProperties;
  return (
    <tbody ref={body} data-virtual style={height}>
      <Room height={above} />
      {shown.map(({ index }) => {
        const row = rows[index];
        return (
          row !== undefined && (
            <TableRow
              key={toKey(row)}
              columns={columns}
              row={row}
              place={index}
              isPart
              mark={toMark?.(row)}
              isSelected={isSelected(row)}
              {...(!isOneHeight && { measure: virtualizer.measureElement })}
            />
          )
        );
      })}
      <Room height={below} />
    </tbody>
  );
};

const Room = ({ height }: { readonly height: number }) =>
  height > 0 && (
    <tr aria-hidden="true" data-room>
      <td style={{ height }} />
    </tr>
  );
