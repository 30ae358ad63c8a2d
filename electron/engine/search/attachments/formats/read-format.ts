import { readCalendar } from './calendar.ts';
import { readContacts } from './contacts.ts';
import type { FormatFile } from './format-file.ts';
import { readMessage } from './message.ts';
import { readOffice } from './office.ts';
import { readPage } from './page.ts';
import { readPdf } from './pdf.ts';
import { readPlain } from './plain.ts';
import { readRtf } from './rtf.ts';
import { formatOf } from './signature.ts';
import { Unreadable } from './unreadable.ts';
import type { Words } from './words.ts';
import { readZipNames } from './zip-names.ts';

/**
 * Reads a file by what it is; its name and type decide only where its bytes do not.
 * @throws Unreadable
 */
export async function readFormat(file: FormatFile, words: Words): Promise<void> {
  const { bytes, charset } = file;
  switch (formatOf(file)) {
    case 'pdf':
      return readPdf(bytes, words);
    case 'office':
      return readOffice(bytes, words);
    case 'zip':
      return readZipNames(bytes, words);
    case 'rtf':
      return readRtf(bytes, words);
    case 'text':
      return readPlain(bytes, charset, words);
    case 'html':
      return readPage(bytes, charset, words);
    case 'calendar':
      return readCalendar(bytes, charset, words);
    case 'contacts':
      return readContacts(bytes, charset, words);
    case 'message':
      // Messages hold files, which are read here again.
      return readMessage(file, words, readFormat);
    case 'encrypted':
      throw new Unreadable('encrypted');
    default:
      throw new Unreadable('unsupported');
  }
}
