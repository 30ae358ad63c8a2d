import type { ReactElement } from 'react';
import type { Signature } from '../../../shared/contract.ts';
import { Notice } from '../../ui/feedback/notice.tsx';
import { useWords, type Words } from '../../words/use-words.ts';

interface Props {
  readonly signature: Signature;
}

/** What was found of one signature, and what it is worth. */
export function SignatureNotice({ signature }: Props): ReactElement {
  const words = useWords();
  const { t } = words;
  const { covers, isWeak } = signature;
  const { kind, message, nextStep } = said(signature, words);
  const further = [
    nextStep,
    covers === 'part' ? t('protection.partOnly') : '',
    isWeak && signature.state === 'holds' ? t('protection.weak') : '',
  ];
  const details = detailsOf(signature, words);
  return (
    <Notice
      kind={kind}
      message={message}
      nextStep={further.filter(each => each !== '').join(' ')}
      details={details === '' ? undefined : { title: t('serverWords'), text: details }}
    />
  );
}

interface Said {
  readonly kind: 'bad' | 'needs' | 'safe' | 'plain';
  readonly message: string;
  readonly nextStep: string;
}

function said(signature: Signature, words: Words): Said {
  const { state, reason, signer, kind, keyIds } = signature;
  const { t } = words;
  const name = whoOf(signature, words);
  if (kind === 'openpgp') {
    const [key] = keyIds;
    return {
      kind: 'plain',
      message: key === undefined ? t('protection.openpgp') : t('protection.openpgpBy', { key }),
      nextStep: t('protection.openpgpNext'),
    };
  }
  if (state === 'holds' && signer !== undefined) return holding(signature, words, name);
  if (state === 'broken') {
    return reason === 'altered'
      ? { kind: 'bad', message: t('protection.altered'), nextStep: t('protection.alteredNext') }
      : {
          kind: 'bad',
          message: t('protection.notTheirs', { name }),
          nextStep: t('protection.notTheirsNext'),
        };
  }
  const why = reason === undefined || reason === 'openpgp' ? 'unreadable' : reason;
  return {
    kind: 'plain',
    message: t('protection.unchecked'),
    nextStep: uncheckedWords(why, words),
  };
}

function uncheckedWords(why: NonNullable<Signature['reason']>, { t }: Words): string {
  switch (why) {
    case 'no-certificate':
      return t('protection.noCertificate');
    case 'unknown-method':
      return t('protection.unknownMethod');
    case 'too-large':
      return t('protection.tooLarge');
    default:
      return t('protection.unreadable');
  }
}

/** It holds; whether that says anything is another matter. */
function holding({ signer, isSender }: Signature, words: Words, name: string): Said {
  const { t, day } = words;
  if (signer === undefined) return { kind: 'plain', message: '', nextStep: '' };
  const { issuer, trust } = signer;
  if (!isSender) {
    const message = t('protection.otherSender', { name });
    return { kind: 'needs', message, nextStep: t('protection.otherSenderNext') };
  }
  switch (trust) {
    case 'known':
      return {
        kind: 'safe',
        message: t('protection.holds', { name }),
        nextStep: t('protection.holdsNext', { issuer }),
      };
    case 'unknown':
      return {
        kind: 'plain',
        message: t('protection.holdsFor', { name }),
        nextStep: t('protection.unknownNext', { issuer }),
      };
    case 'self-made':
      return {
        kind: 'plain',
        message: t('protection.holdsFor', { name }),
        nextStep: t('protection.selfMadeNext'),
      };
    case 'not-valid-then':
      return {
        kind: 'needs',
        message: t('protection.holdsFor', { name }),
        nextStep: t('protection.notValidNext', {
          from: day(signer.validFrom),
          to: day(signer.validTo),
        }),
      };
    case 'not-for-mail':
      return {
        kind: 'needs',
        message: t('protection.holdsFor', { name }),
        nextStep: t('protection.notForMailNext'),
      };
  }
}

/** Whom the certificate names: the address first, since it is what authorities look at. */
function whoOf({ signer }: Signature, { t }: Words): string {
  const [address] = signer?.addresses ?? [];
  const name = signer?.name ?? '';
  if (address === undefined) return name || t('protection.nobody');
  return name === '' || name.toLowerCase() === address ? address : `${name} <${address}>`;
}

function detailsOf({ signer, signedAt, method, keyIds }: Signature, words: Words): string {
  const { t, day, dayAndTime } = words;
  const certificate = signer && [
    [t('protection.detail.name'), signer.name],
    [t('protection.detail.addresses'), signer.addresses.join(', ')],
    [t('protection.detail.issuer'), signer.issuer],
    [t('protection.detail.serial'), signer.serial],
    [t('protection.detail.valid'), `${day(signer.validFrom)} – ${day(signer.validTo)}`],
  ];
  const lines = [
    ...(certificate ?? []),
    [t('protection.detail.signedAt'), signedAt === undefined ? '' : dayAndTime(signedAt)],
    [t('protection.detail.method'), method],
    [t('protection.detail.keys'), keyIds.join(', ')],
  ];
  const known = lines
    .filter(([, value]) => value !== '')
    .map(([name, value]) => `${name}: ${value}`);
  if (signer !== undefined) known.push(t('protection.detail.revoked'));
  return known.join('\n');
}
