import type { ReactElement } from 'react';
import { useStore } from 'zustand';
import type { Output } from '../../../shared/contract.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { useForm } from './form.ts';

interface Props {
  readonly seen: Output<'folders.look'>;
  /** A folder that may well be taken instead. */
  readonly proposed: string | undefined;
}

/** What the chosen folder holds already, and what that means; nothing where it holds no archive. */
export function PlaceNotice({ seen, proposed }: Props): ReactElement | null {
  const { t } = useWords();
  const { draft, chooseFolder } = useStore(useForm());
  const { readOnly, holds } = seen;
  const other = t('where.otherNext');
  const useProposed = proposed !== undefined && proposed !== draft.folder && (
    <Button onClick={() => void chooseFolder(proposed)}>{t('where.useProposed')}</Button>
  );
  const refused = (message: string, nextStep: string) => (
    <Notice kind="bad" alert {...{ message, nextStep }} actions={useProposed || undefined} />
  );
  if (holds?.whose === 'other' && holds.account !== undefined) {
    const { user, host } = holds.account;
    return refused(t('where.other', { user, host }), other);
  }
  if (holds?.whose === 'otherWay') {
    const { protocol = 'imap' } = holds.account ?? {};
    return refused(t(`where.otherWay.${protocol}`), t('where.otherWayNext'));
  }
  if (holds?.isOfLaterVersion === true) return refused(t('where.later'), t('where.laterNext'));
  if (readOnly === true) return refused(t('where.readOnly'), t('where.readOnlyNext'));
  if (holds === undefined) return null;
  if (holds.whose === 'unknown') {
    return <Notice kind="needs" message={t('where.unknown')} nextStep={t('where.unknownNext')} />;
  }
  const message =
    holds.messages === undefined ? t('where.own') : t('where.ownCount', { count: holds.messages });
  return <Notice kind="safe" {...{ message }} nextStep={t('where.ownNext')} />;
}
