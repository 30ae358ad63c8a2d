import { type CSSProperties, type ReactElement, useMemo } from 'react';
import type { MailboxEntry } from '../../../shared/contract.ts';
import {
  buildTree,
  type MailboxNode,
  namesIn,
  tickOf,
  toggle,
  wanted,
} from '../../store/mailbox-tree.ts';
import { specialFolder } from '../../store/special-folder.ts';
import { Check } from '../../ui/controls/check.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { LongList } from '../../ui/lists/long-list.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly mailboxes: readonly MailboxEntry[];
  readonly leftOut: readonly string[];
  onChange(leftOut: string[]): void;
}

/** Rem. */
const rowHeight = 2;

/** The account's folders as a tree to tick, with all of them at its head. */
export function MailboxChoice({ mailboxes, leftOut, onChange }: Props): ReactElement {
  const { t } = useWords();
  const lines = useMemo(() => linesOf(buildTree(mailboxes), 0), [mailboxes]);
  const all = useMemo(() => wanted(mailboxes), [mailboxes]);
  const out = useMemo(() => new Set(leftOut), [leftOut]);
  const ticked = tickOf(all, out);
  return (
    <fieldset className="card mailbox-choice">
      <legend className="unseen">{t('what.folders')}</legend>
      <div className="mailbox-line mailbox-choice-all">
        <Check
          label={t('what.everything')}
          checked={ticked === 'all'}
          mixed={ticked === 'some'}
          onChange={() => onChange(toggle(all, leftOut))}
        />
        <span className="small quiet">{t('library.messages')}</span>
      </div>
      <LongList
        label={t('what.folders')}
        count={lines.length}
        rowHeight={rowHeight}
        renderRow={index => {
          const line = lines[index];
          if (line === undefined) return undefined;
          const onToggle = () => onChange(toggle(line.names, leftOut));
          return <MailboxLine line={line} leftOut={out} onToggle={onToggle} />;
        }}
      />
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
  onToggle(): void;
}

function MailboxLine({ line, leftOut, onToggle }: LineProps): ReactElement {
  const { t, number } = useWords();
  const { node, depth, names } = line;
  const { label, messages } = node;
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
      {messages !== undefined && (
        <span className="number">
          {number(messages)}
          <span className="unseen"> {t('library.messages')}</span>
        </span>
      )}
    </div>
  );
}
