import type { MenuItemConstructorOptions } from 'electron';
import type { EventValue } from '../../shared/contract.ts';
import type { Words } from './words/catalogue.ts';

export type AskedPlace = EventValue<'place.asked'>['place'];

export interface MenuActions {
  /** Shows a place of the window. */
  go(place: AskedPlace): void;
  /** Shows who made this, and the version. */
  about(): void;
  /** Shows the log in the system's file manager. */
  showLog(): void;
}

type Item = MenuItemConstructorOptions;

const separator: Item = { type: 'separator' };

/** The menu as each platform's people expect it. Roles bring what they do; their own labels are English only. */
export function menuTemplate(
  platform: NodeJS.Platform,
  words: Words,
  actions: MenuActions,
): readonly Item[] {
  const settings: Item = {
    label: words.settings,
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.go('settings'),
  };
  const about: Item = { label: words.about, click: () => actions.about() };
  const forHelpers: Item[] = [
    { label: words.showLog, click: () => actions.showLog() },
    { label: words.copyReport, click: () => actions.go('report') },
  ];
  const places: Item[] = [
    { label: words.accounts, accelerator: 'CmdOrCtrl+1', click: () => actions.go('accounts') },
    { label: words.library, accelerator: 'CmdOrCtrl+2', click: () => actions.go('library') },
  ];
  const view: Item = { label: words.view, submenu: [...places, separator, ...zooming(words)] };
  const edit: Item = { label: words.edit, submenu: editing(words) };
  if (platform === 'darwin') {
    return [
      appMenu(words, settings),
      { label: words.file, submenu: [{ role: 'close', label: words.close }] },
      edit,
      view,
      windowMenu(words),
      { role: 'help', label: words.help, submenu: [...forHelpers, separator, about] },
    ];
  }
  const quit: Item = { role: 'quit', label: words.quit };
  return [
    { label: words.file, submenu: [settings, separator, quit] },
    edit,
    view,
    { role: 'help', label: words.help, submenu: [...forHelpers, separator, about] },
  ];
}

function appMenu(words: Words, settings: Item): Item {
  return {
    label: 'Mailstow',
    submenu: [
      { role: 'about', label: words.about },
      separator,
      settings,
      separator,
      { role: 'services', label: words.services },
      separator,
      { role: 'hide', label: words.hide },
      { role: 'hideOthers', label: words.hideOthers },
      { role: 'unhide', label: words.showAll },
      separator,
      { role: 'quit', label: words.quit },
    ],
  };
}

function windowMenu(words: Words): Item {
  return {
    role: 'window',
    label: words.window,
    submenu: [
      { role: 'minimize', label: words.minimise },
      { role: 'zoom', label: words.zoom },
      separator,
      { role: 'front', label: words.bringAllToFront },
    ],
  };
}

function editing(words: Words): Item[] {
  return [
    { role: 'undo', label: words.undo },
    { role: 'redo', label: words.redo },
    separator,
    { role: 'cut', label: words.cut },
    { role: 'copy', label: words.copy },
    { role: 'paste', label: words.paste },
    { role: 'selectAll', label: words.selectAll },
  ];
}

function zooming(words: Words): Item[] {
  return [
    { role: 'resetZoom', label: words.actualSize },
    { role: 'zoomIn', label: words.zoomIn },
    { role: 'zoomOut', label: words.zoomOut },
    separator,
    { role: 'togglefullscreen', label: words.fullScreen },
  ];
}
