/**
 * Endings of files that can do harm when they are opened, each group with what makes it so. Files that
 * we write carry no mark of where they came from, so no other program will warn.
 */
const groups: readonly (readonly [reason: string, endings: string])[] = [
  ['programs', 'exe com scr pif cpl msi msp msix appx app gadget bin run elf ipa apk jar jnlp'],
  ['code that a system loads', 'dll ocx sys drv so dylib kext'],
  ['installers', 'deb rpm pkg mpkg snap flatpak appimage msu xpi crx'],
  ['scripts of Windows', 'bat cmd ps1 psc1 psd1 psm1 vb vbe vbs js jse mjs ws wsc wsf wsh sct hta'],
  [
    'scripts elsewhere',
    'sh bash zsh csh fish command tool workflow scpt applescript py pyw pyz rb pl',
  ],
  ['shortcuts that start something', 'lnk url website desktop webloc inetloc fileloc terminal scf'],
  ['settings that start something', 'reg inf ins isp job theme themepack diagcab rdp mobileconfig'],
  ['searches that reach into the network', 'library-ms search-ms searchconnector-ms'],
  ['settings pages that run commands', 'settingcontent-ms appref-ms application'],
  ['disk images, whose content no system warns of', 'iso img dmg vhd vhdx vmdk udf toast'],
  ['documents with macros', 'docm dotm xlsm xltm xlam xll xlsb xla pptm potm ppam ppsm sldm'],
  ['documents that may hold macros', 'doc dot xls xlt ppt pps pot slk iqy oqy rqy one pub'],
  ['databases that run code', 'accdb accde mdb mde adp ade'],
  ['help files that run code', 'chm hlp msc'],
  ['web pages, whose scripts run beside your files', 'htm html shtml xht xhtml mht mhtml svg'],
];

const dangerous: ReadonlySet<string> = new Set(groups.flatMap(([, endings]) => endings.split(' ')));

/** Whether a file of that name is to be opened only after a warning; one without an ending is. */
export function isDangerous(name: string): boolean {
  // Windows drops dots and blanks at the end and takes what stands before a colon for the name.
  return name.split(':').some(part => {
    const visible = part.replace(/[\p{Cc}\p{Cf}]/gu, '').replace(/[\s.]+$/, '');
    const ending = /[^/\\]\.([^./\\]+)$/.exec(visible)?.[1]?.trim().toLowerCase();
    return ending === undefined || dangerous.has(ending);
  });
}
