import type { ReactElement } from 'react';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { LongList } from '../../ui/lists/long-list.tsx';
import { useWords } from '../../words/use-words.ts';

/** Rem. */
const rowHeight = 2.25;

/** Names that mail programs still look for although there is no folder any more. */
export function LostNames({ names }: { readonly names: readonly string[] }): ReactElement | null {
  const { t } = useWords();
  const { subscribe } = useStores().serverFolders.getState();
  if (names.length === 0) return null;
  return (
    <section className="stack-small">
      <h2 className="strong">{t('mailboxes.lost')}</h2>
      <div className="card folder-lines">
        <LongList
          label={t('mailboxes.lost')}
          count={names.length}
          rowHeight={rowHeight}
          renderRow={index => {
            const name = names[index] ?? '';
            return (
              <div className="folder-line">
                <span className="folder-line-name">
                  <span className="cut" title={name}>
                    {name}
                  </span>
                </span>
                <Button size="small" kind="quiet" onClick={() => void subscribe(name, false)}>
                  {t('mailboxes.unsubscribe')}
                </Button>
              </div>
            );
          }}
        />
      </div>
    </section>
  );
}
