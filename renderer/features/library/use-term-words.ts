import { useMemo } from 'react';
import { attachmentKind } from '../../../shared/search/attachment-kinds.ts';
import type { Term } from '../../../shared/search/query.ts';
import { isInbox } from '../../store/inbox-first.ts';
import type { IconName } from '../../ui/feedback/icon.tsx';
import { useWords, type Words } from '../../words/use-words.ts';

/** Terms of a query in the language of the window. */
export function useTermWords(): (term: Term) => string {
  const words = useWords();
  return useMemo(() => term => termWords(words, term), [words]);
}

/** The same for a group of terms, of which one has to fit. */
export function useGroupWords(): (group: readonly Term[]) => string {
  const { t } = useWords();
  const termWords = useTermWords();
  return group => group.map(termWords).join(` ${t('find.or')} `);
}

function termWords(words: Words, term: Term): string {
  const said = plainWords(words, term);
  return term.not ? words.t('find.not', { term: said }) : said;
}

function plainWords({ t, fileSize, period }: Words, term: Term): string {
  switch (term.kind) {
    case 'words': {
      const text = term.exact ? t('find.phrase', { text: term.text }) : term.text;
      if (term.field === 'anywhere') return text;
      return t('find.inField', { field: t(`find.field.${term.field}`), text: term.text });
    }
    case 'name': {
      const text = isInbox(term.text) ? t('specialFolders.inbox') : term.text;
      return t(`find.name.${term.what}`, { text });
    }
    case 'date':
      return t(`find.date.${term.how}`, { day: period(term.day) });
    case 'size':
      return t(`find.size.${term.how}`, { size: fileSize(term.bytes) });
    case 'type': {
      const kind = attachmentKind(term.type);
      return kind === undefined
        ? t('find.type.other', { type: term.type })
        : t(`find.type.${kind}`);
    }
    case 'flag':
      return t(`find.flag.${term.flag}`);
    case 'attachment':
      return t('find.attachment');
  }
}

export function termIcon(term: Term): IconName | undefined {
  switch (term.kind) {
    case 'date':
      return 'calendar';
    case 'attachment':
      return 'clip';
    case 'type':
      return term.type === 'picture' ? 'image' : 'text';
    case 'flag':
      return term.flag === 'flagged' ? 'flagged' : 'accounts';
    case 'name':
      return term.what === 'in' ? 'folder' : undefined;
    case 'words':
      return term.field === 'from' || term.field === 'to' ? 'person' : undefined;
    case 'size':
      return undefined;
  }
}
