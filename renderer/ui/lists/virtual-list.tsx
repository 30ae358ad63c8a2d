import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactElement,
  type ReactNode,
  useEffect,
  useId,
  useRef,
} from 'react';
import type { RowSelection } from './row-selection.ts';
import './virtual-list.css';

interface Props {
  readonly id?: string;
  readonly label: string;
  /** A tree says of each row how deep it lies, from 1. */
  readonly levelOf?: (index: number) => number;
  readonly count: number;
  /** Of a row, in rem, so that it grows with the person's text size. */
  readonly rowHeight: number;
  /** −1 where none is chosen. */
  readonly chosen: number;
  /** A row that cannot be chosen now; the keys pass over it. */
  readonly isPassedOver?: (index: number) => boolean;
  /** Several rows can be selected. */
  readonly selection?: RowSelection;
  renderRow(index: number): ReactNode;
  onChoose(index: number): void;
  /** Enter: go on to what was chosen. */
  onEnter?(): void;
  /** The person goes up from the first row, or from a list that has none chosen. */
  onLeave?(): void;
  /** The rows that are to be seen; indexes, both inclusive. */
  onVisible?(first: number, last: number): void;
}

/** A list or tree of any length to choose one from; only what is to be seen of it exists. */
export function VirtualList(props: Props): ReactElement {
  const { label, levelOf, count, rowHeight, chosen, renderRow } = props;
  const { onChoose, onEnter = () => undefined, onVisible, isPassedOver = () => false } = props;
  const { onLeave, selection } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  // Once for all rows: asked for each, the style of the page would be computed a hundred thousand times.
  const height = rowPixels(rowHeight);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => height,
    overscan: 6,
    useFlushSync: false,
  });
  const items = virtualizer.getVirtualItems();
  const first = items[0]?.index;
  const last = items.at(-1)?.index;
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when another list stands here
  useEffect(() => {
    if (first !== undefined && last !== undefined) onVisible?.(first, last);
  }, [first, last, count]);

  const choose = (index: number, isExtended = false) => {
    const within = Math.max(0, Math.min(count - 1, index));
    const next = isPassedOver(within) ? within + (index < chosen ? -1 : 1) : within;
    if (next < 0 || next >= count) return;
    virtualizer.scrollToIndex(next);
    if (isExtended) selection?.extendTo(next, chosen);
    onChoose(next);
  };
  const select = (event: KeyboardEvent): boolean => {
    if (selection === undefined || count === 0) return false;
    const isCommand = event.ctrlKey || event.metaKey;
    if (event.key === ' ' && chosen >= 0) selection.toggle(chosen, -1);
    else if (event.key.toLowerCase() === 'a' && isCommand) selection.selectAll();
    else if (event.key === 'Escape' && !selection.isEmpty) selection.clear();
    else return false;
    event.preventDefault();
    return true;
  };
  const onClick = (event: MouseEvent, index: number) => {
    if (selection === undefined) return onChoose(index);
    if (event.ctrlKey || event.metaKey) return selection.toggle(index, chosen);
    if (event.shiftKey) return selection.extendTo(index, chosen);
    selection.clear();
    onChoose(index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (select(event)) return;
    const { shiftKey } = event;
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / height) - 1);
    const moves: Readonly<Record<string, () => void>> = {
      ArrowDown: () => choose(chosen + 1, shiftKey),
      ArrowUp: () => (chosen <= 0 && onLeave ? onLeave() : choose(chosen - 1, shiftKey)),
      PageDown: () => choose(chosen + page, shiftKey),
      PageUp: () => choose(chosen - page, shiftKey),
      Home: () => choose(0, shiftKey),
      End: () => choose(count - 1, shiftKey),
      Enter: onEnter,
    };
    const move = moves[event.key];
    if (move === undefined || count === 0) return;
    event.preventDefault();
    move();
  };
  const isMarked = (index: number) =>
    selection === undefined || selection.isEmpty ? index === chosen : selection.isSelected(index);
  const isShown = items.some(({ index }) => index === chosen);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it is a listbox or a tree
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: see above
    <div
      id={props.id}
      ref={scroller}
      className="virtual-list"
      role={levelOf === undefined ? 'listbox' : 'tree'}
      aria-label={label}
      aria-multiselectable={selection === undefined ? undefined : true}
      data-selecting={(selection !== undefined && !selection.isEmpty) || undefined}
      aria-activedescendant={isShown ? `${id}-${chosen}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
        {items.map(({ index, key, start, size }) => (
          // The list itself takes the keys, as the pattern of a listbox has it.
          // biome-ignore lint/a11y/useKeyWithClickEvents: see above
          // biome-ignore lint/a11y/noStaticElementInteractions: it is an option or an item of a tree
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: see above
          <div
            key={key}
            id={`${id}-${index}`}
            className="virtual-row"
            {...rowRole(levelOf?.(index))}
            aria-selected={isMarked(index)}
            data-open={index === chosen || undefined}
            aria-setsize={count}
            aria-posinset={index + 1}
            style={{ height: size, transform: `translateY(${start}px)` }}
            onClick={event => onClick(event, index)}
            {...(selection?.onDrag && {
              draggable: true,
              onDragStart: event => {
                // The system drags files in the place of the page's own drag.
                event.preventDefault();
                selection.onDrag?.(index);
              },
            })}
          >
            {renderRow(index)}
          </div>
        ))}
      </div>
    </div>
  );
}

function rootFontSize(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
}

function rowPixels(rowHeight: number): number {
  return rowHeight * rootFontSize();
}

function rowRole(level: number | undefined) {
  return level === undefined ? { role: 'option' } : { role: 'treeitem', 'aria-level': level };
}
