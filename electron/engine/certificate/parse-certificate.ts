import type { Certificate } from '../../../shared/model/certificate.ts';
import type { Failure } from '../../../shared/model/failure.ts';
import type { MailboxReport } from '../../../shared/model/mailbox.ts';

type Fields<Shape> = Partial<Record<keyof Shape, unknown>>;

/** @returns undefined for anything but a certificate of this format: a later run makes a new one */
export function parseCertificate(json: string): Certificate | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isCertificate(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isCertificate(value: unknown): value is Certificate {
  if (!isObject<Certificate>(value) || value.format !== 1) return false;
  const { account, selection } = value;
  return (
    isObject<Certificate['account']>(account) &&
    [account.user, account.host, value.mailstow, value.folder].every(isText) &&
    isObject<Certificate['selection']>(selection) &&
    typeof selection.headersOnly === 'boolean' &&
    typeof selection.unseenOnly === 'boolean' &&
    [
      selection.receivedSince,
      selection.receivedBefore,
      selection.largerThan,
      selection.smallerThan,
    ].every(limit => limit === undefined || isNumber(limit)) &&
    [value.startedAt, value.finishedAt, value.stored, value.renamed, value.octets].every(
      isNumber,
    ) &&
    typeof value.complete === 'boolean' &&
    isListOf(value.mailboxes, isReport) &&
    isListOf(value.notReached, isText) &&
    isListOf(value.problems, isFailure) &&
    (value.ended === undefined || isFailure(value.ended))
  );
}

function isReport(value: unknown): value is MailboxReport {
  if (!isObject<MailboxReport>(value)) return false;
  const { uidValidity, onServer, unnamed, selected, archived, elsewhere, missing, gone } = value;
  return (
    isText(value.mailbox) &&
    [uidValidity, onServer, unnamed, selected, archived, elsewhere, missing, gone].every(
      isNumber,
    ) &&
    isListOf(value.problems, isFailure)
  );
}

function isFailure(value: unknown): value is Failure {
  if (!isObject<Failure>(value)) return false;
  const { kind, scope, message, nextStep, serverText, mailbox, uid, rawPath } = value;
  return (
    [kind, scope, message, nextStep].every(isText) &&
    [serverText, mailbox, rawPath].every(text => text === undefined || isText(text)) &&
    (uid === undefined || isNumber(uid))
  );
}

function isObject<Shape>(value: unknown): value is Fields<Shape> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isListOf<Item>(value: unknown, isItem: (item: unknown) => item is Item): value is Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}
