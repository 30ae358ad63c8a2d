import type { Certificate } from '../../../shared/model/certificate.ts';
import type { CertificateWords } from './certificate-words.ts';
import { english } from './english.ts';
import { totals } from './totals.ts';
import { printable } from './words.ts';

/** What a certificate says before any number. */
export interface Verdict {
  readonly state: 'complete' | 'incomplete' | 'unfinished';
  readonly title: string;
  /** One sentence each. */
  readonly sentences: readonly string[];
}

/** Whether a run archived all it was asked for and came to its end. */
export function isComplete({
  mailboxes,
  notReached,
  problems,
  ended,
}: Pick<Certificate, 'mailboxes' | 'notReached' | 'problems' | 'ended'>): boolean {
  const { missing, unnamed } = totals(mailboxes);
  return (
    ended === undefined &&
    notReached.length === 0 &&
    problems.length === 0 &&
    missing + unnamed === 0
  );
}

export function verdict(certificate: Certificate, words: CertificateWords = english): Verdict {
  const { ended, mailboxes } = certificate;
  const { selected, archived } = totals(mailboxes);
  if (certificate.complete) {
    const all = selected === 0 ? words.nothingAsked : words.allArchived(selected, mailboxes.length);
    return {
      state: 'complete',
      title: words.complete,
      sentences: [all, ...leftOut(certificate, words)],
    };
  }
  const known =
    mailboxes.length === 0
      ? words.noFolderFinished
      : words.finished(mailboxes.length, archived, selected);
  const said = [known, ...shortcomings(certificate, words), ...leftOut(certificate, words)];
  if (ended === undefined) return { state: 'incomplete', title: words.incomplete, sentences: said };
  const { message, nextStep } = words.failure(ended);
  return {
    state: 'unfinished',
    title: words.unfinished,
    sentences: [words.endedEarly(printable(message)), printable(nextStep), ...said],
  };
}

function shortcomings(certificate: Certificate, words: CertificateWords): string[] {
  const { mailboxes, notReached, problems } = certificate;
  const { missing, unnamed } = totals(mailboxes);
  const failed = problems.filter(({ scope }) => scope === 'mailbox').length;
  return [
    missing > 0 ? words.missing(missing) : '',
    unnamed > 0 ? words.unnamed(unnamed) : '',
    failed > 0 ? words.failed(failed) : '',
    notReached.length > 0 ? words.notFinished(notReached.length) : '',
  ].filter(sentence => sentence !== '');
}

function leftOut({ mailboxes, selection }: Certificate, words: CertificateWords): string[] {
  const { excluded } = totals(mailboxes);
  const asked = words.selection(selection);
  if (asked === '') return [];
  return [excluded === 0 ? asked : `${asked} ${words.leftOut(excluded)}`];
}
