import { type ReactElement, type ReactNode, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Account } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { tell } from '../../parts/toasts.tsx';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Choices } from '../../ui/controls/choices.tsx';
import { Icon, type IconName } from '../../ui/feedback/icon.tsx';
import { Seal } from '../../ui/feedback/seal.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';
import { NewArchive } from './new-archive.tsx';
import './where-is-it.css';

/** Milliseconds between two looks for an archive that was not where it should be. */
const betweenLooks = 3_000;

/** Asks for an archive that is gone, and looks for it again as long as it is. */
export function WhereIsIt(): ReactElement | null {
  const stores = useStores();
  const { asking, places, lookAgain } = useStore(stores.whereabouts);
  const account = useStore(stores.accounts, state =>
    state.accounts.find(({ id }) => id === asking),
  );
  const isAnyAway = Object.values(places).some(place => place !== 'there');
  useEffect(() => {
    if (!isAnyAway) return undefined;
    const timer = setInterval(lookAgain, betweenLooks);
    return () => clearInterval(timer);
  }, [isAnyAway, lookAgain]);
  return account === undefined ? null : <Question key={account.id} account={account} />;
}

function Question({ account }: { readonly account: Account }): ReactElement {
  const { t, fileSize } = useWords();
  const stores = useStores();
  const { found, failure, ask, wait, locate } = useStore(stores.whereabouts);
  const [isAnew, setAnew] = useState(false);
  const [preferred, prefer] = useState<string>();
  const { id, profile, lastRun } = account;
  const close = () => ask(undefined);
  const use = async (folder: string) => {
    if (!(await locate(id, folder))) return;
    close();
    tell(t('away.located', { email: profile.email }));
  };
  const choose = async () => {
    const folder = await stores.folders.getState().choose('existing-archive', profile.folder);
    if (folder !== undefined) await use(folder);
  };
  const waitForIt = () => {
    wait(id, true);
    close();
  };
  if (isAnew) return <NewArchive account={account} onBack={() => setAnew(false)} onClose={close} />;
  const first = found.find(({ folder }) => folder === preferred) ?? found[0];
  const { bytes = 0 } = lastRun?.stock ?? {};
  const cost = bytes === 0 ? undefined : t('away.anewCost', { size: fileSize(bytes) });
  return (
    <Dialog
      title={t('away.question')}
      open
      onClose={close}
      safe={<Button onClick={close}>{t('away.notNow')}</Button>}
      acting={
        first !== undefined && (
          <Button kind="primary" onClick={() => void use(first.folder)}>
            {t('browse.use')}
          </Button>
        )
      }
    >
      <p>{t('away.gone', { email: profile.email, folder: profile.folder })}</p>
      {found.length > 1 && (
        <div className="card">
          <Choices
            label={t('away.found')}
            value={first?.folder ?? ''}
            choices={found.map(({ folder, messages }) => ({
              value: folder,
              icon: 'folder',
              title: t('away.found'),
              text: folder,
              fact: messages === undefined ? undefined : t('library.total', { count: messages }),
            }))}
            onChange={prefer}
          />
        </div>
      )}
      {found.length === 1 && first !== undefined && <FoundArchive {...first} />}
      {failure !== undefined && <FailureNotice failure={failure} />}
      <ul className="ways">
        <Way icon="folder-other" onChoose={() => void choose()}>
          {first === undefined ? t('where.choose') : t('where.change')}
        </Way>
        <Way icon="clock" onChoose={waitForIt}>
          {t('away.wait')}
        </Way>
        <Way icon="again" fact={cost} onChoose={() => setAnew(true)}>
          {t('away.anew')}
        </Way>
      </ul>
    </Dialog>
  );
}

interface FoundProps {
  readonly folder: string;
  readonly messages?: number | undefined;
  readonly archivedAt?: number | undefined;
}

/** What Mailstow found by itself. */
function FoundArchive({ folder, messages, archivedAt }: FoundProps): ReactElement {
  const { t, when } = useWords();
  const facts = [
    messages !== undefined && t('library.total', { count: messages }),
    archivedAt !== undefined && t('accounts.archivedOn', { date: when(archivedAt) }),
  ].filter(fact => fact !== false);
  return (
    <div className="card found">
      <Seal standing="safe" size="middle" />
      <div>
        <p className="strong">{t('away.found')}</p>
        <p className="small quiet">{folder}</p>
        {facts.length > 0 && <p className="small quiet">{facts.join(' · ')}</p>}
      </div>
    </div>
  );
}

interface WayProps {
  readonly icon: IconName;
  readonly children: ReactNode;
  /** Stands at the end, quiet. */
  readonly fact?: string | undefined;
  onChoose(): void;
}

function Way({ icon, children, fact, onChoose }: WayProps): ReactElement {
  return (
    <li>
      <button type="button" onClick={onChoose}>
        <Icon name={icon} small />
        <span>{children}</span>
        {fact !== undefined && <span className="small quiet">{fact}</span>}
      </button>
    </li>
  );
}
