import type { MailboxEntry } from '../../../shared/contract.ts';
import { specialFolder } from '../../../shared/model/special-folder.ts';
import { localDay } from '../../store/days.ts';
import type { Filters } from '../../store/filters.ts';
import { unchosen } from '../../store/mailbox-tree.ts';
import type { Draft } from '../../store/setup-draft.ts';
import { useWords, type Words } from '../../words/use-words.ts';

/** Folders that are named before the rest is counted. */
const mostNamed = 3;

/** What of the account is not going to be archived, one sentence each. */
export function useLeftOutWords(draft: Draft): readonly string[] {
  const words = useWords();
  const { mailboxes, leftOut = [] } = draft;
  const out = new Set(leftOut);
  const folders = mailboxes.filter(({ name, selectable }) => selectable && out.has(name));
  const { messages: count } = unchosen(mailboxes, leftOut);
  const names = { folders: namesOf(words, folders), count };
  return [
    ...(folders.length > 0 ? [words.t('start.leftOut', names)] : []),
    ...filterWords(words, draft),
  ];
}

function filterWords({ t, day, fileSize }: Words, filters: Filters): string[] {
  const { unseenOnly, receivedSince, receivedBefore, largerThan, smallerThan } = filters;
  return [
    unseenOnly && t('start.unseenOnly'),
    receivedSince !== undefined && t('start.since', { date: day(localDay(receivedSince)) }),
    receivedBefore !== undefined && t('start.before', { date: day(localDay(receivedBefore)) }),
    largerThan !== undefined && t('start.larger', { size: fileSize(largerThan) }),
    smallerThan !== undefined && t('start.smaller', { size: fileSize(smallerThan) }),
  ].filter(sentence => sentence !== false);
}

function namesOf({ t, language }: Words, folders: readonly MailboxEntry[]): string {
  const names = folders.slice(0, mostNamed).map(({ use, levels }) => {
    const label = levels.at(-1) ?? '';
    const special = use ?? (levels.length === 1 ? specialFolder(label) : undefined);
    return special === undefined ? label : t(`specialFolders.${special}`);
  });
  const rest = folders.length - names.length;
  const all = rest > 0 ? [...names, t('verdict.moreFolders', { count: rest })] : names;
  return new Intl.ListFormat(language).format(all);
}
