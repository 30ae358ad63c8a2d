import { chosen } from '../../store/mailbox-tree.ts';
import type { Draft } from '../../store/setup-draft.ts';
import { useWords } from '../../words/use-words.ts';

/** What is ticked, in one line: messages, folders, bytes as far as they are known. */
export function useChosenWords(draft: Draft): string {
  const { t, fileSize } = useWords();
  const sum = chosen(draft.mailboxes, draft.leftOut ?? []);
  if (sum.mailboxes === 0) return t('what.none');
  const all = draft.mailboxes.filter(({ selectable }) => selectable).length;
  const said = t('what.chosen', {
    messages: t('start.messages', { count: sum.messages }),
    chosen: sum.mailboxes,
    count: all,
  });
  if (sum.bytes === 0) return said;
  const size = fileSize(sum.bytes);
  return `${said} · ${sum.unsized > 0 ? t('what.atLeast', { size }) : size}`;
}
