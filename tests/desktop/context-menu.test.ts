import type { BrowserWindow } from 'electron';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { contextTemplate, offerContextMenu } from '../../electron/desktop/context-menu.ts';
import { loadWords, wordsFor } from '../../electron/desktop/words.ts';
import { FakeWindow, lastTold, order, reset } from './fake-electron.ts';

const en = wordsFor('en', 'en');
await loadWords('cs', 'en');
const cs = wordsFor('cs', 'en');

vi.mock('electron', () => import('./fake-electron.ts'));

beforeEach(reset);

const editFlags = {
  canUndo: false,
  canRedo: false,
  canCut: false,
  canCopy: false,
  canPaste: true,
  canDelete: false,
  canSelectAll: true,
  canEditRichly: false,
};
const nowhere = { isEditable: false, linkURL: '', selectionText: '', editFlags };
const labels = (clicked: Partial<typeof nowhere>, words = en) =>
  contextTemplate({ ...nowhere, ...clicked }, words, () => undefined).map(({ label }) => label);

describe('the other button of the mouse', () => {
  test('in a field offers what can be done there', () => {
    const items = contextTemplate({ ...nowhere, isEditable: true }, en, () => undefined);
    expect(items.map(({ role, enabled }) => [role, enabled])).toEqual([
      ['cut', false],
      ['copy', false],
      ['paste', true],
      ['selectAll', true],
    ]);
  });

  test('on chosen text offers to copy it', () => {
    expect(labels({ selectionText: 'some words' }, cs)).toEqual(['Kopírovat']);
  });

  test('on a link offers its address, where it is one that may be followed', () => {
    expect(labels({ linkURL: 'https://example.org/' })).toEqual(['Copy Link Address']);
    expect(labels({ linkURL: 'file:///etc/passwd' })).toEqual([]);
    expect(labels({ linkURL: 'mailstow://app/#/settings' })).toEqual([]);
  });

  test('shows no empty menu', () => {
    const window = new FakeWindow({});
    offerContextMenu(window as never as BrowserWindow, () => en);
    window.webContents.emit('context-menu', {}, nowhere);
    expect(order()).not.toContain('popup');
    window.webContents.emit('context-menu', {}, { ...nowhere, linkURL: 'https://example.org/' });
    const [[item] = []] = lastTold('popup') as [{ click(): void }[]];
    item?.click();
    expect(lastTold('writeText')).toEqual(['https://example.org/']);
  });
});
