import { inCzech } from '../../../shared/words/failures-cs.ts';
import type { Words } from './catalogue.ts';

const number = new Intl.NumberFormat('cs');
const plural = new Intl.PluralRules('cs');

export const cs: Words = {
  file: 'Soubor',
  edit: 'Úpravy',
  view: 'Zobrazení',
  window: 'Okno',
  help: 'Nápověda',
  about: 'O aplikaci Mailstow',
  showLog: 'Zobrazit protokol',
  copyReport: 'Kopírovat diagnostickou zprávu…',
  settings: 'Nastavení…',
  accounts: 'Účty',
  library: 'Knihovna',
  services: 'Služby',
  hide: 'Skrýt Mailstow',
  hideOthers: 'Skrýt ostatní',
  showAll: 'Zobrazit vše',
  quit: 'Ukončit Mailstow',
  close: 'Zavřít okno',
  undo: 'Zpět',
  redo: 'Znovu',
  cut: 'Vyjmout',
  copy: 'Kopírovat',
  paste: 'Vložit',
  selectAll: 'Vybrat vše',
  copyAddress: 'Kopírovat adresu odkazu',
  actualSize: 'Skutečná velikost',
  zoomIn: 'Zvětšit',
  zoomOut: 'Zmenšit',
  fullScreen: 'Celá obrazovka',
  minimise: 'Minimalizovat',
  zoom: 'Změnit velikost',
  bringAllToFront: 'Přenést vše dopředu',

  cancel: 'Zrušit',
  openLink: 'Otevřít odkaz',
  linkLeadsTo: destination => `Tento odkaz vede na ${destination}. Otevřít?`,
  chooseFolder: 'Vybrat složku',
  folderMessage: 'Vyberte složku, ve které má být vaše pošta uložena.',
  chooseFile: 'Vybrat soubor',
  certificateFileMessage: 'Vyberte soubor s certifikátem vašeho serveru.',
  certificateFolderMessage: 'Vyberte složku s certifikáty, kterým se má důvěřovat.',
  certificates: 'Certifikáty',
  allFiles: 'Všechny soubory',
  dangerousFile: name => `„${name}“ může být program.`,
  dangerousDetail:
    'Takové soubory Mailstow ze zpráv neotevírá. Pokud odesílatele znáte a soubor jste čekali, můžete jej uložit a rozhodnout se sami.',
  saveInstead: 'Uložit…',

  runGoesOn: 'Vaše pošta se ještě archivuje.',
  runGoesOnDetail: 'Co už je uloženo, zůstane v každém případě.',
  inBackground: 'Pokračovat na pozadí',
  stopAndQuit: 'Zastavit a ukončit',
  pageStopped: 'Okno přestalo pracovat.',
  pageStoppedDetail: 'Archivace pokračuje. Nic uloženého se neztratí.',
  showAgain: 'Zobrazit znovu',

  archived: 'Vaše pošta je archivována',
  newMessages: messages => {
    const amount = number.format(messages);
    switch (plural.select(messages)) {
      case 'one':
        return `Byla uložena ${amount} nová zpráva.`;
      case 'few':
        return `Byly uloženy ${amount} nové zprávy.`;
      default:
        return `Bylo uloženo ${amount} nových zpráv.`;
    }
  },
  notFinished: 'Archivaci se nepodařilo dokončit',
  incomplete: 'Není archivováno všechno',
  seeReport: 'Klepnutím uvidíte, co chybí a proč.',
  failed: failure => inCzech(failure).message,

  hasToStop: 'Mailstow musí skončit',
  allKept: 'Vše, co už je archivováno, zůstane.',
};
