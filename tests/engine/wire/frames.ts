import type { Frame, LiteralStore } from '../../../electron/engine/wire/frame.ts';
import { Framer } from '../../../electron/engine/wire/framer.ts';

/** Every frame of a stream that arrives in these chunks. */
export function framesOf(chunks: Iterable<Buffer>, store?: LiteralStore): Frame[] {
  const frames: Frame[] = [];
  const framer = new Framer(frame => frames.push(frame), store);
  for (const chunk of chunks) framer.push(chunk);
  return frames;
}

/** The one frame of a text; each character is an octet. */
export function frameOf(text: string): Frame {
  const [frame, ...more] = framesOf([Buffer.from(text, 'latin1')]);
  if (frame === undefined || more.length > 0) throw new Error(`not one frame: ${text}`);
  return frame;
}

/** A frame as plain text, for comparing. */
export function written(frame: Frame): { segments: string[]; literals: string[] } {
  return {
    segments: frame.segments.map(segment => segment.toString('latin1')),
    literals: frame.literals.map(literal =>
      literal.kind === 'memory' ? literal.bytes.toString('latin1') : `streamed ${literal.size}`,
    ),
  };
}
