import { type ReactElement, useMemo } from 'react';
import type { MailboxEntry } from '../../../shared/contract.ts';
import {
  buildTree,
  type MailboxNode,
  namesIn,
  tickOf,
  toggle,
  wanted,
} from '../../store/mailbox-tree.ts';
import { Check } from '../../ui/controls/check.tsx';
import { useWords } from '../../words/use-words.ts';

interface Props {
  readonly mailboxes: readonly MailboxEntry[];
  readonly leftOut: readonly string[];
  onChange(leftOut: string[]): void;
}

/** The account's folders as a tree to tick, with all of them at its head. */
export function MailboxChoice({ mailboxes, leftOut, onChange }: Props): ReactElement {
  const { t } = useWords();
  const tree = useMemo(() => buildTree(mailboxes), [mailboxes]);
  const all = useMemo(() => wanted(mailboxes), [mailboxes]);
  const ticked = tickOf(all, leftOut);
  return (
    <fieldset className="mailbox-choice">
      <legend className="unseen">{t('what.folders')}</legend>
      <div className="mailbox-choice-all">
        <Check
          label={t('what.everything')}
          hint={t('what.everythingHint')}
          checked={ticked === 'all'}
          mixed={ticked === 'some'}
          onChange={() => onChange(toggle(all, leftOut))}
        />
      </div>
      <div className="mailbox-tree">
        <Level nodes={tree} leftOut={leftOut} onChange={onChange} />
      </div>
    </fieldset>
  );
}

interface LevelProps extends Omit<Props, 'mailboxes'> {
  readonly nodes: readonly MailboxNode[];
}

function Level({ nodes, leftOut, onChange }: LevelProps): ReactElement {
  const { t } = useWords();
  return (
    <ul>
      {nodes.map(node => {
        const names = namesIn(node);
        const ticked = tickOf(names, leftOut);
        return (
          <li key={`${node.label} ${node.name}`}>
            <Check
              label={
                <span className="mailbox-tree-label">
                  <span>{node.use === 'inbox' ? t('library.inbox') : node.label}</span>
                  {node.messages !== undefined && (
                    <span className="quiet number">
                      {t('what.messages', { count: node.messages })}
                    </span>
                  )}
                </span>
              }
              checked={ticked === 'all'}
              mixed={ticked === 'some'}
              onChange={() => onChange(toggle(names, leftOut))}
            />
            {node.children.length > 0 && (
              <Level nodes={node.children} leftOut={leftOut} onChange={onChange} />
            )}
          </li>
        );
      })}
    </ul>
  );
}
