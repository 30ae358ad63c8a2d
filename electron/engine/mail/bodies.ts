import { uuBlocks } from './decode/uuencode.ts';
import { decodeBytes } from './decode-part.ts';
import type { MessageFile } from './message-file.ts';
import { isMultipart, type Part } from './structure.ts';

/** What of a message is read, and what is kept beside it. */
export interface Contents {
  /** In the order in which they are read. */
  readonly bodies: readonly Body[];
  /** Files beside the words, in their order; those that the HTML shows are among them. */
  readonly files: readonly Part[];
  readonly isEncrypted: boolean;
  /** Signed and packed together with its signature. */
  readonly isSigned: boolean;
}

/** The same words in one form or in both; a form may have several parts. */
export interface Body {
  readonly plain: readonly Part[];
  /** Of these at least one is HTML. */
  readonly rich: readonly Part[];
}

interface Collected {
  readonly bodies: Body[];
  readonly files: Part[];
  readonly file: MessageFile;
  readonly searched: number;
}

const signatures = /^application\/(pgp-signature|(x-)?pkcs7-signature)$/;
const cms = /^application\/(x-)?pkcs7-mime$/;
/** Text that is a file of some program rather than words. */
const fileTypes =
  /^text\/(calendar|x-vcalendar|vcard|x-vcard|directory|csv|tab-separated-values|css|(x-)?javascript|rtf|xml|rfc822-headers)$/;
/** Forms of the same words that only few programs show. */
const otherForms = /^text\/(x-amp-html|watch-html|x-watch-html)$/;

/**
 * Sorts the parts of a message by what they are for (RFC 2046 section 5.1, RFC 2387, RFC 2183).
 * @param file in which texts are searched for files that were written into them
 * @param searched bytes of each text
 */
export function contentsOf(root: Part, file: MessageFile, searched: number): Contents {
  const collected: Collected = { bodies: [], files: [], file, searched };
  collect(root, undefined, collected);
  const signedness = collected.files
    .filter(({ type }) => cms.test(type))
    .map(part => cmsKind(part, file));
  return {
    bodies: collected.bodies,
    files: collected.files,
    isEncrypted: root.type === 'multipart/encrypted' || signedness.includes('encrypted'),
    isSigned: signedness.includes('signed'),
  };
}

function collect(part: Part, parent: Part | undefined, into: Collected): void {
  if (isMultipart(part) && part.parts.length > 0) {
    if (part.type === 'multipart/alternative') collectAlternatives(part, into);
    else for (const child of part.parts) collect(child, part, into);
    return;
  }
  if (isBody(part, parent, into)) {
    if (part.type === 'text/html') into.bodies.push({ plain: [], rich: [part] });
    else collectText(part, into);
    // What has a name may be wanted as a file too.
    if (parent !== undefined && part.name !== '' && part.disposition === 'inline')
      into.files.push(part);
    return;
  }
  if (parent?.type === 'multipart/signed' && signatures.test(part.type)) return;
  into.files.push(part);
}

/** A text, and the files that were written into it. */
function collectText(part: Part, into: Collected): void {
  let start = part.start;
  const plain: Part[] = [];
  // In base64 nothing can be seen without decoding, and nobody wraps one in the other.
  const blocks =
    part.encoding === 'base64'
      ? []
      : uuBlocks(into.file, part.start, Math.min(part.end, part.start + into.searched));
  for (const block of blocks) {
    if (block.start > start) plain.push({ ...part, start, end: block.start });
    start = block.end;
    into.files.push({
      ...part,
      type: 'application/octet-stream',
      packed: 'uuencode',
      name: block.name,
      start: block.start,
      end: block.end,
    });
  }
  if (start < part.end || plain.length === 0) plain.push({ ...part, start });
  into.bodies.push({ plain, rich: [] });
}

/** Of several forms of the same, the first text and the last HTML, each with all its parts; files of any are kept. */
function collectAlternatives(part: Part, into: Collected): void {
  let plain: readonly Part[] | undefined;
  let rich: readonly Part[] | undefined;
  for (const child of part.parts) {
    const inner: Collected = { ...into, bodies: [], files: [] };
    collect(child, part, inner);
    const isRich = inner.bodies.some(body => body.rich.length > 0);
    if (isRich)
      rich = inner.bodies.flatMap(body => (body.rich.length > 0 ? body.rich : body.plain));
    const texts = inner.bodies.flatMap(body => body.plain);
    if (!isRich || inner.bodies.every(body => body.plain.length > 0)) {
      if (texts.length > 0) plain ??= texts;
    }
    into.files.push(...inner.files.filter(each => !otherForms.test(each.type)));
  }
  if (plain === undefined && rich === undefined) return;
  into.bodies.push({ plain: plain ?? [], rich: rich ?? [] });
}

/** Whatever cannot be taken apart is shown as the text that it is; unknown text is text (RFC 2046 section 4.1.4). */
function isBody(part: Part, parent: Part | undefined, { bodies, files }: Collected): boolean {
  if (isMultipart(part)) return true;
  const { type, disposition, name } = part;
  if (disposition === 'attachment' || !type.startsWith('text/')) return false;
  if (fileTypes.test(type) || otherForms.test(type)) return false;
  const isFirst = bodies.length === 0 && files.length === 0;
  return name === '' || parent?.type === 'multipart/alternative' || isFirst;
}

/** Bytes of the structure that say what kind it is. */
const cmsStart = 200;
/** 1.2.840.113549.1.7.2 (RFC 5652 section 5.1). */
const signedData = Buffer.from('06092a864886f70d010702', 'hex');

/** RFC 8551 section 3.2: the parameter says it, else the structure does. */
function cmsKind(part: Part, file: MessageFile): 'signed' | 'encrypted' {
  const stated = part.parameters.get('smime-type')?.toLowerCase();
  if (stated === 'signed-data' || stated === 'certs-only') return 'signed';
  if (stated === 'enveloped-data' || stated === 'authenveloped-data') return 'encrypted';
  const start = decodeBytes(file, part, cmsStart).bytes;
  return start.includes(signedData) ? 'signed' : 'encrypted';
}
