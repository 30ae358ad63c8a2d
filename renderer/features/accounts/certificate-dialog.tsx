import { type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { Fold } from '../../ui/layout/fold.tsx';
import { useWords } from '../../words/use-words.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import { CertificatePaths, type Paths } from './certificate-paths.tsx';
import { useForm } from './form.ts';

/** What the server showed, and the three ways on: compare and trust it, a file or folder, or leave it. */
export function CertificateDialog(): ReactElement | null {
  const { t } = useWords();
  const { untrusted, draft, trust, distrust } = useStore(useForm());
  const [paths, setPaths] = useState<Paths>({});
  if (untrusted === undefined) return null;
  const { sha256 } = untrusted;
  const given = Object.values(paths).filter(path => path !== undefined);
  return (
    <Dialog
      title={t('certificate.title')}
      open
      onClose={distrust}
      safe={<Button onClick={distrust}>{t('action.cancel')}</Button>}
      acting={
        <Button kind="danger" onClick={() => void trust({ trustedCertificate: sha256 })}>
          {t('certificate.trust')}
        </Button>
      }
    >
      <p>{t('certificate.text', { host: draft.server.host })}</p>
      <dl className="facts">
        <CertificateFacts certificate={untrusted} />
      </dl>
      <p>{t('certificate.compare')}</p>
      <Fold title={t('certificate.haveFile')}>
        <CertificatePaths
          paths={paths}
          onChange={part => setPaths(before => ({ ...before, ...part }))}
        />
        <div>
          <Button disabled={given.length === 0} onClick={() => void trust(paths)}>
            {t('certificate.use')}
          </Button>
        </div>
      </Fold>
    </Dialog>
  );
}
