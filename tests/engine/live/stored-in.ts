import { readdirSync } from 'node:fs';
import type { LayoutName } from '../../../shared/model/run.ts';

/** Stored messages as `mailbox/uid`. */
export function storedIn(folder: string, layout: LayoutName): string[] {
  const names = readdirSync(folder, { recursive: layout === 'folders', encoding: 'utf8' });
  const shape = layout === 'flat' ? /^MSG_(.+)_(\d+)\.txt$/ : /^([^.].*)\/[^/]*\[(\d+)\]\.eml$/;
  return names.flatMap(name => {
    const [, mailbox, uid] = shape.exec(name) ?? [];
    return mailbox === undefined ? [] : [`${mailbox}/${uid}`];
  });
}
