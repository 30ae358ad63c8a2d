import { Fragment, type ReactElement } from 'react';
import type { SeenCertificate } from '../../../shared/contract.ts';
import { useWords } from '../../words/use-words.ts';

/** A certificate as a person can compare it: rows of a list of facts. */
export function CertificateFacts(props: { readonly certificate: SeenCertificate }): ReactElement {
  const { t, day } = useWords();
  const { sha256, subject, issuer, names, validFrom, validTo } = props.certificate;
  const validity = { from: day(validFrom), to: day(validTo) };
  return (
    <>
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
      <dd>{[...new Set([subject, ...names])].filter(each => each !== '').join(', ')}</dd>
      <dt>{t('certificate.issuedBy')}</dt>
      <dd>{issuer}</dd>
      <dt>{t('certificate.valid')}</dt>
      <dd>{t('certificate.validFromTo', validity)}</dd>
    </>
  );
}

/** As servers and other programs print it: pairs of hex digits with colons, which may break behind each. */
function inPairs(sha256: string): { readonly key: number; readonly text: string }[] {
  const pairs = sha256.toUpperCase().match(/../g) ?? [];
  return pairs.map((pair, key) => ({ key, text: key < pairs.length - 1 ? `${pair}:` : pair }));
}
