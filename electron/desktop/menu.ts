import type { MenuItemConstructorOptions } from 'electron';
import type { AskedPlace } from '../../shared/model/place.ts';
import type { Words } from './words.ts';

export type MenuPlace = Exclude<AskedPlace['place'], 'message'>;

export interface MenuActions {
  /** Shows a place of the window. */
  go(place: MenuPlace): void;
  /** Shows who made this, and the version. */
  about(): void;
  /** Shows the log in the system's file manager. */
  showLog(): void;
  /** Shows the licences of what Mailstow is made of in the system's file manager. */
  showLicences(): void;
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
    label: words.t('settings'),
    accelerator: 'CmdOrCtrl+,',
    click: () => actions.go('settings'),
  };
  const about: Item = { label: words.t('about'), click: () => actions.about() };
  const forHelpers: Item[] = [
    { label: words.t('showLog'), click: () => actions.showLog() },
    { label: words.t('copyReport'), click: () => actions.go('report') },
    separator,
    { label: words.t('licences'), click: () => actions.showLicences() },
  ];
  const places: Item[] = [
    { label: words.t('accounts'), accelerator: 'CmdOrCtrl+1', click: () => actions.go('accounts') },
    { label: words.t('library'), accelerator: 'CmdOrCtrl+2', click: () => actions.go('library') },
  ];
  const view: Item = { label: words.t('view'), submenu: [...places, separator, ...zooming(words)] };
  const edit: Item = { label: words.t('edit'), submenu: editing(words) };
  if (platform === 'darwin') {
    return [
      appMenu(words, settings),
      { label: words.t('file'), submenu: [{ role: 'close', label: words.t('close') }] },
      edit,
      view,
      windowMenu(words),
      { role: 'help', label: words.t('help'), submenu: [...forHelpers, separator, about] },
    ];
  }
  const quit: Item = { role: 'quit', label: words.t('quit') };
  return [
    { label: words.t('file'), submenu: [settings, separator, quit] },
    edit,
    view,
    { role: 'help', label: words.t('help'), submenu: [...forHelpers, separator, about] },
  ];
}

function appMenu(words: Words, settings: Item): Item {
  return {
    label: 'Mailstow',
    submenu: [
      { role: 'about', label: words.t('about') },
      separator,
      settings,
      separator,
      { role: 'services', label: words.t('services') },
      separator,
      { role: 'hide', label: words.t('hide') },
      { role: 'hideOthers', label: words.t('hideOthers') },
      { role: 'unhide', label: words.t('showAll') },
      separator,
      { role: 'quit', label: words.t('quit') },
    ],
  };
}

function windowMenu(words: Words): Item {
  return {
    role: 'window',
    label: words.t('window'),
    submenu: [
      { role: 'minimize', label: words.t('minimise') },
      { role: 'zoom', label: words.t('zoom') },
      separator,
      { role: 'front', label: words.t('bringAllToFront') },
    ],
  };
}

function editing(words: Words): Item[] {
  return [
    { role: 'undo', label: words.t('undo') },
    { role: 'redo', label: words.t('redo') },
    separator,
    { role: 'cut', label: words.t('cut') },
    { role: 'copy', label: words.t('copy') },
    { role: 'paste', label: words.t('paste') },
    { role: 'selectAll', label: words.t('selectAll') },
  ];
}

function zooming(words: Words): Item[] {
  return [
    { role: 'resetZoom', label: words.t('actualSize') },
    { role: 'zoomIn', label: words.t('zoomIn') },
    { role: 'zoomOut', label: words.t('zoomOut') },
    separator,
    { role: 'togglefullscreen', label: words.t('fullScreen') },
  ];
}
