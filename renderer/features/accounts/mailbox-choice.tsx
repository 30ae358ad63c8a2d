import { type CSSProperties, type ReactElement, useMemo } from 'react';
import { useStore } from 'zustand';
import { specialFolder } from '../../../shared/model/special-folder.ts';
import {
  buildTree,
  type MailboxNode,
  namesIn,
  tickOf,
  toggle,
  wanted,
} from '../../store/mailbox-tree.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Check } from '../../ui/controls/check.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { LongList } from '../../ui/lists/long-list.tsx';
import { useWords } from '../../words/use-words.ts';
import { useForm } from './form.ts';

/** Rem. */
const rowHeight = 2;

/** The account's folders as a tree to tick, with all of them at its head. */
export function MailboxChoice(): ReactElement {
  const { t } = useWords();
  const { draft, counting, change, stopCounting } = useStore(useForm());
  const { mailboxes, leftOut = [] } = draft;
  const onChange = (names: string[]) => change({ leftOut: names });
  const lines = useMemo(() => linesOf(buildTree(mailboxes), 0), [mailboxes]);
  const all = useMemo(() => wanted(mailboxes), [mailboxes]);
  const out = useMemo(() => new Set(leftOut), [leftOut]);
  const largest = useMemo(
    () => mailboxes.reduce((most, { bytes = 0 }) => Math.max(most, bytes), 0),
    [mailboxes],
  );
  const ticked = tickOf(all, out);
  const hasSizes = counting || largest > 0;
  return (
    <fieldset className="card mailbox-choice" data-sizes={hasSizes || undefined}>
      <legend className="unseen">{t('what.folders')}</legend>
      <div className="mailbox-line mailbox-choice-all">
        <Check
          label={t('what.everything')}
          checked={ticked === 'all'}
          mixed={ticked === 'some'}
          onChange={() => onChange(toggle(all, leftOut))}
        />
        <span className="mailbox-messages small quiet">{t('library.messages')}</span>
        {hasSizes && <span className="mailbox-bar" />}
        {hasSizes && <span className="mailbox-size small quiet">{t('library.sort.size')}</span>}
      </div>
      <LongList
        label={t('what.folders')}
        count={lines.length}
        rowHeight={rowHeight}
        renderRow={index => {
          const line = lines[index];
          if (line === undefined) return undefined;
          const onToggle = () => onChange(toggle(line.names, leftOut));
          return <MailboxLine line={line} leftOut={out} largest={largest} onToggle={onToggle} />;
        }}
      />
      {counting && (
        <div className="mailbox-counting small quiet">
          <span role="status">{t('what.counting')}</span>
          <Button size="small" kind="quiet" onClick={stopCounting}>
            {t('action.cancel')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

interface Line {
  readonly node: MailboxNode;
  /** How many folders it lies in. */
  readonly depth: number;
  /** Of it and all below it. */
  readonly names: readonly string[];
}

function linesOf(nodes: readonly MailboxNode[], depth: number): Line[] {
  return nodes.flatMap(node => [
    { node, depth, names: namesIn(node) },
    ...linesOf(node.children, depth + 1),
  ]);
}

interface LineProps {
  readonly line: Line;
  readonly leftOut: ReadonlySet<string>;
  /** Bytes of the largest folder; 0 while no size is known. */
  readonly largest: number;
  onToggle(): void;
}

function MailboxLine({ line, leftOut, largest, onToggle }: LineProps): ReactElement {
  const { t, number, fileSize } = useWords();
  const { node, depth, names } = line;
  const { label, messages, bytes } = node;
  const use = node.use ?? (depth === 0 ? specialFolder(label) : undefined);
  const ticked = tickOf(names, leftOut);
  return (
    <div
      className="mailbox-line"
      data-off={ticked === 'none' || undefined}
      style={{ '--depth': depth } as CSSProperties}
    >
      <Check
        label={
          <>
            <Icon name={use ?? 'folder'} small />
            <span className="cut" title={label}>
              {use === undefined ? label : t(`specialFolders.${use}`)}
            </span>
          </>
        }
        checked={ticked === 'all'}
        mixed={ticked === 'some'}
        onChange={onToggle}
      />
      <span className="mailbox-messages number">
        {messages !== undefined && (
          <>
            {number(messages)}
            <span className="unseen"> {t('library.messages')}</span>
          </>
        )}
      </span>
      {largest > 0 && (
        <>
          <span className="mailbox-bar" aria-hidden="true">
            {bytes !== undefined && bytes > 0 && (
              <span style={{ width: `${Math.max(4, (100 * bytes) / largest)}%` }} />
            )}
          </span>
          <span className="mailbox-size number">{bytes !== undefined && fileSize(bytes)}</span>
        </>
      )}
    </div>
  );
}
