import { type ReactElement, useId } from 'react';
import type { OpenedArchive } from '../../../shared/contract.ts';
import { archiveName } from '../../parts/archive-name.ts';
import { Years } from '../../parts/years.tsx';
import { yearsCovered } from '../../parts/years-covered.ts';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Menu } from '../../ui/controls/menu.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Facts } from '../../ui/layout/facts.tsx';
import { useWords } from '../../words/use-words.ts';
import { AwayCard } from './away-card.tsx';
import { CardHead } from './card-head.tsx';
import { usePlace } from './use-place.ts';

/** An archive that was opened without its account: what is in it, and the way to read it. */
export function OpenedArchiveCard({ archive }: { readonly archive: OpenedArchive }): ReactElement {
  const { t, fileSize } = useWords();
  const stores = useStores();
  const title = useId();
  const { id, folder, account, stock } = archive;
  const place = usePlace(id);
  const name = archiveName(archive);
  const { go } = stores.place.getState();
  const setUp = () => {
    stores.setup.getState().setUpAgain(archive);
    go({ at: 'set-up' });
  };
  const remove = () => void stores.archives.getState().remove(id);
  const menu = (
    <Menu
      label={t('accounts.more', { email: name })}
      entries={[
        { id: 'set-up', icon: 'accounts', label: t('opened.setUp'), onChoose: setUp },
        { id: 'remove', icon: 'close', label: t('opened.remove'), onChoose: remove },
      ]}
    />
  );
  if (place !== undefined) {
    const { look } = stores.whereabouts.getState();
    return (
      <AwayCard
        {...{ title, name, folder, place, menu }}
        actions={
          <>
            <Button onClick={() => void look(id)}>{t('ways.try-again')}</Button>
            <Button onClick={remove}>{t('opened.remove')}</Button>
          </>
        }
      />
    );
  }
  const messages = stock?.years.reduce((sum, year) => sum + year.messages, 0);
  return (
    <li className="card account" aria-labelledby={title}>
      <CardHead {...{ title, name, menu }} />
      <span className="account-sign">
        <Icon name="archive" />
      </span>
      <p className="answer">
        {messages === undefined ? t('opened.title') : t('library.total', { count: messages })}
      </p>
      <div className="account-rest stack-small">
        <p>
          {account === undefined
            ? t('opened.unknown')
            : t('opened.of', { user: account.user, host: account.host })}
        </p>
        <Facts
          facts={[
            stock !== undefined && fileSize(stock.bytes),
            yearsCovered(stock),
            t('accounts.kept', { folder }),
          ]}
        />
      </div>
      <div className="account-end">
        <div className="account-actions">
          <Button onClick={() => go({ at: 'library', accountId: id })}>{t('accounts.look')}</Button>
        </div>
        {stock !== undefined && <Years years={stock.years} />}
      </div>
    </li>
  );
}
