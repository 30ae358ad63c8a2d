import type { FailureKind } from '../model/failure.ts';

/** What happened, in Czech: less exact than the engine's own English sentence, which stands in the details. */
export const happenedCs: Readonly<Record<FailureKind, string>> = {
  arguments: 'S tím, co je zadáno, to Mailstow nedokáže.',
  'credentials-file': 'Soubor se jménem a heslem nelze použít.',
  'output-folder': 'Soubor nebo složku, které Mailstow potřebuje, nelze použít.',
  'uidvalidity-file-missing': 'Chybí soubor, ve kterém si Mailstow vede čísla zpráv.',
  'uidvalidity-file-malformed': 'Soubor, ve kterém si Mailstow vede čísla zpráv, je poškozený.',
  'name-not-found': 'Server tohoto jména neexistuje, nebo je počítač bez internetu.',
  connection: 'K serveru se nepodařilo připojit.',
  certificate: 'Server neprokázal, že je ten pravý.',
  'unknown-response': 'Server odpověděl něco, co Mailstow nečekal.',
  transmit: 'Spojení se přerušilo při odesílání na server.',
  receive: 'Spojení se přerušilo při příjmu ze serveru.',
  'no-answer': 'Server neodpovídá.',
  'unparsable-response': 'Odpovědi serveru nelze rozumět.',
  'no-uids': 'Server neřekl, které zprávy ve složce jsou.',
  'no-uidvalidity': 'Server zprávy v této složce spolehlivě nečísluje.',
  'message-not-stored': 'Jednu zprávu se nepodařilo uložit.',
  removal: 'Staré kopie zpráv se nepodařilo z archivu odstranit.',
  'login-refused': 'Server přihlášení odmítl.',
  'mailbox-not-found': 'Složku s poštou nelze na serveru najít nebo otevřít.',
  'mailbox-not-listed': 'Jedna složka se nearchivovala, řádek serveru o ní nelze přečíst.',
  'folder-in-use': 'S tímto archivem se už pracuje.',
  'disk-full': 'Disk je plný.',
  'other-account': 'V této složce je pošta jiného účtu.',
  stopped: 'Bylo to zastaveno před koncem.',
  defect: 'V Mailstow se něco pokazilo.',
};

/** What the person can do about it, in Czech. */
export const nextStepCs: Readonly<Record<FailureKind, string>> = {
  arguments: 'Zkontrolujte, co jste vyplnili nebo vybrali, a zkuste to znovu.',
  'credentials-file': 'Zkontrolujte ho a zkuste to znovu.',
  'output-folder':
    'Zkontrolujte, že tam jsou, že je připojen jejich disk a že do nich smíte zapisovat.',
  'uidvalidity-file-missing': 'Obnovte ho ze zálohy; který to je, stojí v podrobnostech.',
  'uidvalidity-file-malformed': 'Obnovte ho ze zálohy; který to je, stojí v podrobnostech.',
  'name-not-found': 'Zkontrolujte jméno serveru a připojení k internetu.',
  connection: 'Zkontrolujte server, port a připojení k internetu, nebo to zkuste později.',
  certificate: 'Zeptejte se správce serveru na jeho certifikát.',
  'unknown-response': 'Zkuste to znovu; stane-li se to podruhé, řekněte to správci serveru.',
  transmit: 'Zkontrolujte připojení k internetu a zkuste to znovu.',
  receive: 'Zkontrolujte připojení k internetu a zkuste to znovu.',
  'no-answer': 'Zkuste to za chvíli znovu.',
  'unparsable-response': 'Zkuste to znovu; stane-li se to podruhé, řekněte to správci serveru.',
  'no-uids': 'Zkuste to později; nezmění-li se to, řekněte to správci serveru.',
  'no-uidvalidity': 'Archivujte znovu; nezmění-li se to, řekněte to správci serveru.',
  'message-not-stored': 'Archivujte znovu a zkusí se ještě jednou; důvod stojí v podrobnostech.',
  removal: 'V podrobnostech stojí, kterou složku odstranit; pak archivujte znovu.',
  'login-refused':
    'Zkontrolujte uživatelské jméno a heslo. Někteří poskytovatelé chtějí heslo aplikace.',
  'mailbox-not-found': 'Podívejte se v poštovním programu, zda tam ještě je, a archivujte znovu.',
  'mailbox-not-listed':
    'Všechny ostatní složky jsou v archivu. Řekněte správci serveru, co server říká.',
  'folder-in-use': 'Počkejte, až druhá archivace skončí, a zkuste to znovu.',
  'disk-full': 'Uvolněte místo a zkuste to znovu; co je uloženo, zůstane uloženo.',
  'other-account': 'Vyberte jinou složku, aby se pošta dvou účtů nesmíchala.',
  stopped: 'Spusťte to znovu a naváže se; co je uloženo, zůstane uloženo.',
  defect: 'Zkuste to znovu; stane-li se to podruhé, nahlaste to prosím i s podrobnostmi.',
};

interface Told {
  readonly kind: string;
  readonly message: string;
  readonly nextStep: string;
}

/** A failure in Czech; one of a kind that has no words here keeps its own. */
export function inCzech({ kind, message, nextStep }: Told): Omit<Told, 'kind'> {
  if (!isKnown(kind)) return { message, nextStep };
  return { message: happenedCs[kind], nextStep: nextStepCs[kind] };
}

function isKnown(kind: string): kind is FailureKind {
  return Object.hasOwn(happenedCs, kind);
}
