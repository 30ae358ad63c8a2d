import {
  type BrowserWindow,
  type ContextMenuParams,
  clipboard,
  Menu,
  type MenuItemConstructorOptions,
} from 'electron';
import { externalLink } from './addresses.ts';
import { reportError } from './report-error.ts';
import type { Words } from './words.ts';

/** Electron has no menu of its own for the other button of the mouse. */
export function offerContextMenu(window: BrowserWindow, words: () => Words): void {
  window.webContents.on('context-menu', (_event, parameters) => {
    const copyText = (text: string) => {
      clipboard.writeText(text).catch(error => reportError(error));
    };
    const template = contextTemplate(parameters, words(), copyText);
    if (template.length > 0) Menu.buildFromTemplate(template).popup({ window });
  });
}

type Clicked = Pick<ContextMenuParams, 'isEditable' | 'linkURL' | 'selectionText' | 'editFlags'>;

/** What can be done with what was clicked; empty where that is nothing. */
export function contextTemplate(
  { isEditable, linkURL, selectionText, editFlags }: Clicked,
  words: Words,
  copyText: (text: string) => void,
): MenuItemConstructorOptions[] {
  if (isEditable) {
    return [
      { role: 'cut', label: words.t('cut'), enabled: editFlags.canCut },
      { role: 'copy', label: words.t('copy'), enabled: editFlags.canCopy },
      { role: 'paste', label: words.t('paste'), enabled: editFlags.canPaste },
      { role: 'selectAll', label: words.t('selectAll'), enabled: editFlags.canSelectAll },
    ];
  }
  const link = externalLink(linkURL);
  const items: MenuItemConstructorOptions[] = [];
  if (selectionText.trim() !== '') items.push({ role: 'copy', label: words.t('copy') });
  if (link !== undefined) {
    items.push({ label: words.t('copyAddress'), click: () => copyText(link.address) });
  }
  return items;
}
