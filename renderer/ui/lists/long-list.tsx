import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactElement, type ReactNode, useRef } from 'react';
import './long-list.css';

interface Props {
  readonly label: string;
  readonly count: number;
  /** Of a row, in rem. */
  readonly rowHeight: number;
  renderRow(index: number): ReactNode;
}

/** As many rows as are drawn at once without anybody waiting. */
const mostDrawn = 60;

/** A list of things to act upon; of a long one only what is to be seen exists, and it scrolls by itself. */
export function LongList(props: Props): ReactElement {
  const { label, count, renderRow } = props;
  if (count > mostDrawn) return <Virtual {...props} />;
  return (
    <ul aria-label={label}>
      {Array.from({ length: count }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are told apart by their place
        <li key={index}>{renderRow(index)}</li>
      ))}
    </ul>
  );
}

function Virtual({ label, count, rowHeight, renderRow }: Props): ReactElement {
  const scroller = useRef<HTMLUListElement>(null);
  const height = rowHeight * Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 8,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const before = items[0]?.start ?? 0;
  const behind = virtualizer.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <ul ref={scroller} className="long-list" aria-label={label}>
      <li role="presentation" style={{ height: before }} />
      {items.map(({ index, key, size }) => (
        <li key={key} aria-setsize={count} aria-posinset={index + 1} style={{ height: size }}>
          {renderRow(index)}
        </li>
      ))}
      <li role="presentation" style={{ height: behind }} />
    </ul>
  );
}
