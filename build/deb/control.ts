/** Of the package, of its program, and of the folder that it is installed in. */
export const name = 'mailstow-desktop';

// A deb has to name its project's page and who maintains it. These are nobody's (RFC 6761, section 6.4), because
// nobody publishes it yet; anyone who does puts in their own.
const homepage = 'https://mailstow.invalid/';
const maintainer = 'The Mailstow authors <authors@mailstow.invalid>';

/** What Electron's program is linked against or loads; first the names of Ubuntu 24.04, then those of Debian 12. */
const depends = [
  'libasound2t64 | libasound2',
  'libatk-bridge2.0-0t64 | libatk-bridge2.0-0',
  'libatk1.0-0t64 | libatk1.0-0',
  'libatspi2.0-0t64 | libatspi2.0-0',
  'libc6 (>= 2.31)',
  'libcairo2',
  'libcups2t64 | libcups2',
  'libdbus-1-3',
  'libdrm2',
  'libexpat1',
  'libgbm1',
  'libgcc-s1',
  'libglib2.0-0t64 | libglib2.0-0',
  'libgtk-3-0t64 | libgtk-3-0',
  'libnspr4',
  'libnss3',
  'libpango-1.0-0',
  'libudev1',
  'libx11-6',
  'libxcb1',
  'libxcomposite1',
  'libxdamage1',
  'libxext6',
  'libxfixes3',
  'libxkbcommon0',
  'libxrandr2',
  'xdg-utils',
];

const architectures: Readonly<Partial<Record<NodeJS.Architecture, string>>> = {
  x64: 'amd64',
  arm64: 'arm64',
};

export function architectureOf(processor: NodeJS.Architecture): string {
  const architecture = architectures[processor];
  if (architecture === undefined) throw new Error(`There is no Electron for ${processor}.`);
  return architecture;
}

/** The version as dpkg compares it: what comes before a release sorts before it. */
export function debianVersion(version: string): string {
  return version.replaceAll('-', '~');
}

/** The one entry that Debian's tools want to read; the rest is in the project's own words. */
export function changelog(version: string, now = new Date()): string {
  const date = now.toUTCString().replace('GMT', '+0000');
  return `${name} (${debianVersion(version)}) stable; urgency=medium

  * What changed stands in CHANGELOG.md.gz.

 -- ${maintainer}  ${date}
`;
}

/** @param size of what is installed, in KiB */
export function control(version: string, architecture: string, size: number): string {
  return `Package: ${name}
Version: ${debianVersion(version)}
Architecture: ${architecture}
Maintainer: ${maintainer}
Installed-Size: ${size}
Depends: ${depends.join(', ')}
Recommends: libnotify4, libsecret-1-0, gnome-keyring | libsecret-backend
Section: mail
Priority: optional
Homepage: ${homepage}
Description: saves a whole email account as plain message files
 Mailstow copies a whole email account into a folder of plain message files on
 your own disk. Every later run downloads only what is new and tells you, mailbox
 by mailbox, what is on the server, what is archived and what is missing. You
 don't need Mailstow to read the files.
`;
}
