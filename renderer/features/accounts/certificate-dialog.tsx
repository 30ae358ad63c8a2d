import { Fragment, type ReactElement, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../../ui/controls/button.tsx';
import { Dialog } from '../../ui/layout/dialog.tsx';
import { Fold } from '../../ui/layout/fold.tsx';
import { useWords } from '../../words/use-words.ts';
import { CertificatePaths, type Paths } from './certificate-paths.tsx';
import { useForm } from './form.ts';

/** What the server showed, and the three ways on: compare and trust it, a file or folder, or leave it. */
export function CertificateDialog(): ReactElement | null {
  const { t, day } = useWords();
  const { untrusted, draft, trust, distrust } = useStore(useForm());
  const [paths, setPaths] = useState<Paths>({});
  if (untrusted === undefined) return null;
  const { sha256, subject, issuer, names, validFrom, validTo } = untrusted;
  const given = Object.values(paths).filter(path => path !== undefined);
  const validity = { from: day(validFrom), to: day(validTo) };
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
        <dt>{t('certificate.fingerprint')}</dt>
        <dd className="fingerprint">
          {inPairs(sha256).map(pair => (
            <Fragment key={pair.key}>
              {pair.text}
              <wbr />
            </Fragment>
          ))}
        </dd>
        <dt>{t('certificate.issuedTo')}</dt>
        <dd>{[subject, ...names].filter(each => each !== '').join(', ')}</dd>
        <dt>{t('certificate.issuedBy')}</dt>
        <dd>{issuer}</dd>
        <dt>{t('certificate.valid')}</dt>
        <dd>{t('certificate.validFromTo', validity)}</dd>
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

/** As servers and other programs print it: pairs of hex digits with colons, which may break behind each. */
function inPairs(sha256: string): { readonly key: number; readonly text: string }[] {
  const pairs = sha256.toUpperCase().match(/../g) ?? [];
  return pairs.map((pair, key) => ({ key, text: key < pairs.length - 1 ? `${pair}:` : pair }));
}
