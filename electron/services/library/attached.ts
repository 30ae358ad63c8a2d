import type { Attachment } from '../../../shared/contract.ts';
import type { AttachedFile } from '../../engine/mail/attachments.ts';
import type { MailReader } from '../../engine/mail/mail-reader.ts';
import { previewKindOf } from '../../engine/reading/preview/preview-kind.ts';
import type { Deliverable } from '../host.ts';
import { isOpenable } from './openable.ts';

/** A file of a message, as the window lists it. */
export function shownAttachment(
  { name, type, size, dangerous }: AttachedFile,
  index: number,
): Attachment {
  const preview = previewKindOf(name, type);
  const shown = { index, name, type, size, dangerous, openable: isOpenable(name) };
  return preview === undefined ? shown : { ...shown, preview };
}

/** @param path of the message, absolute */
export function deliverable(
  reader: MailReader,
  path: string,
  { name, type, dangerous, place }: AttachedFile,
): Deliverable {
  return { name, type, dangerous, open: () => reader.part(path, place) };
}
