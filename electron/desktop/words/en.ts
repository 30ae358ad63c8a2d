import type { Words } from './catalogue.ts';

const number = new Intl.NumberFormat('en');

export const en: Words = {
  file: 'File',
  edit: 'Edit',
  view: 'View',
  window: 'Window',
  help: 'Help',
  about: 'About Mailstow',
  showLog: 'Show Log',
  copyReport: 'Copy Diagnostic Report…',
  settings: 'Settings…',
  accounts: 'Accounts',
  library: 'Library',
  services: 'Services',
  hide: 'Hide Mailstow',
  hideOthers: 'Hide Others',
  showAll: 'Show All',
  quit: 'Quit Mailstow',
  close: 'Close Window',
  undo: 'Undo',
  redo: 'Redo',
  cut: 'Cut',
  copy: 'Copy',
  paste: 'Paste',
  selectAll: 'Select All',
  copyAddress: 'Copy Link Address',
  actualSize: 'Actual Size',
  zoomIn: 'Zoom In',
  zoomOut: 'Zoom Out',
  fullScreen: 'Full Screen',
  minimise: 'Minimise',
  zoom: 'Zoom',
  bringAllToFront: 'Bring All to Front',

  cancel: 'Cancel',
  openLink: 'Open link',
  linkLeadsTo: destination => `This link leads to ${destination}. Open it?`,
  chooseFolder: 'Choose folder',
  folderMessage: 'Choose the folder that your mail is to be kept in.',
  chooseFile: 'Choose file',
  certificateFileMessage: 'Choose the file with the certificate of your server.',
  certificateFolderMessage: 'Choose the folder with the certificates that are to be trusted.',
  certificates: 'Certificates',
  allFiles: 'All files',
  dangerousFile: name => `“${name}” could be a program.`,
  dangerousDetail:
    'Mailstow does not open such files from messages. You can save it and decide for yourself, if you know the sender and expected it.',
  saveInstead: 'Save…',

  runGoesOn: 'Your mail is still being archived.',
  runGoesOnDetail: 'What is stored already is kept either way.',
  inBackground: 'Go on in the background',
  stopAndQuit: 'Stop and quit',
  pageStopped: 'The window stopped working.',
  pageStoppedDetail: 'Archiving goes on. Nothing stored is lost.',
  showAgain: 'Show it again',

  archived: 'Your mail is archived',
  newMessages: messages =>
    messages === 1
      ? '1 new message was stored.'
      : `${number.format(messages)} new messages were stored.`,
  notFinished: 'Archiving could not be finished',
  incomplete: 'Not everything is archived',
  seeReport: 'Click to see what is missing and why.',
  failed: ({ message }) => message,

  hasToStop: 'Mailstow has to stop',
  allKept: 'Everything archived so far is kept.',
};
