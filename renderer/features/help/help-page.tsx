import type { ReactElement } from 'react';
import { useStores } from '../../store/stores.ts';
import { Button } from '../../ui/controls/button.tsx';
import { Seal, type Standing } from '../../ui/feedback/seal.tsx';
import { Page } from '../../ui/layout/page.tsx';
import { useWords } from '../../words/use-words.ts';
import './help-page.css';

const chapters = ['kept', 'without', 'again', 'private', 'trouble'] as const;
const signs = ['safe', 'working', 'needs', 'never'] as const satisfies readonly Standing[];

/** What a person wants to know before and after trusting Mailstow with their mail; offline. */
export function HelpPage(): ReactElement {
  const { t } = useWords();
  const { go, showShortcuts } = useStores().place.getState();
  const back = { name: t('places.settings'), go: () => go({ at: 'settings' }) };
  return (
    <Page
      title={t('help.title')}
      back={back}
      end={
        <Button icon="keyboard" onClick={() => showShortcuts(true)}>
          {t('keys.title')}
        </Button>
      }
    >
      {chapters.map(chapter => (
        <section key={chapter} className="card card-padded help-chapter">
          <h2>{t(`help.${chapter}.title`)}</h2>
          <p>{t(`help.${chapter}.text`)}</p>
          <p>{t(`help.${chapter}.more`)}</p>
        </section>
      ))}
      <section className="card card-padded help-chapter">
        <h2>{t('help.signs')}</h2>
        <dl className="help-signs">
          {signs.map(standing => (
            <div key={standing}>
              <dt>
                <Seal standing={standing} size="middle" />
                {t(`standing.label.${standing}`)}
              </dt>
              <dd>{t(`help.sign.${standing}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </Page>
  );
}
