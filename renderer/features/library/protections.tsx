import type { ReactElement } from 'react';
import type { Encryption, NeededKey, Protection, ShownFailure } from '../../../shared/contract.ts';
import { FailureNotice } from '../../parts/failure-notice.tsx';
import { Icon } from '../../ui/feedback/icon.tsx';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords } from '../../words/use-words.ts';
import { SignatureNotice } from './signature-notice.tsx';
import './protections.css';

interface Props {
  readonly protection: Protection | undefined;
  readonly failure: ShownFailure | undefined;
}

/** Who signed a message and whether that holds, and which keys open it; no more than was checked. */
export function Protections({ protection, failure }: Props): ReactElement | null {
  const { t } = useWords();
  if (failure !== undefined) return <FailureNotice failure={failure} unasked />;
  if (protection === undefined) {
    return (
      <p className="protections-wait small quiet">
        <Icon name="certificate" small /> {t('protection.checking')}
      </p>
    );
  }
  return (
    <section className="protections" aria-label={t('protection.label')} aria-live="polite">
      {protection.signatures.map((signature, index) => (
        // They stand in the order of the message, and none ever moves.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <SignatureNotice key={index} signature={signature} />
      ))}
      {protection.encryptions.map((encryption, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <EncryptionNotice key={index} encryption={encryption} />
      ))}
    </section>
  );
}

function EncryptionNotice({ encryption }: { readonly encryption: Encryption }): ReactElement {
  const { t } = useWords();
  const { keys, total, covers } = encryption;
  const keyWords = (key: NeededKey): string => {
    if (key.kind === 'password') return t('protection.keyPassword');
    if (key.kind === 'certificate') {
      return t('protection.keyCertificate', { issuer: key.issuer, serial: key.serial });
    }
    return key.isHidden ? t('protection.keyHidden') : t('protection.keyId', { id: key.id });
  };
  const left = total - keys.length;
  return (
    <Notice
      kind="plain"
      message={t(covers === 'whole' ? 'protection.encrypted' : 'protection.partEncrypted')}
      nextStep={t(keys.length === 0 ? 'protection.keysUnknown' : 'protection.keysNeeded')}
      actions={
        keys.length === 0 ? undefined : (
          <ul className="protection-keys small">
            {[...new Set(keys.map(keyWords))].map(words => (
              <li key={words}>{words}</li>
            ))}
            {left > 0 && <li>{t('protection.keysMore', { count: left })}</li>}
          </ul>
        )
      }
    />
  );
}
