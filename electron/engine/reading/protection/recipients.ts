import { fromBER, OctetString } from 'asn1js';
import {
  IssuerAndSerialNumber,
  KeyAgreeRecipientInfo,
  KeyTransRecipientInfo,
  PasswordRecipientinfo,
  RecipientInfo,
} from 'pkijs';
import type { NeededKey } from '../../../../shared/model/protection.ts';
import { commonName, hexOf } from './certificates.ts';

/** Bytes of what one recipient gets. */
const longest = 64 * 1024;

/** The keys that each recipient's copy was made for (RFC 5652 section 6.2); none where it cannot be read. */
export function keysOf(recipient: Buffer): NeededKey[] {
  if (recipient.length > longest) return [];
  try {
    return read(new RecipientInfo({ schema: fromBER(recipient).result }).value);
  } catch {
    // Whatever a library makes of what a stranger wrote.
    return [];
  }
}

function read(value: RecipientInfo['value']): NeededKey[] {
  if (value instanceof KeyTransRecipientInfo) return [keyOf(value.rid)];
  if (value instanceof KeyAgreeRecipientInfo) {
    const keys = value.recipientEncryptedKeys.encryptedKeys;
    return keys.slice(0, 20).map(({ rid }) => keyOf(rid.value));
  }
  return value instanceof PasswordRecipientinfo ? [{ kind: 'password' }] : [];
}

function keyOf(rid: unknown): NeededKey {
  if (rid instanceof IssuerAndSerialNumber) {
    return {
      kind: 'certificate',
      issuer: commonName(rid.issuer.typesAndValues),
      serial: hexOf(rid.serialNumber.valueBlock.valueHexView),
    };
  }
  const id = rid instanceof OctetString ? hexOf(rid.valueBlock.valueHexView) : keyIdWithin(rid);
  return { kind: 'key', id, isHidden: id === '' };
}

/** Where the library keeps the name of a key depends on how it stands there. */
function keyIdWithin(rid: unknown): string {
  if (typeof rid !== 'object' || rid === null) return '';
  const named = 'subjectKeyIdentifier' in rid ? rid.subjectKeyIdentifier : rid;
  if (named instanceof OctetString) return hexOf(named.valueBlock.valueHexView);
  if (typeof named !== 'object' || named === null || !('valueBlock' in named)) return '';
  const { valueBlock } = named;
  const bytes = (valueBlock as { readonly valueHexView?: unknown }).valueHexView;
  return bytes instanceof Uint8Array ? hexOf(bytes) : '';
}
