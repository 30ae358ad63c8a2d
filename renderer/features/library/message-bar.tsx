import type { ReactElement } from 'react';
import { Toolbar } from 'react-aria-components';
import { useStore } from 'zustand';
import type { Message } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import type { MessageAct } from '../../store/outgoing.ts';
import { useStores } from '../../store/stores.ts';
import { IconButton } from '../../ui/controls/icon-button.tsx';
import { Menu } from '../../ui/controls/menu.tsx';
import type { IconName } from '../../ui/feedback/icon.tsx';
import { useWords } from '../../words/use-words.ts';
import './message-bar.css';

interface Props {
  readonly message: Message;
  readonly accountId: string;
}

interface Entry {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  onChoose(): void;
}

/** What can be done with the message that is being read; behind three dots where there is no room. */
export function MessageBar(props: Props): ReactElement {
  const { t } = useWords();
  const entries = useEntries(props);
  return (
    <>
      <Toolbar className="message-bar" aria-label={t('message.actions')}>
        {entries.map(({ id, icon, label, onChoose }) => (
          <IconButton key={id} icon={icon} label={label} onClick={onChoose} />
        ))}
      </Toolbar>
      <span className="message-bar-menu">
        <Menu label={t('message.actions')} entries={entries} />
      </span>
    </>
  );
}

function useEntries({ message, accountId }: Props): readonly Entry[] {
  const { t } = useWords();
  const stores = useStores();
  const onDesktop = useStore(stores.settings, state => state.info?.host === 'desktop');
  const remote = useStore(stores.message, state => state.remote);
  const { handOut } = stores.outgoing.getState();
  const act = (what: MessageAct, icon: IconName): Entry => ({
    ...{ id: what, icon, label: t(`message.${what}`) },
    onChoose: () => void handOut(what, { accountId, messageId: message.id }, remote),
  });
  const show: Entry = {
    ...{ id: 'showFile', icon: 'folder-open', label: t('message.showFile') },
    onChoose: () => void stores.message.getState().showFile(),
  };
  return [
    act('reply', 'reply'),
    act('saveFile', 'save'),
    ...(onDesktop ? [act('savePdf', 'pdf')] : []),
    act('printPaper', 'print'),
    ...(onDesktop ? [show] : []),
  ];
}

/** Why something could not be done with this message. */
export function MessageBarFailure({ message, accountId }: Props): ReactElement | null {
  const { failure } = useStore(useStores().outgoing);
  const isOfThis = failure?.of?.messageId === message.id && failure.of.accountId === accountId;
  return isOfThis ? <FailureNotice failure={failure.why} /> : null;
}
