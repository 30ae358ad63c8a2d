import { existsSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** A program that some suites need and that does not come with the project. */
export interface Tool {
  /** Of the program, or the path of what is none that people start. */
  readonly name: string;
  readonly debianPackage: string;
  /** What is left out without it, for people. */
  readonly leavesOut: string;
}

const tools: readonly Tool[] = [
  {
    name: 'dovecot',
    debianPackage: 'dovecot-imapd',
    leavesOut: 'everything against a real server',
  },
  {
    name: '/usr/lib/dovecot/pop3',
    debianPackage: 'dovecot-pop3d',
    leavesOut: 'POP3 against a real server',
  },
  { name: 'openssl', debianPackage: 'openssl', leavesOut: 'everything over TLS' },
  { name: 'chromium', debianPackage: 'chromium', leavesOut: 'the app in a real browser' },
  { name: 'Xvfb', debianPackage: 'xvfb', leavesOut: 'the desktop app' },
  {
    name: 'openbox',
    debianPackage: 'openbox',
    leavesOut: 'windows of the desktop app on a desktop',
  },
  {
    name: 'dbus-daemon',
    debianPackage: 'dbus',
    leavesOut: 'what the desktop app asks of a desktop',
  },
  {
    name: 'gnome-keyring-daemon',
    debianPackage: 'gnome-keyring',
    leavesOut: 'what the desktop app and commands keep in a keyring',
  },
  {
    name: 'xdotool',
    debianPackage: 'xdotool',
    leavesOut: 'keys of the menu of the desktop app, and its packages',
  },
  { name: 'dunst', debianPackage: 'dunst', leavesOut: 'notifications of the desktop app' },
  {
    name: 'unzip',
    debianPackage: 'unzip',
    leavesOut: 'the desktop app where Electron was not fetched',
  },
  {
    name: 'strace',
    debianPackage: 'strace',
    leavesOut: 'the order and number of system calls when storing',
  },
  {
    name: 'pdftotext',
    debianPackage: 'poppler-utils',
    leavesOut: 'the order of words in PDFs beside what another reader says',
  },
  { name: 'faketime', debianPackage: 'faketime', leavesOut: 'the app on another day' },
  { name: 'zsh', debianPackage: 'zsh', leavesOut: 'completion in zsh' },
  { name: 'fish', debianPackage: 'fish', leavesOut: 'completion in fish' },
  { name: 'mandoc', debianPackage: 'mandoc', leavesOut: 'the form of the manual pages' },
];

/** The tools that are not on this machine. */
export function missingTools(): Tool[] {
  return tools.filter(tool => !isInstalled(tool.name));
}

/** True when a program of that name can be started, or the file of that path is there. */
export function isInstalled(name: string): boolean {
  if (isAbsolute(name)) return existsSync(name);
  // Debian keeps servers in /usr/sbin, which an ordinary user's PATH leaves out.
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  return folders.some(folder => folder !== '' && existsSync(join(folder, name)));
}
