import { isMultipart, type Part } from './structure.ts';

/** What of a message is read, and what is kept beside it. */
export interface Contents {
  /** In the order in which they are read. */
  readonly bodies: readonly Body[];
  readonly attachments: readonly Part[];
  /** Shown within the HTML, by their Content-ID. */
  readonly inline: readonly Part[];
  readonly isEncrypted: boolean;
}

/** The same words in one form or in both. */
export interface Body {
  readonly text?: Part;
  readonly html?: Part;
}

interface Collected {
  readonly bodies: Body[];
  readonly attachments: Part[];
  readonly inline: Part[];
}

const signatures = /^application\/(pgp-signature|(x-)?pkcs7-signature)$/;
const encrypted = /^application\/(pgp-encrypted|(x-)?pkcs7-mime)$/;

/** Sorts the parts of a message by what they are for (RFC 2046 section 5.1, RFC 2387, RFC 2183). */
export function contentsOf(root: Part): Contents {
  const collected: Collected = { bodies: [], attachments: [], inline: [] };
  collect(root, undefined, collected);
  const { bodies, attachments, inline } = collected;
  // Without HTML nothing shows them.
  const isShown = bodies.some(({ html }) => html !== undefined);
  return {
    bodies,
    attachments: isShown ? attachments : [...attachments, ...inline],
    inline: isShown ? inline : [],
    isEncrypted: root.type === 'multipart/encrypted' || encrypted.test(root.type),
  };
}

function collect(part: Part, parent: Part | undefined, into: Collected): void {
  if (isMultipart(part) && part.parts.length > 0) {
    if (part.type === 'multipart/alternative') collectAlternatives(part, into);
    else for (const child of part.parts) collect(child, part, into);
    return;
  }
  if (isBody(part)) {
    into.bodies.push(part.type === 'text/html' ? { html: part } : { text: part });
    return;
  }
  if (parent?.type === 'multipart/signed' && signatures.test(part.type)) return;
  const isWithin = parent?.type === 'multipart/related' || part.disposition === 'inline';
  const isInline = isWithin && part.contentId !== undefined && part.disposition !== 'attachment';
  (isInline ? into.inline : into.attachments).push(part);
}

/** Of several forms of the same, the text and the richest HTML; what is attached to any of them is kept. */
function collectAlternatives(part: Part, into: Collected): void {
  let text: Part | undefined;
  let html: Part | undefined;
  for (const child of part.parts) {
    const inner: Collected = { bodies: [], attachments: [], inline: [] };
    collect(child, part, inner);
    for (const body of inner.bodies) {
      text ??= body.text;
      html = body.html ?? html;
    }
    into.inline.push(...inner.inline);
    // A form that we do not know, such as an invitation, is no attachment.
    into.attachments.push(...inner.attachments.filter(each => each !== child || each.hasName));
  }
  if (text === undefined && html === undefined) return;
  into.bodies.push({
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
  });
}

/** Whatever cannot be taken apart is shown as the text that it is. */
function isBody(part: Part): boolean {
  if (isMultipart(part)) return true;
  if (part.disposition === 'attachment' || part.hasName) return false;
  return part.type === 'text/plain' || part.type === 'text/html';
}
