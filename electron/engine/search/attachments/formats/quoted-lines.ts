import { decodeText } from '../../../mail/decode/charset.ts';
import { QuotedPrintableDecoder } from '../../../mail/decode/quoted-printable.ts';

const quoted = /^([^:\n]*);ENCODING=QUOTED-PRINTABLE([^:\n]*):((?:[^\n]*=\n)*[^\n]*)/gim;

/** vCard 2.1 writes what is not ASCII in quoted-printable, in a set that each line names; its parameters may lack names. */
export function decodedLines(text: string): string {
  const decoded = text.replace(quoted, (_line, before: string, after: string, value: string) => {
    const parameters = `${before}${after}`;
    const charset = /;CHARSET=([^;:]+)/i.exec(parameters)?.[1];
    const decoder = new QuotedPrintableDecoder();
    const bytes = Buffer.concat([decoder.decode(Buffer.from(value, 'latin1')), decoder.end()]);
    const plain = decodeText(bytes, charset).replace(/\r\n?|\n/g, '\\n');
    return `${parameters.replace(/;CHARSET=[^;:]+/i, '')}:${plain}`;
  });
  return decoded.replace(
    /^([^:;\n]+)((?:;[^:\n]*)?):/gm,
    (_line, name: string, given: string) =>
      `${name}${given.replace(/;([^;=]+)(?=;|$)/g, ';TYPE=$1')}:`,
  );
}
