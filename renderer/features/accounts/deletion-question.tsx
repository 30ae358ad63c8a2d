import { type ReactElement, useState } from 'react';
import type { Draft } from '../../store/setup-draft.ts';
import { Button } from '../../ui/controls/button.tsx';
import { CountInput } from '../../ui/controls/count-input.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { useWords } from '../../words/use-words.ts';

const usualDays = 30;
const mostDays = 3_650;

interface Props {
  readonly draft: Draft;
  onChosen(days: number): void;
  onClose(): void;
}

/** What will be deleted on the server, when, and after which two checks, before it is switched on. */
export function DeletionQuestion({ draft, onChosen, onClose }: Props): ReactElement {
  const { t } = useWords();
  const [days, setDays] = useState(draft.deleteAfter ?? usualDays);
  const { user, server, folder } = draft;
  const choose = () => {
    onChosen(days);
    onClose();
  };
  return (
    <Dialog
      title={t('edit.deletion.question')}
      open
      onClose={onClose}
      safe={<Button onClick={onClose}>{t('action.cancel')}</Button>}
      acting={
        <Button kind="danger" onClick={choose}>
          {t('edit.deletion.confirm', { count: days })}
        </Button>
      }
    >
      <div>
        <h3>{t('edit.deletion.whatTitle')}</h3>
        <p className="deletion-what">
          {t('edit.deletion.what', { user, server: server.host, folder })}
        </p>
      </div>
      <div className="stack-small">
        <h3>{t('edit.deletion.whenTitle')}</h3>
        <p>{t('edit.deletion.when')}</p>
        <CountInput
          label={t('edit.deletion.days')}
          value={days}
          least={1}
          most={mostDays}
          onChange={setDays}
        />
      </div>
      <div>
        <h3>{t('edit.deletion.checksTitle')}</h3>
        <ol className="deletion-checks">
          <li>{t('edit.deletion.first')}</li>
          <li>{t('edit.deletion.second', { count: days })}</li>
        </ol>
      </div>
      <Notice
        kind="needs"
        message={t('edit.deletion.warning')}
        nextStep={t('edit.deletion.warningNext')}
      />
    </Dialog>
  );
}
