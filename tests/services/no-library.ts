import { MailstowError } from '../../electron/engine/errors.ts';
import type { LibraryService } from '../../electron/services/library/library-service.ts';

/** Stands in where a test is not about the library. */
export function noLibrary(): LibraryService {
  const absent = async () => {
    throw new MailstowError('message-gone');
  };
  return {
    calls: {
      'library.mailboxes': absent,
      'library.later': absent,
      'library.messages': absent,
      'library.previews': absent,
      'library.conversation': absent,
      'library.conversations': absent,
      'library.message': absent,
      'library.source': absent,
      'library.saveAttachment': absent,
      'library.saveAttachments': absent,
      'library.previewAttachment': absent,
      'library.invitations': absent,
      'library.protection': absent,
      'library.openAttachment': absent,
      'library.showFile': absent,
      'library.search': absent,
      'library.unreadable': absent,
      'library.matchesInside': absent,
      'library.numbers': absent,
      'search.state': absent,
      'search.switch': absent,
      'search.delete': absent,
    },
    pages: {
      page: async () => undefined,
      part: async () => undefined,
      allowsRemote: () => false,
    },
    choose: absent,
    stored: () => undefined,
    stock: absent,
    release: async () => undefined,
    close: async () => undefined,
  };
}
