import { useVirtualizer } from '@tanstack/react-virtual';
import { Fragment, type ReactElement, type ReactNode, type RefObject } from 'react';

interface Props {
  readonly count: number;
  /** Pixels of a row until it is measured. */
  readonly rowHeight: number;
  readonly columns: number;
  /** What scrolls, and holds the table. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** @returns the `tr` of that row */
  renderRow(index: number): ReactNode;
}

/** The body of a table with thousands of rows; only what is to be seen of it exists. */
export function VirtualRows(props: Props): ReactElement {
  const { count, rowHeight, columns, scroller, renderRow } = props;
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const behind = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <tbody>
      <Space height={before} columns={columns} />
      {items.map(({ index, key }) => (
        <Fragment key={key}>{renderRow(index)}</Fragment>
      ))}
      <Space height={behind} columns={columns} />
    </tbody>
  );
}

function Space({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    // biome-ignore lint/a11y/noAriaHiddenOnFocusable: a row takes no focus
    <tr aria-hidden="true">
      <td colSpan={columns} style={{ height, padding: 0, border: 0 }} />
    </tr>
  );
}
