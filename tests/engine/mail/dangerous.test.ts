import { expect, test } from 'vitest';
import { isDangerous } from '../../../electron/engine/mail/html/dangerous.ts';

test.each([
  ...[
    'setup.exe',
    'INVOICE.PDF.EXE',
    'run.bat',
    'a.js',
    'a.lnk',
    'a.iso',
    'a.docm',
    'a.xls',
    'a.html',
  ],
  ...[
    'README',
    '',
    '.bashrc',
    'a.exe.',
    'a.exe . .',
    'a.exe:b.txt',
    'a.e\u202exe',
    'a.',
    'a.hta\u200b',
  ],
  ...['page.svg', 'a.command', 'x.desktop', 'b.jar', 'c.ps1', 'd.dmg', 'a/b.pdf/c', 'a.msi\n'],
])('%j is opened only after a warning', name => {
  expect(isDangerous(name)).toBe(true);
});

test.each([
  ...[
    'report.pdf',
    'scan 0001.JPG',
    'notes.txt',
    'a.b.docx',
    'table.xlsx',
    'x.csv',
    'pictures.zip',
  ],
  ...['invite.ics', 'forwarded.eml', 'exe.pdf'],
])('%j is opened', name => {
  expect(isDangerous(name)).toBe(false);
});
