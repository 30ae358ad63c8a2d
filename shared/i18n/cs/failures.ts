/** What went wrong, in Czech. */
export const failures = {
  /** One for each code of shared/model/failure-codes.ts: what happened, and what the person can do about it. */
  codes: {
    // Command line, which speaks English alone.
    'wrong-command-line': { message: '{{problem}}', nextStep: '{{advice}}' },
    'credentials-file-unusable': {
      message: '{{problem}}.',
      nextStep: 'Soubor má dva řádky: username = JMÉNO a password = HESLO.',
    },
    'variable-without-password': {
      message: 'V proměnné prostředí {{name}} není heslo.',
      nextStep: 'Nastavte {{name}} pro tento příkaz, nebo tuto volbu vynechte a Mailstow se zeptá.',
    },
    'no-terminal-for-password': {
      message: 'Není tu terminál, na kterém by se dalo zeptat na heslo.',
      nextStep:
        'Použijte --password-variable JMÉNO, --password-command PŘÍKAZ nebo --auth-file SOUBOR, nebo ho jednou uložte: mailstow sign-in ÚČET',
    },
    'terminal-gone': {
      message: 'Terminál už tu není.',
      nextStep: 'Použijte --auth-file SOUBOR nebo --password-variable JMÉNO.',
    },
    'no-password-typed': {
      message: 'Heslo nebylo napsáno.',
      nextStep: 'Zkuste to znovu, nebo použijte --auth-file SOUBOR nebo --password-variable JMÉNO.',
    },
    'stopped-at-password': {
      message: 'Zastavili jste to před zadáním hesla.',
      nextStep: 'Nic se nezměnilo.',
    },
    'password-command-failed': {
      message: '{{program}} nedal žádné heslo: {{problem}}.',
      nextStep: 'Spusťte ho ručně. Heslo musí vypsat na prvním řádku.',
    },
    'keyring-locked': {
      message: 'Klíčenka vašeho systému je zamčená.',
      nextStep:
        'Odemkněte ji a zkuste to znovu. Pro archivace bez ní se ještě jednou přihlaste s --vault-password-file SOUBOR, dokud je odemčená.',
    },
    'keyring-not-here': {
      message: 'Ke klíčence vašeho systému se odtud nelze dostat.',
      nextStep:
        'Spusťte to ve své relaci na ploše. Pro archivace bez ní se tam ještě jednou přihlaste s --vault-password-file SOUBOR.',
    },
    'keyring-without-key': {
      message: 'V klíčence vašeho systému už není klíč k uloženým přihlášením.',
      nextStep: 'Přihlaste se znovu: mailstow sign-in ÚČET',
    },
    'vault-password-needed': {
      message:
        'Uložená přihlášení potřebují heslo a není tu terminál, na kterém by se dalo zeptat.',
      nextStep: 'Použijte --vault-password-variable JMÉNO nebo --vault-password-file SOUBOR.',
    },
    'vault-password-wrong': {
      message: 'Toto heslo uložená přihlášení neotevře.',
      nextStep: 'Použijte správné. Pokud je ztracené, smažte {{folder}} a přihlaste se znovu.',
    },
    'vault-without-password': {
      message: 'Uložená přihlášení nemají heslo, otevírá je klíčenka vašeho systému.',
      nextStep:
        'Vynechte volbu --vault-password, nebo se s ní ještě jednou přihlaste, a tím heslo nastavte.',
    },
    'vault-password-file-open': {
      message: 'Ostatní uživatelé tohoto počítače mohou {{path}} číst, proto se nepoužil.',
      nextStep: 'Spusťte: chmod 600 {{path}}',
    },
    'vault-password-file-unusable': {
      message: '{{problem}}.',
      nextStep: 'Na prvním řádku souboru musí být heslo k uloženým přihlášením.',
    },
    'vault-damaged': {
      message: '{{path}} je poškozený: přihlášení v něm uložené nejde přečíst.',
      nextStep: 'Smažte tento soubor a přihlaste se znovu: mailstow sign-in ÚČET',
    },
    'vault-of-later-version': {
      message: 'Uložená přihlášení zapsala novější verze Mailstow.',
      nextStep: 'Nainstalujte tu verzi, nebo ještě novější.',
    },
    'saved-sign-in-unreadable': {
      message:
        'Uložené přihlášení {{user}} na {{host}} nejde otevřít: někdo ho změnil, nebo byl vyměněn jeho klíč.',
      nextStep: 'Přihlaste se znovu: mailstow sign-in ÚČET',
    },
    'saved-sign-in-ended': {
      message: 'Uložené přihlášení {{user}} už neplatí.',
      nextStep: 'Přihlaste se znovu: {{command}}',
    },
    'saved-password-refused': {
      message: 'Server odmítl uložené heslo účtu {{user}}.',
      nextStep: 'Pokud se změnilo, uložte nové: {{command}}',
    },
    'no-saved-sign-in': {
      message: 'Pro {{account}} není uložené žádné přihlášení.',
      nextStep: 'Takto ho uložíte: mailstow sign-in ÚČET',
    },
    'client-id-needed-here': {
      message:
        'Tato verze Mailstow zatím nemá client ID pro {{provider}} a hesla {{provider}} nepřijímá.',
      nextStep: 'Pořiďte si vlastní client ID ({{from}}) a přidejte --client-id ID.',
    },
    'client-id-or-password-needed': {
      message: 'Tato verze Mailstow zatím nemá client ID pro {{provider}}.',
      nextStep:
        'Uložte heslo pro aplikace s --password, nebo si pořiďte vlastní client ID ({{from}}) a přidejte --client-id ID.',
    },
    'signed-in-as-other-here': {
      message: 'Přihlásili jste se jako {{found}}, ne jako {{wanted}}. Nic se neuložilo.',
      nextStep:
        'Přihlaste se znovu jako {{wanted}}. Pokud je to jiné jméno téže schránky, přidejte --as {{found}}.',
    },
    'no-report-in-folder': {
      message: 'Ve složce {{folder}} není zpráva o žádné archivaci.',
      nextStep:
        'Archivujte do té složky příkazem „mailstow archive“; každá archivace zprávu zanechá.',
    },
    'no-good-report-in-folder': {
      message: 'Ve složce {{folder}} není zpráva o archivaci, při které bylo vše v archivu.',
      nextStep:
        'Archivujte do té složky příkazem „mailstow archive“; každá archivace zprávu zanechá.',
    },
    'no-such-attachment': {
      message: 'Tato zpráva nemá přílohu {{number}}; má jich {{attachments}}.',
      nextStep: 'Podívejte se na ně bez --attachment.',
    },
    'verification-stopped': {
      message: 'Kontrola byla zastavena.',
      nextStep: 'Nic se nezměnilo; spusťte ji znovu, chcete-li celý výsledek.',
    },
    'no-server-found': {
      message: 'Pro {{domain}} se nenašel žádný poštovní server.',
      nextStep: 'Zeptejte se poskytovatele na jméno jeho serveru IMAP a použijte --server.',
    },
    'provider-without-imap': {
      message:
        'Poskytovatel {{provider}} nenabízí IMAP ani POP3, takže jeho poštu Mailstow nemůže archivovat.',
      nextStep:
        'Pokud tuto poštu zpřístupňuje přes IMAP jiný program v tomto počítači, použijte --server.',
    },
    'search-stopped': {
      message: 'Hledání jste zastavili.',
      nextStep: 'Nic se nezměnilo.',
    },
    // Folders and files on the disk. `failed-…` say why in {{reason}}.
    'disk-full-using-folder': {
      message: 'Disk je plný: Mailstow nemohl použít složku {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-using-folder': {
      message: 'Mailstow nemohl použít složku {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-keeping-report': {
      message: 'Disk je plný: Mailstow nemohl uložit zprávu o úplnosti do {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-keeping-report': {
      message: 'Mailstow nemohl uložit zprávu o úplnosti do {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-keeping-history': {
      message: 'Disk je plný: Mailstow nemohl zapsat do historie v {{path}}.',
      nextStep: 'Uvolněte místo. Zprávy jsou uložené; chybí jen řádek v historii.',
    },
    'failed-keeping-history': {
      message: 'Mailstow nemohl zapsat do historie v {{path}}: {{reason}}.',
      nextStep: 'Povolte do složky zápis. Zprávy jsou uložené; chybí jen řádek v historii.',
    },
    'disk-full-writing-journal': {
      message: 'Disk je plný: Mailstow nemohl zapsat svůj žurnál v {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-writing-journal': {
      message: 'Mailstow nemohl zapsat svůj žurnál v {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-storing-messages': {
      message: 'Disk je plný: Mailstow nemohl uložit zprávy do složky.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-storing-messages': {
      message: 'Mailstow nemohl uložit zprávy do složky: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-keeping-raw-bytes': {
      message: 'Disk je plný: Mailstow nemohl uložit, co server o jedné zprávě poslal, v {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-keeping-raw-bytes': {
      message: 'Mailstow nemohl uložit, co server o jedné zprávě poslal, v {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-keeping-server-state': {
      message: 'Disk je plný: Mailstow nemohl zapsat stav serveru v {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-keeping-server-state': {
      message: 'Mailstow nemohl zapsat stav serveru v {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-planning-renames': {
      message: 'Disk je plný: Mailstow nemohl naplánovat přejmenování uložených zpráv v {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-planning-renames': {
      message: 'Mailstow nemohl naplánovat přejmenování uložených zpráv v {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-renaming-messages': {
      message: 'Disk je plný: Mailstow nemohl přejmenovat uložené zprávy v {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-renaming-messages': {
      message: 'Mailstow nemohl přejmenovat uložené zprávy v {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-writing-file': {
      message: 'Disk je plný: Mailstow nemohl zapsat {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-writing-file': {
      message: 'Mailstow nemohl zapsat {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-reading': {
      message: 'Disk je plný: Mailstow nemohl přečíst {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-reading': {
      message: 'Mailstow nemohl přečíst {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-making-folder': {
      message: 'Disk je plný: Mailstow nemohl vytvořit složku {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-making-folder': {
      message: 'Mailstow nemohl vytvořit složku {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-looking-into-folder': {
      message: 'Disk je plný: Mailstow nemohl podívat se do {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-looking-into-folder': {
      message: 'Mailstow nemohl podívat se do {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-saving-profile': {
      message: 'Disk je plný: Mailstow nemohl uložit profil {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-saving-profile': {
      message: 'Mailstow nemohl uložit profil {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'disk-full-removing-profile': {
      message: 'Disk je plný: Mailstow nemohl odstranit profil {{path}}.',
      nextStep: 'Uvolněte místo a spusťte to znovu; co je uloženo, zůstane uloženo.',
    },
    'failed-removing-profile': {
      message: 'Mailstow nemohl odstranit profil {{path}}: {{reason}}.',
      nextStep: 'Vyberte jinou složku, nebo do této povolte zápis, a spusťte to znovu.',
    },
    'path-too-long': {
      message: 'Cesta k souboru je pro tento disk příliš dlouhá.',
      nextStep: 'Umístěte archiv do složky blíž kořenu disku a spusťte to znovu.',
    },
    'disk-full-listing-messages': {
      message: 'Disk je plný: seznam zpráv ve složce {{folder}} není úplný.',
      nextStep: 'Uvolněte místo a otevřete seznam znovu; zprávy samy jsou uloženy.',
    },
    'list-not-updated': {
      message: 'Seznam zpráv ve složce {{folder}} nelze aktualizovat.',
      nextStep: 'Otevřete ho později znovu; zprávy samy jsou v té složce jako soubory.',
    },
    'disk-full-indexing': {
      message: 'Disk je plný: vyhledávací rejstřík složky {{folder}} není úplný.',
      nextStep: 'Uvolněte místo a hledejte znovu; zprávy samy jsou uloženy.',
    },
    'index-not-made': {
      message: 'Vyhledávací rejstřík složky {{folder}} nelze aktualizovat.',
      nextStep: 'Hledejte později znovu; zprávy samy jsou v té složce jako soubory.',
    },
    'link-in-archive': {
      message: '{{path}} je odkaz; uvnitř archivu Mailstow odkazy nenásleduje.',
      nextStep: 'Odstraňte ho, nebo na jeho místo dejte to, kam vede, a spusťte to znovu.',
    },
    'not-a-regular-file': {
      message: '{{path}} není obyčejný soubor, proto ho Mailstow neotevře.',
      nextStep: 'Přesuňte ho z archivu nebo ho odstraňte a spusťte to znovu.',
    },
    'not-a-file': {
      message: '{{path}} už tu je a není to soubor.',
      nextStep: 'Zvolte pro soubor jiný název.',
    },
    'path-gone': {
      message: '{{path}} už tu není.',
      nextStep: 'Zkontrolujte, zda se složka nepřesunula a zda je připojen její disk.',
    },
    'file-not-opened': {
      message: '{{name}} se nepodařilo otevřít: {{reason}}',
      nextStep: 'Uložte soubor a otevřete ho programem, který ho zná.',
    },
    'folder-not-allowed': {
      message: '{{path}} je mimo složky, které tu Mailstow smí používat.',
      nextStep: 'Vyberte složku uvnitř nich, nebo spusťte Mailstow s jiným --folder.',
    },
    'bad-folder-name': {
      message: '„{{name}}“ nemůže být název složky.',
      nextStep: 'Zvolte název bez lomítek.',
    },
    // The archive.
    'other-account': {
      message:
        'Ve složce {{folder}} je pošta účtu {{held}} na serveru {{heldHost}}, ne účtu {{user}} na serveru {{host}}.',
      nextStep: 'Vyberte pro tento účet jinou složku, aby se pošta dvou účtů nesmíchala.',
    },
    'archive-of-other-protocol': {
      message:
        'Archiv ve složce {{folder}} vznikl přes {{held}}, proto do něj {{wanted}} nemůže nic přidat.',
      nextStep: 'Použijte pro tuto složku {{held}}, nebo vyberte jinou.',
    },
    'account-not-recognised': {
      message:
        'Ve složce {{folder}} je pošta účtu {{held}} na serveru {{heldHost}} a účet {{user}} na serveru {{host}} má poštu jinou.',
      nextStep:
        'Vyberte jinou složku, aby se pošta dvou účtů nesmíchala. Pokud se pošta na nový server ještě přesouvá, zkuste to znovu, až tam bude celá.',
    },
    'account-may-have-moved': {
      message:
        'Ve složce {{folder}} je pošta účtu {{held}} na serveru {{heldHost}}. Účet {{user}} na serveru {{host}} má tutéž poštu, takže se možná přestěhoval.',
      nextStep:
        'Pokud ano, potvrďte to a archivujte znovu (v terminálu s volbou --moved): nic se nestáhne dvakrát. Pokud ne, vyberte jinou složku.',
    },
    'no-archive': {
      message: 'Ve složce {{folder}} není žádný archiv Mailstow.',
      nextStep: 'Nebyl přesunut? Vyberte složku, do které jste archivovali.',
    },
    'archive-folder-missing': {
      message: 'Archiv, který byl ve složce {{folder}}, tam už není.',
      nextStep:
        'Pokud jste ho přesunuli, ukažte Mailstow, kde je teď. Není-li připojený jeho disk, připojte ho a zkuste to znovu.',
    },
    'archive-of-profile-missing': {
      message: 'Archiv, který byl ve složce {{folder}}, tam už není; Mailstow nový nezaložil.',
      nextStep:
        'Připojte jeho disk a zkuste to znovu, nebo spusťte „mailstow profile move {{name}} SLOŽKA“, pokud jste ho přesunuli. S --new-archive se všechno stáhne znovu.',
    },
    'folder-silent': {
      message: 'Disk se složkou {{folder}} neodpovídá.',
      nextStep: 'Zkontrolujte, že je disk nebo síťová jednotka připojená, a zkuste to znovu.',
    },
    'archive-of-later-version': {
      message:
        'Archiv ve složce {{folder}} vytvořila novější verze Mailstow; tato ho umí číst, ne do něj přidávat.',
      nextStep: 'Nainstalujte nejnovější verzi a archivujte znovu. Nic se nezměnilo.',
    },
    'bad-extension': {
      message: '„{{extension}}“ nemůže být přípona souborů se zprávami.',
      nextStep: 'Zadejte tečku a písmena nebo číslice, například .txt nebo .eml.',
    },
    'folder-in-use': {
      message: 'Složku {{folder}} právě používá jiná archivace.',
      nextStep: 'Počkejte, až skončí, nebo ji zastavte a spusťte tuto znovu.',
    },
    'folder-in-use-by-process': {
      message: 'Složku {{folder}} používá proces {{pid}} na počítači {{host}} od {{since}} UTC.',
      nextStep: 'Počkejte, až skončí, nebo ho zastavte a spusťte tuto archivaci znovu.',
    },
    'starting-already': {
      message: 'Archivace tohoto účtu se už spouští.',
      nextStep: 'Okamžik počkejte.',
    },
    'damaged-plan': {
      message: 'Soubor {{path}}, který říká, jak dokončit změnu UIDVALIDITY, je poškozený.',
      nextStep: 'Smažte ho a spusťte to znovu: složka se znovu porovná se serverem.',
    },
    'uidvalidity-file-vanished': {
      message: 'Soubor {{path}} zmizel, zatímco se používal.',
      nextStep: 'Spusťte to znovu; zprávy samy tu stále jsou.',
    },
    'uidvalidity-file-unreadable': {
      message: 'Soubor {{path}} nelze přečíst ({{reason}}).',
      nextStep: 'Udělejte z něj čitelný soubor a spusťte to znovu.',
    },
    'uidvalidity-line-malformed': {
      message: 'Řádku {{line}} souboru {{path}} nelze rozumět, není to JMÉNO=ČÍSLO: „{{text}}“.',
      nextStep:
        'Opravte nebo odstraňte ten řádek; soubor, který nelze přečíst, Mailstow nikdy nepřepíše.',
    },
    'uidvalidity-number-too-large': {
      message:
        'Řádku {{line}} souboru {{path}} nelze rozumět, číslo je větší než {{largest}}: „{{text}}“.',
      nextStep:
        'Opravte nebo odstraňte ten řádek; soubor, který nelze přečíst, Mailstow nikdy nepřepíše.',
    },
    'uidvalidity-mailbox-twice': {
      message:
        'Řádku {{line}} souboru {{path}} nelze rozumět, složka má výše jinou hodnotu: „{{text}}“.',
      nextStep:
        'Opravte nebo odstraňte ten řádek; soubor, který nelze přečíst, Mailstow nikdy nepřepíše.',
    },
    'uidvalidity-line-not-utf8': {
      message: 'Řádku {{line}} souboru {{path}} nelze rozumět, není to UTF-8: „{{text}}“.',
      nextStep:
        'Opravte nebo odstraňte ten řádek; soubor, který nelze přečíst, Mailstow nikdy nepřepíše.',
    },
    'superseded-not-removed': {
      message: 'Nahrazené zprávy složky {{mailbox}} se nepodařilo všechny odstranit.',
      nextStep: 'Odstraňte složku {{folder}} sami a archivujte znovu.',
    },
    'message-file-unreadable': {
      message: 'Soubor této zprávy nelze přečíst: byl přesunut, přejmenován nebo smazán.',
      nextStep: 'Archivujte znovu: zpráva, která na serveru ještě je, se stáhne znovu.',
    },
    'not-a-message-file': {
      message: '{{path}} není soubor se zprávou, ale složka, odkaz, roura nebo zařízení.',
      nextStep: 'Uveďte soubor se zprávou.',
    },
    'part-no-longer-read': {
      message: 'Tato část zprávy se už nečte.',
      nextStep: 'Otevřete zprávu ještě jednou.',
    },
    'opened-file-unreadable': {
      message: 'Soubor {{path}} nelze přečíst: už tam není, nebo ho nesmíte číst.',
      nextStep: 'Podívejte se, kde soubor je teď, a otevřete ho odtud.',
    },
    'message-gone': {
      message: 'Tato zpráva už v archivu není.',
      nextStep: 'Podívejte se znovu do seznamu; ukazuje, co tu je teď.',
    },
    'attachment-gone': {
      message: 'Tato příloha už v archivu není.',
      nextStep: 'Podívejte se znovu do seznamu; ukazuje, co tu je teď.',
    },
    // One run.
    'run-stopped': {
      message: 'Archivaci jste zastavili.',
      nextStep: 'Co je uloženo, zůstane uloženo; spusťte ji znovu a naváže se.',
    },
    'work-stopped': {
      message: 'Práce byla zastavena.',
      nextStep: 'Spusťte ji znovu a naváže se tam, kde skončila.',
    },
    'mailbox-line-unreadable': {
      message: 'Jedna složka se nearchivovala, řádek serveru o ní nelze přečíst.',
      nextStep: 'Všechny ostatní složky jsou v archivu. Řekněte správci serveru, co server říká.',
    },
    'no-mailboxes': {
      message: 'Server neuvádí žádnou složku, kterou by šlo otevřít.',
      nextStep: 'Může to přejít: zkuste to za pár minut znovu. Nic se nezměnilo.',
    },
    'no-mailbox-fits': {
      message: 'Výběru neodpovídá žádná složka účtu.',
      nextStep: 'Zkontrolujte vzory toho, co se má archivovat a co vynechat.',
    },
    'no-uidvalidity': {
      message:
        'Server neříká, podle jakého číslování (UIDVALIDITY) počítá složka {{mailbox}} své zprávy.',
      nextStep: 'Bez něj by příští archivace zprávy nerozeznala; zeptejte se správce serveru.',
    },
    'bad-uidvalidity': {
      message:
        'Server neříká, podle jakého číslování (UIDVALIDITY) počítá složka {{mailbox}} své zprávy. Říká {{number}}, a to takové číslo není.',
      nextStep: 'Bez něj by příští archivace zprávy nerozeznala; zeptejte se správce serveru.',
    },
    'mailbox-renumbered': {
      message:
        'Server přečísloval složku {{mailbox}}, takže zatím nelze říct, které její zprávy jsou v archivu.',
      nextStep: 'Archivujte účet a hledejte pak znovu.',
    },
    'renumbered-during-run': {
      message: 'Server přečísloval složku {{mailbox}}, zatímco se archivovala.',
      nextStep: 'Archivujte znovu; co je uloženo, zůstane uloženo.',
    },
    'account-held-back': {
      message: 'Server tento účet brzdí a čekání nepomohlo.',
      nextStep:
        'Archivujte později, u některých poskytovatelů zítra; co je uloženo, zůstane uloženo.',
    },
    'messages-not-named': {
      message: 'Server říká, že ve složce {{mailbox}} jsou zprávy, ale žádnou nejmenuje.',
      nextStep: 'Zkuste to později; nezmění-li se to, řekněte to správci serveru.',
    },
    'message-without-content': {
      message: 'Server poslal zprávu bez obsahu.',
      nextStep: 'Všechny ostatní zprávy jsou uloženy. Archivujte znovu a zkusí se i tato.',
    },
    'message-refused': {
      message: 'Server odmítl zprávu poslat.',
      nextStep: 'Všechny ostatní zprávy jsou uloženy. Archivujte znovu a zkusí se i tato.',
    },
    'message-not-sent': {
      message: 'Server hlásí úspěch, ale zprávu neposílá.',
      nextStep: 'Všechny ostatní zprávy jsou uloženy. Archivujte znovu a zkusí se i tato.',
    },
    'message-breaks-connection': {
      message: 'Spojení se přerušilo pokaždé, když měl server zprávu poslat.',
      nextStep: 'Všechny ostatní zprávy jsou uloženy. Archivujte znovu a zkusí se i tato.',
    },
    'message-too-large-for-disk': {
      message: 'Zpráva je větší než jakýkoli soubor, který disk s archivem pojme.',
      nextStep:
        'Všechny ostatní zprávy jsou uloženy. Aby se uložila i tato, umístěte archiv na disk, který pojme větší soubory (ne FAT32).',
    },
    'message-larger-than-space': {
      message:
        'Server pro tuto zprávu ohlašuje {{size}} bajtů, víc, než kolik je na disku s archivem místa.',
      nextStep: 'Všechny ostatní zprávy jsou uloženy. Archivujte znovu a zkusí se i tato.',
    },
    'message-larger-than-any': {
      message: 'Server pro tuto zprávu ohlašuje {{size}} bajtů, víc, než kolik má jakákoli zpráva.',
      nextStep: 'Všechny ostatní zprávy jsou uloženy. Archivujte znovu a zkusí se i tato.',
    },
    'announced-more-than-space': {
      message:
        'Server pro zprávu ohlašuje {{size}} bajtů, víc, než kolik je na disku s archivem místa.',
      nextStep:
        'Spusťte to znovu; stane-li se to podruhé, chyba je na serveru nebo v proxy před ním.',
    },
    'announced-more-than-any': {
      message: 'Server pro zprávu ohlašuje {{size}} bajtů, víc, než kolik má jakákoli zpráva.',
      nextStep:
        'Spusťte to znovu; stane-li se to podruhé, chyba je na serveru nebo v proxy před ním.',
    },
    // What the server answers.
    'no-capabilities': {
      message: 'Server na CAPABILITY odpověděl OK, ale neřekl, co umí.',
      nextStep: 'Spusťte to znovu; stane-li se to podruhé, řekněte to správci serveru.',
    },
    'no-namespaces': {
      message: 'Server na NAMESPACE odpověděl OK, ale jmenné prostory neuvedl.',
      nextStep: 'Spusťte to znovu; stane-li se to podruhé, řekněte to správci serveru.',
    },
    'no-message-count': {
      message: 'Server na {{command}} odpověděl OK, ale neřekl počet zpráv.',
      nextStep: 'Spusťte to znovu; stane-li se to podruhé, řekněte to správci serveru.',
    },
    'no-mailbox-status': {
      message: 'Server na STATUS odpověděl OK, ale údaje o složce neuvedl.',
      nextStep: 'Spusťte to znovu; stane-li se to podruhé, řekněte to správci serveru.',
    },
    'no-search-result': {
      message: 'Server na SEARCH odpověděl OK, ale neřekl, co našel.',
      nextStep: 'Spusťte to znovu; stane-li se to podruhé, řekněte to správci serveru.',
    },
    'too-many-mailboxes': {
      message: 'Server uvádí víc než {{limit}} složek.',
      nextStep:
        'Vyjmenujte složky, které se mají archivovat; není-li jich tolik, chyba je na serveru.',
    },
    'no-answer': {
      message: 'Server na {{command}} neodpověděl do {{seconds}} s.',
      nextStep: 'Zkuste to znovu; co je uloženo, se podruhé nestahuje.',
    },
    'server-search-too-long': {
      message: 'Hledání na serveru trvalo přes {{seconds}} s, a proto ho Mailstow ukončil.',
      nextStep: 'Zkuste to znovu, nebo hledání zužte.',
    },
    'server-fell-silent': {
      message: 'Server se odmlčel: {{seconds}} s nic nepřišlo.',
      nextStep: 'Zkuste to znovu; co je uloženo, se podruhé nestahuje.',
    },
    'endless-answer': {
      message: 'Server stále něco posílá, ale na {{command}} neodpoví.',
      nextStep: 'Zkuste to znovu; nezmění-li se to, chyba je na serveru nebo v proxy před ním.',
    },
    'greeting-of-pop3': {
      message: 'Tento server vydává poštu přes POP3, ne přes IMAP.',
      nextStep:
        'Stahujte jen doručenou poštu přes POP3 (na příkazovém řádku: --protocol pop3), nebo si u poskytovatele ověřte server a port pro IMAP.',
    },
    'greeting-of-imap': {
      message: 'Tento server vydává poštu přes IMAP, ne přes POP3.',
      nextStep:
        'Stahujte všechny složky přes IMAP, nebo si u poskytovatele ověřte server a port pro POP3.',
    },
    'not-a-pop3-greeting': {
      message: 'Server se nehlásí jako server POP3.',
      nextStep: 'Zkontrolujte jméno serveru, port a zda port nechce TLS hned od začátku.',
    },
    'maildrop-in-use': {
      message: 'Tuto schránku právě používá jiný program a POP3 pustí dovnitř jen jeden.',
      nextStep: 'Zavřete druhý poštovní program, nebo to zkuste za pár minut znovu.',
    },
    'maildrop-unavailable': {
      message: 'Server nemůže otevřít schránku.',
      nextStep: 'Přečtěte si, co server říká. Zkuste to později, nebo se zeptejte poskytovatele.',
    },
    'new-connection-wanted': {
      message: 'Některé zprávy pošle server až po novém spojení.',
      nextStep: 'Zkuste to znovu; co je uloženo, se podruhé nestahuje.',
    },
    'top-not-offered': {
      message: 'Tento server neumí poslat samotnou hlavičku zprávy.',
      nextStep: 'Archivujte celé zprávy, nebo použijte IMAP, pokud ho poskytovatel má.',
    },
    'not-by-pop3': {
      message: 'Přes POP3 to nejde: {{option}}.',
      nextStep: 'Vynechte to, nebo použijte IMAP, pokud ho poskytovatel má.',
    },
    'not-a-greeting': {
      message: 'Server se nehlásí jako server IMAP.',
      nextStep: 'Zkontrolujte jméno serveru, port a zda port nechce TLS hned od začátku.',
    },
    'turned-away': {
      message: 'Server spojení odmítl.',
      nextStep: 'Přečtěte si, co server říká; často pomůže zkusit to později.',
    },
    'answer-without-command': {
      message: 'Server poslal odpověď, která nepatří k žádnému příkazu.',
      nextStep: 'Zkuste to znovu; nezmění-li se to, chyba je na serveru nebo v proxy před ním.',
    },
    'unreadable-answer': {
      message: 'Odpověď serveru na {{command}} nelze přečíst ({{reason}}).',
      nextStep: 'Zkuste to znovu; nezmění-li se to, chyba je na serveru nebo v proxy před ním.',
    },
    'bytes-before-encryption': {
      message: 'Mezi odpovědí na STARTTLS a začátkem šifrování bylo něco posláno.',
      nextStep: 'Někdo možná spojení narušuje; zkuste jinou síť, nebo TLS hned od začátku.',
    },
    'command-refused': {
      message: 'Server odmítl příkaz {{command}}.',
      nextStep: 'Přečtěte si, co server říká; často pomůže zkusit to později.',
    },
    'mailbox-refused': {
      message: 'Server složku {{mailbox}} neotevře.',
      nextStep: 'Zkontrolujte název složky a přečtěte si, co server říká.',
    },
    'mailbox-missing': {
      message: 'Schránka „{{mailbox}}“ neexistuje.',
      nextStep: 'Zkontrolujte název schránky.',
    },
    'mailbox-deleted': {
      message: 'Složka {{mailbox}} byla na serveru smazána, zatímco se archivovala.',
      nextStep: 'Co je uloženo, zůstane uloženo; víc z ní stáhnout nelze.',
    },
    'new-mailbox-without-name': {
      message: 'Složka potřebuje název.',
      nextStep: 'Napište ho.',
    },
    'new-mailbox-with-control': {
      message: 'Název obsahuje znak, který není vidět, například konec řádku nebo tabulátor.',
      nextStep: 'Napište název znovu bez něj.',
    },
    'new-mailbox-with-empty-level': {
      message: 'V „{{name}}“ chybí název jedné úrovně.',
      nextStep: 'Pojmenujte každou úroveň a vynechejte oddělovače na začátku a na konci.',
    },
    'new-mailbox-with-separator': {
      message:
        '„{{name}}“ obsahuje „{{delimiter}}“, čím tento server odděluje složku od těch uvnitř.',
      nextStep: 'Vynechejte to, nebo vytvořte složku uvnitř jiné.',
    },
    'new-mailbox-reserved': {
      message: '„{{name}}“ nemůže být název nové složky: má svůj vlastní význam.',
      nextStep: 'Zvolte jiný název.',
    },
    'new-mailbox-too-long': {
      message: 'Název je příliš dlouhý: {{bytes}} bajtů. Servery jich přijmou nejvýš {{longest}}.',
      nextStep:
        'Zvolte kratší. Písmena s diakritikou zabírají víc místa než ostatní a jiná písma ještě víc.',
    },
    'mailboxes-without-levels': {
      message: 'Tento server nemá složky uvnitř složek.',
      nextStep: 'Vytvořte ji vedle ostatních.',
    },
    'mailbox-exists': {
      message: 'Složka s názvem „{{mailbox}}“ už existuje.',
      nextStep: 'Zvolte jiný název.',
    },
    'mailbox-change-refused': {
      message: 'Server odmítl změnit „{{mailbox}}“.',
      nextStep: 'Přečtěte si, co server říká. Nic se nezměnilo.',
    },
    'inbox-stays': {
      message: 'Doručenou poštu nelze přejmenovat ani smazat.',
      nextStep: 'Archivujte ji, nebo z ní zprávy přesuňte ve svém poštovním programu.',
    },
    'special-mailbox-stays': {
      message:
        '„{{mailbox}}“ je jedna ze složek, na které spoléhají poštovní programy, proto ji Mailstow nepřejmenuje ani nesmaže.',
      nextStep: 'Je-li to nutné, použijte stránku svého poskytovatele.',
    },
    'mailbox-has-children': {
      message: 'Ve složce „{{mailbox}}“ jsou další složky.',
      nextStep: 'Nejdřív smažte ty, jednu po druhé.',
    },
    'mailbox-into-itself': {
      message: 'Složku „{{mailbox}}“ nelze přesunout do ní samé.',
      nextStep: 'Zvolte jiné místo.',
    },
    'mailbox-not-archived': {
      message:
        'Složka „{{mailbox}}“ nebyla smazána. Zprávy, které nejsou bezpečně v archivu: {{missing}} z {{messages}}.',
      nextStep: 'Archivujte účet a složku smažte potom.',
    },
    'mailbox-changed-meanwhile': {
      message: 'Složka „{{mailbox}}“ nebyla smazána, protože se v ní mezitím něco změnilo.',
      nextStep: 'Podívejte se na ni znovu a pak ji smažte.',
    },
    'starttls-refused': {
      message: 'Server odmítl spojení zašifrovat pomocí STARTTLS.',
      nextStep: 'Použijte TLS hned od začátku (-T), nabízí-li to server.',
    },
    'starttls-not-offered': {
      message: 'Server nenabízí zašifrování spojení pomocí STARTTLS.',
      nextStep: 'Použijte TLS hned od začátku (-T), nabízí-li to server.',
    },
    'line-too-long': {
      message:
        'Server poslal řádek delší než {{limit}} bajtů, takže jeho odpovědi už nelze sledovat.',
      nextStep:
        'Spusťte to znovu; stane-li se to podruhé, chyba je na serveru nebo v proxy před ním.',
    },
    'literal-too-large': {
      message:
        'Server poslal literál větší než jakákoli zpráva, takže jeho odpovědi už nelze sledovat.',
      nextStep:
        'Spusťte to znovu; stane-li se to podruhé, chyba je na serveru nebo v proxy před ním.',
    },
    'too-many-literals': {
      message:
        'Server poslal odpověď s víc než {{limit}} literály, takže jeho odpovědi už nelze sledovat.',
      nextStep:
        'Spusťte to znovu; stane-li se to podruhé, chyba je na serveru nebo v proxy před ním.',
    },
    'response-too-large': {
      message:
        'Server poslal odpověď s víc než {{limit}} bajty v literálech, takže jeho odpovědi už nelze sledovat.',
      nextStep:
        'Spusťte to znovu; stane-li se to podruhé, chyba je na serveru nebo v proxy před ním.',
    },
    'mailbox-name-with-half-character': {
      message: 'Název složky obsahuje půlku znaku a nelze ho poslat.',
      nextStep: 'Napište název znovu; při kopírování se možná některý znak rozdělil.',
    },
    'mailbox-name-with-line-break': {
      message: 'Název složky obsahuje konec řádku nebo znak NUL a nebyl odeslán.',
      nextStep: 'Napište to znovu bez tohoto znaku.',
    },
    'value-with-half-character': {
      message: 'Hodnota pro server obsahuje půlku znaku a nebyla odeslána.',
      nextStep: 'Napište to znovu bez tohoto znaku.',
    },
    'value-with-line-break': {
      message: 'Hodnota pro server obsahuje konec řádku nebo znak NUL a nebyla odeslána.',
      nextStep: 'Napište to znovu bez tohoto znaku.',
    },
    'value-with-odd-character': {
      message: 'Hodnota pro server obsahuje znak, který tam nepatří, a nebyla odeslána.',
      nextStep: 'Napište to znovu bez tohoto znaku.',
    },
    // Signing in.
    'no-way-to-sign-in': {
      message: 'Na tomto spojení server heslo nepřijímá.',
      nextStep:
        'Použijte šifrované spojení (TLS, -T), nebo jiný způsob přihlášení, chce-li ho poskytovatel.',
    },
    'no-way-to-sign-in-unencrypted': {
      message: 'Na tomto spojení server heslo nepřijímá.',
      nextStep: 'Použijte šifrované spojení: TLS (-T) nebo STARTTLS (--starttls).',
    },
    'only-other-ways-to-sign-in': {
      message: 'Tento server přijímá jen {{offered}}, a to Mailstow neumí.',
      nextStep: 'Zeptejte se poskytovatele na jiný způsob přihlášení.',
    },
    'sign-in-way-not-offered': {
      message: 'Tento server nenabízí {{way}}. Přijímá jen {{offered}}.',
      nextStep: 'Vyberte některý z nich, nebo nechte výběr na Mailstow.',
    },
    'no-sign-in-by-provider': {
      message: 'Tento server nepřijímá přihlášení u poskytovatele, jen {{offered}}.',
      nextStep: 'Použijte místo něj heslo nebo heslo aplikace.',
    },
    'only-sign-in-by-provider': {
      message: 'Tento server nepřijímá heslo, jen přihlášení u poskytovatele.',
      nextStep: 'Přihlaste se u svého poskytovatele, nebo ho požádejte o heslo aplikace.',
    },
    'sign-in-needed': {
      message: 'Poskytovatel už vaše přihlášení neuznává.',
      nextStep: 'Přihlaste se u svého poskytovatele znovu.',
    },
    'sign-in-again': {
      message: 'Vaše přihlášení u {{provider}} vypršelo nebo bylo odvoláno.',
      nextStep: 'Přihlaste se znovu. Vše, co je uloženo, zůstává.',
    },
    'signed-in-as-other': {
      message: 'Přihlásili jste se jako {{found}}, ne jako {{wanted}}. Nic se neuložilo.',
      nextStep:
        'Přihlaste se znovu jako {{wanted}}. Pokud jde o jiné jméno téže schránky, pokračujte s {{found}}.',
    },
    'sign-in-denied': {
      message: '{{provider}} nedostal svolení dát Mailstow přístup k vaší poště.',
      nextStep:
        'Přihlaste se znovu a přístup povolte. V organizaci ho možná musí nejdřív povolit správce.',
    },
    'sign-in-timed-out': {
      message: 'Přihlášení nebylo včas dokončeno.',
      nextStep: 'Přihlaste se znovu.',
    },
    'sign-in-cancelled': {
      message: 'Přihlášení jste přerušili.',
      nextStep: 'Nic se neuložilo. Přihlaste se, až budete chtít.',
    },
    'sign-in-ended': {
      message: 'Toto přihlášení už skončilo.',
      nextStep: 'Přihlaste se znovu.',
    },
    'mail-not-granted': {
      message: '{{provider}} vás přihlásil, ale bez přístupu k poště.',
      nextStep: 'Přihlaste se znovu a nechte přístup k poště zaškrtnutý.',
    },
    'issuer-mismatch': {
      message: 'Odpověď nepřišla od {{host}}, proto ji Mailstow nepoužil.',
      nextStep:
        'Přihlaste se znovu. Pokud se to opakuje, možná do spojení někdo zasahuje: řekněte to svému poskytovateli.',
    },
    'redirect-not-understood': {
      message: 'Toto není adresa, na které přihlášení končí.',
      nextStep: 'Až se přihlásíte, zkopírujte z prohlížeče celou adresu; začíná {{start}}.',
    },
    'redirect-of-other-sign-in': {
      message: 'Tato adresa patří k jinému přihlášení.',
      nextStep: 'Zkopírujte adresu ze stránky tohoto přihlášení, nebo začněte znovu.',
    },
    'client-id-needed': {
      message: 'Tato verze Mailstow zatím nemá pro {{provider}} ID klienta.',
      nextStep: 'Použijte vlastní ID klienta, nebo heslo aplikace, pokud je {{provider}} nabízí.',
    },
    'client-id-refused': {
      message: '{{provider}} nepřijímá ID klienta.',
      nextStep: 'Zkontrolujte ID klienta a adresu pro přesměrování, která je k němu zapsána.',
    },
    'no-provider-sign-in': {
      message: 'Mailstow nenašel pro {{host}} žádnou přihlašovací stránku.',
      nextStep: 'Použijte své heslo nebo heslo aplikace.',
    },
    'no-device-code': {
      message: '{{provider}} neumožňuje přístup k poště pomocí kódu.',
      nextStep: 'Přihlaste se v prohlížeči.',
    },
    'cannot-listen-for-sign-in': {
      message: 'Mailstow nemohl na tomto počítači čekat na prohlížeč.',
      nextStep: 'Přihlaste se pomocí kódu, nebo to zkuste znovu.',
    },
    'provider-not-reached': {
      message: '{{host}}, kde se přihlašujete, neodpovídá.',
      nextStep: 'Zkontrolujte síť a zkuste to znovu.',
    },
    'provider-unavailable': {
      message: '{{host}}, kde se přihlašujete, je teď nedostupný.',
      nextStep: 'Zkuste to později.',
    },
    'provider-answer-not-understood': {
      message: '{{host}} odpověděl na přihlášení něčím, co Mailstow neumí přečíst.',
      nextStep:
        'Zkuste to znovu. Ve veřejné síti nejdřív otevřete její vlastní přihlašovací stránku.',
    },
    'provider-refused': {
      message: '{{provider}} přihlášení odmítl.',
      nextStep: 'Přečtěte si, co uvádí, a přihlaste se znovu.',
    },
    'sign-in-being-renewed': {
      message: 'Jiný Mailstow právě obnovuje toto přihlášení a nekončí.',
      nextStep: 'Ukončete ho a zkuste to znovu.',
    },
    'server-not-genuine': {
      message: 'Server nedokázal, že zná vaše heslo, takže to možná není váš poštovní server.',
      nextStep:
        'Nepřihlašujte se tam. Zkontrolujte jméno serveru a síť a zeptejte se poskytovatele.',
    },
    'sign-in-broken': {
      message: 'Server nedodržel pravidla {{mechanism}}, a tak Mailstow přihlašování přerušil.',
      nextStep: 'Vyberte jiný způsob přihlášení, nebo dejte vědět správci serveru.',
    },
    'sign-in-effort-refused': {
      message:
        'K ověření hesla chce server {{rounds}} kol výpočtu. Mailstow přijímá 4 096 až 1 000 000.',
      nextStep: 'Vyberte jiný způsob přihlášení, nebo dejte vědět správci serveru.',
    },
    'user-name-not-sendable': {
      message:
        'Uživatelské jméno obsahuje konec řádku, znak NUL nebo půlku znaku a nebylo odesláno.',
      nextStep: 'Napište uživatelské jméno znovu.',
    },
    'password-not-sendable': {
      message: 'Heslo obsahuje konec řádku, znak NUL nebo půlku znaku a nebylo odesláno.',
      nextStep: 'Napište heslo znovu.',
    },
    'login-not-understood': {
      message: 'Server nerozumí příkazu {{command}}.',
      nextStep: 'Přečtěte si, co server říká; možná chce jiný způsob přihlášení.',
    },
    'login-refused': {
      message: 'Server odmítl uživatelské jméno nebo heslo.',
      nextStep:
        'Zkontrolujte obojí; mnozí poskytovatelé chtějí místo běžného hesla heslo aplikace.',
    },
    'password-needed': {
      message: 'Je potřeba heslo účtu {{user}}.',
      nextStep: 'Napište ho; uloží se, jen když o to požádáte.',
    },
    'password-store-refused': {
      message: 'Úložiště hesel vašeho systému heslo nepřijalo.',
      nextStep: 'Odemkněte ho a zkuste to znovu, nebo se nechte na heslo pokaždé ptát.',
    },
    // The connection.
    'connect-timeout': {
      message: '{{address}} neodpověděl do {{seconds}} s.',
      nextStep: 'Zkontrolujte jméno serveru, port a síť a zkuste to znovu.',
    },
    'name-not-found': {
      message: 'Jméno {{host}} se nenašlo.',
      nextStep: 'Zkontrolujte, jak je jméno serveru napsáno a zda je tento počítač na internetu.',
    },
    'connection-refused': {
      message: 'K {{address}} se nelze připojit: nic tam neposlouchá, nebo bylo spojení odmítnuto.',
      nextStep: 'Zkontrolujte jméno serveru, port a síť a zkuste to znovu.',
    },
    'no-route': {
      message: 'K {{address}} se nelze připojit: odtud k němu nevede cesta.',
      nextStep: 'Zkontrolujte jméno serveru, port a síť a zkuste to znovu.',
    },
    'host-silent': {
      message: 'K {{address}} se nelze připojit: neodpovídá.',
      nextStep: 'Zkontrolujte jméno serveru, port a síť a zkuste to znovu.',
    },
    'connection-failed': {
      message: 'K {{address}} se nelze připojit: {{reason}}.',
      nextStep: 'Zkontrolujte jméno serveru, port a síť a zkuste to znovu.',
    },
    'not-tls': {
      message: 'K {{address}} se nelze bezpečně připojit: odpovídá, ale ne pomocí TLS.',
      nextStep:
        'Zkontrolujte, že tento port používá TLS (993 obvykle ano; 143 obvykle chce STARTTLS).',
    },
    'tls-hung-up': {
      message: 'K {{address}} se nelze bezpečně připojit: server zavěsil.',
      nextStep:
        'Zkontrolujte, že tento port používá TLS (993 obvykle ano; 143 obvykle chce STARTTLS).',
    },
    'tls-failed': {
      message: 'K {{address}} se nelze bezpečně připojit: {{reason}}.',
      nextStep:
        'Zkontrolujte, že tento port používá TLS (993 obvykle ano; 143 obvykle chce STARTTLS).',
    },
    'tls-too-old': {
      message: 'Šifrování tohoto serveru je příliš staré ({{address}}: {{reason}}).',
      nextStep:
        'Zeptejte se poskytovatele na server s TLS 1.2 nebo novějším a současnými šiframi, nebo požádejte správce o aktualizaci.',
    },
    'tls-hung-up-in-app': {
      message: 'K {{address}} se nelze bezpečně připojit: server zavěsil.',
      nextStep:
        'Zkontrolujte, že tento port používá TLS (993 obvykle ano; 143 obvykle chce STARTTLS). Starý server může chtít šifrování, které aplikace nezná; příkaz imapcl se k němu možná přesto připojí.',
    },
    'tls-failed-in-app': {
      message: 'K {{address}} se nelze bezpečně připojit: {{reason}}.',
      nextStep:
        'Zkontrolujte, že tento port používá TLS (993 obvykle ano; 143 obvykle chce STARTTLS). Starý server může chtít šifrování, které aplikace nezná; příkaz imapcl se k němu možná přesto připojí.',
    },
    'tls-too-old-in-app': {
      message: 'Šifrování tohoto serveru je příliš staré ({{address}}: {{reason}}).',
      nextStep:
        'Zkontrolujte, že tento port používá TLS (993 obvykle ano; 143 obvykle chce STARTTLS). Starý server může chtít šifrování, které aplikace nezná; příkaz imapcl se k němu možná přesto připojí.',
    },
    'sending-failed': {
      message: 'Odesílání na {{address}} selhalo: {{reason}}.',
      nextStep: 'Zkuste to znovu; co je uloženo, se podruhé nestahuje.',
    },
    'connection-lost': {
      message: 'Spojení s {{address}} se přerušilo: {{reason}}.',
      nextStep: 'Zkuste to znovu; co je uloženo, se podruhé nestahuje.',
    },
    'compression-unreadable': {
      message: 'Komprimovaná data od {{address}} nelze přečíst: {{reason}}.',
      nextStep: 'Zkuste to znovu; Mailstow si pak zprávy vyžádá bez komprese.',
    },
    'connection-closed': {
      message: 'Spojení s {{address}} se přerušilo: server ho ukončil.',
      nextStep: 'Zkuste to znovu; co je uloženo, se podruhé nestahuje.',
    },
    'certificate-file-unreadable': {
      message: 'Soubor s certifikátem {{path}} nelze přečíst: {{reason}}.',
      nextStep: 'Zadejte cestu k čitelnému souboru s certifikáty ve formátu PEM.',
    },
    'certificate-file-damaged': {
      message: 'V souboru {{path}} je poškozený certifikát.',
      nextStep: 'Zadejte soubor s certifikáty ve formátu PEM (“-----BEGIN CERTIFICATE-----”).',
    },
    'certificate-file-empty': {
      message: 'V souboru {{path}} není žádný certifikát.',
      nextStep: 'Zadejte soubor s certifikáty ve formátu PEM (“-----BEGIN CERTIFICATE-----”).',
    },
    'certificate-folder-unreadable': {
      message: 'Složku s certifikáty {{path}} nelze přečíst: {{reason}}.',
      nextStep: 'Zadejte cestu k čitelné složce s certifikáty.',
    },
    'certificate-of-other-name': {
      message: 'Certifikát serveru {{host}} je vydán na jiné jméno: platí pro {{names}}.',
      nextStep:
        'Použijte jméno serveru, které uvádí poskytovatel; je-li to toto, může být někdo na cestě mezi vámi.',
    },
    'certificate-expired': {
      message: 'Certifikát serveru {{host}} vypršel: platil do {{date}}.',
      nextStep:
        'Zkontrolujte datum na tomto počítači; je-li správné, musí provozovatel serveru certifikát obnovit.',
    },
    'issuer-certificate-expired': {
      message:
        'Certifikát serveru {{host}} vypršel: jeho vydavatel „{{issuer}}“ platil do {{date}}.',
      nextStep:
        'Zkontrolujte datum na tomto počítači; je-li správné, musí provozovatel serveru certifikát obnovit.',
    },
    'certificate-not-yet-valid': {
      message: 'Certifikát serveru {{host}} ještě neplatí: začíná {{date}}.',
      nextStep: 'Zkontrolujte datum na tomto počítači.',
    },
    'issuer-certificate-not-yet-valid': {
      message:
        'Certifikát serveru {{host}} ještě neplatí: jeho vydavatel „{{issuer}}“ začíná {{date}}.',
      nextStep: 'Zkontrolujte datum na tomto počítači.',
    },
    'certificate-self-signed': {
      message: 'Certifikát serveru {{host}} je podepsán sám sebou a není mezi důvěryhodnými.',
      nextStep: 'Je-li server váš, zadejte jeho certifikát jako soubor, kterému se má důvěřovat.',
    },
    'certificate-issuer-unknown': {
      message: 'Certifikát serveru {{host}} vydal někdo, komu se tu nedůvěřuje: „{{issuer}}“.',
      nextStep:
        'Důvěřujete-li tomuto vydavateli, zadejte jeho certifikát jako soubor nebo složku, kterým se má důvěřovat.',
    },
    'certificate-chain-refused': {
      message: 'Certifikát serveru {{host}} neprošel kontrolou svého řetězce: {{reason}}.',
      nextStep: 'Provozovatel serveru musí certifikát opravit.',
    },
    // Threads and defects.
    'writing-out-of-memory': {
      message: 'Části Mailstow, která zapisuje na disk, došla paměť.',
      nextStep:
        'Zkuste to znovu; stane-li se to podruhé, nahlaste to prosím. Archivu se nic nestalo.',
    },
    'writing-ended': {
      message: 'Část Mailstow, která zapisuje na disk, se nečekaně zastavila: {{reason}}.',
      nextStep: 'Zkuste to znovu; archivu se nic nestalo. Víc je v protokolu.',
    },
    'library-out-of-memory': {
      message: 'Části Mailstow, která vede knihovnu, došla paměť.',
      nextStep:
        'Zkuste to znovu; stane-li se to podruhé, nahlaste to prosím. Archivu se nic nestalo.',
    },
    'library-ended': {
      message: 'Část Mailstow, která vede knihovnu, se nečekaně zastavila: {{reason}}.',
      nextStep: 'Zkuste to znovu; archivu se nic nestalo. Víc je v protokolu.',
    },
    'indexing-out-of-memory': {
      message: 'Části Mailstow, která vytváří vyhledávací rejstřík, došla paměť.',
      nextStep:
        'Zkuste to znovu; stane-li se to podruhé, nahlaste to prosím. Archivu se nic nestalo.',
    },
    'indexing-ended': {
      message:
        'Část Mailstow, která vytváří vyhledávací rejstřík, se nečekaně zastavila: {{reason}}.',
      nextStep: 'Zkuste to znovu; archivu se nic nestalo. Víc je v protokolu.',
    },
    'searching-out-of-memory': {
      message: 'Části Mailstow, která hledá, došla paměť.',
      nextStep:
        'Zkuste to znovu; stane-li se to podruhé, nahlaste to prosím. Archivu se nic nestalo.',
    },
    'searching-ended': {
      message: 'Část Mailstow, která hledá, se nečekaně zastavila: {{reason}}.',
      nextStep: 'Zkuste to znovu; archivu se nic nestalo. Víc je v protokolu.',
    },
    'reading-out-of-memory': {
      message: 'Části Mailstow, která čte zprávy, došla paměť.',
      nextStep:
        'Zkuste to znovu; stane-li se to podruhé, nahlaste to prosím. Archivu se nic nestalo.',
    },
    'reading-ended': {
      message: 'Část Mailstow, která čte zprávy, se nečekaně zastavila: {{reason}}.',
      nextStep: 'Zkuste to znovu; archivu se nic nestalo. Víc je v protokolu.',
    },
    'checking-out-of-memory': {
      message: 'Části Mailstow, která kontroluje archivy, došla paměť.',
      nextStep:
        'Zkuste to znovu; stane-li se to podruhé, nahlaste to prosím. Archivu se nic nestalo.',
    },
    'checking-ended': {
      message: 'Část Mailstow, která kontroluje archivy, se nečekaně zastavila: {{reason}}.',
      nextStep: 'Zkuste to znovu; archivu se nic nestalo. Víc je v protokolu.',
    },
    'archiving-out-of-memory': {
      message: 'Části Mailstow, která archivuje poštu, došla paměť.',
      nextStep:
        'Zkuste to znovu; stane-li se to podruhé, nahlaste to prosím. Archivu se nic nestalo.',
    },
    'archiving-ended': {
      message: 'Část Mailstow, která archivuje poštu, se nečekaně zastavila: {{reason}}.',
      nextStep: 'Zkuste to znovu; archivu se nic nestalo. Víc je v protokolu.',
    },
    'looking-out-of-memory': {
      message: 'Části Mailstow, která prohlíží složky, došla paměť.',
      nextStep:
        'Zkuste to znovu; stane-li se to podruhé, nahlaste to prosím. Archivu se nic nestalo.',
    },
    'looking-ended': {
      message: 'Část Mailstow, která prohlíží složky, se nečekaně zastavila: {{reason}}.',
      nextStep: 'Zkuste to znovu; archivu se nic nestalo. Víc je v protokolu.',
    },
    'reading-took-too-long': {
      message: 'Čtení trvalo příliš dlouho, a proto skončilo.',
      nextStep: 'Ukažte soubor zprávy a otevřete ho v jiném poštovním programu.',
    },
    closing: { message: 'Mailstow se zavírá.', nextStep: 'Spusťte ho znovu a pokračujte.' },
    'unknown-state': {
      message: 'Mailstow se dostal do stavu, který nezná: {{reason}}',
      nextStep: 'Spusťte to znovu; stane-li se to podruhé, nahlaste to prosím i s touto zprávou.',
    },
    // The app and its services.
    'log-not-writable': {
      message: 'Do protokolu {{path}} nelze zapisovat: {{reason}}.',
      nextStep: 'Uveďte jiný soubor ve složce, do které smíte zapisovat.',
    },
    'trace-not-writable': {
      message: 'Do záznamu {{path}} nelze zapisovat: {{reason}}.',
      nextStep: 'Uveďte jiný soubor ve složce, do které smíte zapisovat.',
    },
    'not-an-address': {
      message: 'Toto není celá e-mailová adresa.',
      nextStep: 'Napište ji jako jmeno@example.org.',
    },
    'account-gone': {
      message: 'Tento účet už není nastaven.',
      nextStep: 'Nastavte ho znovu, nebo vyberte jiný.',
    },
    'damaged-accounts-file': {
      message: 'Soubor s vašimi účty byl poškozený a nešel přečíst. Je odložen jako {{path}}.',
      nextStep: 'Z archivu se nic neztratilo. Pokračujte a nastavte znovu, co chybí.',
    },
    'later-accounts-file': {
      message: 'Soubor s vašimi účty zapsala novější verze Mailstow.',
      nextStep: 'Nainstalujte tu verzi, nebo ještě novější.',
    },
    'damaged-archives-file': {
      message:
        'Soubor s otevřenými archivy byl poškozený a nešel přečíst. Je odložen jako {{path}}.',
      nextStep: 'Z archivů se nic neztratilo. Otevřete je znovu.',
    },
    'later-archives-file': {
      message: 'Soubor s otevřenými archivy zapsala novější verze Mailstow.',
      nextStep: 'Nainstalujte tu verzi, nebo ještě novější.',
    },
    'damaged-clients-file': {
      message:
        'Soubor s vašimi ID klienta byl poškozený a nešel přečíst. Je odložen jako {{path}}.',
      nextStep: 'Z archivu se nic neztratilo. Vlastní ID klienta zadejte při přihlášení znovu.',
    },
    'later-clients-file': {
      message: 'Soubor s vašimi ID klienta zapsala novější verze Mailstow.',
      nextStep: 'Nainstalujte tu verzi, nebo ještě novější.',
    },
    'damaged-passwords-file': {
      message: 'Soubor s vašimi hesly byl poškozený a nešel přečíst. Je odložen jako {{path}}.',
      nextStep: 'Z archivu se nic neztratilo. Pokračujte a nastavte znovu, co chybí.',
    },
    'later-passwords-file': {
      message: 'Soubor s vašimi hesly zapsala novější verze Mailstow.',
      nextStep: 'Nainstalujte tu verzi, nebo ještě novější.',
    },
    'damaged-settings-file': {
      message: 'Soubor s vaším nastavením byl poškozený a nešel přečíst. Je odložen jako {{path}}.',
      nextStep: 'Z archivu se nic neztratilo. Pokračujte a nastavte znovu, co chybí.',
    },
    'later-settings-file': {
      message: 'Soubor s vaším nastavením zapsala novější verze Mailstow.',
      nextStep: 'Nainstalujte tu verzi, nebo ještě novější.',
    },
    'damaged-server-password-file': {
      message:
        'Soubor s heslem tohoto serveru byl poškozený a nešel přečíst. Je odložen jako {{path}}.',
      nextStep: 'Z archivu se nic neztratilo. Pokračujte a nastavte znovu, co chybí.',
    },
    'later-server-password-file': {
      message: 'Soubor s heslem tohoto serveru zapsala novější verze Mailstow.',
      nextStep: 'Nainstalujte tu verzi, nebo ještě novější.',
    },
    'unknown-call': {
      message: 'Volání {{name}} neexistuje.',
      nextStep: 'Načtěte okno znovu; možná je jiné verze než program za ním.',
    },
    'bad-input': {
      message: '{{name}} s tím, co je zadáno, nejde: {{reason}}.',
      nextStep: 'Zkontrolujte, co jste vyplnili; je-li to správně, nahlaste prosím tuto zprávu.',
    },
    'no-report-yet': {
      message: 'K tomuto účtu zatím není žádná zpráva o archivaci.',
      nextStep: 'Archivujte ho jednou; každá archivace zprávu zanechá.',
    },
    'checked-now': {
      message: 'Tento archiv se právě kontroluje.',
      nextStep: 'Počkejte, až kontrola skončí, nebo ji zastavte.',
    },
    'archived-now': {
      message: 'Tento účet se právě archivuje.',
      nextStep: 'Zkontrolujte archiv, až archivace skončí.',
    },
    'nothing-running': {
      message: 'Z tohoto účtu se teď nic nearchivuje.',
      nextStep: 'Chcete-li, spusťte archivaci.',
    },
    'folder-dialog-not-here': {
      message: 'Složku nelze vybrat v okně systému.',
      nextStep: 'Vyberte ji na stránce.',
    },
    'certificate-dialog-not-here': {
      message: 'Certifikát nelze vybrat v okně systému.',
      nextStep: 'Vyberte ho na stránce.',
    },
    'pdf-not-made': {
      message: 'Z této zprávy se nepodařilo vytvořit PDF.',
      nextStep: 'Uložte ji raději jako soubor a vytiskněte ji z poštovního programu.',
    },
    'not-printed': {
      message: 'Zpráva se nevytiskla: {{reason}}.',
      nextStep: 'Zkontrolujte, že je tiskárna nastavená a zapnutá, a zkuste to znovu.',
    },
    'no-mail-program': {
      message: 'Váš systém nemá poštovní program, kterým by šlo odpovědět.',
      nextStep:
        'Vyberte ho v nastavení systému, nebo zkopírujte adresu a odpovězte na stránce svého poskytovatele.',
    },
    'nobody-to-reply-to': {
      message: 'Tato zpráva neuvádí adresu, na kterou by šlo odpovědět.',
      nextStep: 'Podívejte se po adrese do textu nebo do hlaviček.',
    },
    'too-much-to-drag': {
      message: 'Najednou lze přetáhnout nejvýš {{messages}} zpráv nebo {{megabytes}} MB.',
      nextStep: 'Uložte je raději jako ZIP nebo do složky.',
    },
    'nothing-chosen': {
      message: 'Žádná z vybraných zpráv už tu není.',
      nextStep: 'Vyberte zprávy v seznamu, jaký je teď, a zkuste to znovu.',
    },
    'not-in-browser': {
      message: 'Tohle umí jen aplikace Mailstow, ne prohlížeč.',
      nextStep: 'Uložte zprávy raději jako ZIP, nebo je vytiskněte v prohlížeči.',
    },
    'not-opened-in-browser': {
      message: '{{name}} nelze otevřít z prohlížeče.',
      nextStep: 'Uložte soubor a otevřete ho odtamtud.',
    },
    'path-on-other-computer': {
      message: 'Je to tady: {{path}}',
      nextStep: 'Otevřete to na počítači, na kterém Mailstow běží.',
    },
    'cannot-listen': {
      message: 'Mailstow nemůže naslouchat na {{bind}}, port {{port}}.',
      nextStep: 'Zadejte jiné --bind nebo --port.',
    },
    'port-taken': {
      message:
        'Mailstow nemůže naslouchat na {{bind}}, port {{port}}: už tam naslouchá něco jiného.',
      nextStep: 'Možná už Mailstow běží; jinak zadejte jiné --port.',
    },
    'server-without-password': {
      message: 'Každý, kdo se dostane na {{bind}}, by mohl číst všechnu poštu: heslo zatím není.',
      nextStep: 'Nastavte ho příkazem „mailstow serve --set-password“, nebo vynechte --bind.',
    },
    'window-not-built': {
      message: 'Okno Mailstow tu není a nepodařilo se ho sestavit.',
      nextStep: 'Spusťte ve složce Mailstow npm ci a zkuste to znovu.',
    },
    'not-signed-in': {
      message: 'Přihlášení skončilo.',
      nextStep:
        'Načtěte stránku znovu a přihlaste se, nebo znovu spusťte příkaz, kterým jste Mailstow spustili: dá vám nový odkaz.',
    },
    'not-reached': {
      message: 'Mailstow neodpovídá.',
      nextStep: 'Zkontrolujte, že stále běží tam, kde jste ho spustili, a zkuste to znovu.',
    },
    'answer-not-understood': {
      message: 'Mailstow odpověděl něco, čemu toto okno nerozumí.',
      nextStep: 'Načtěte okno znovu; stane-li se to zase, přeinstalujte Mailstow.',
    },
  },
  /** For failures that carry no code, of an earlier version for instance: what their kind tells. */
  kinds: {
    arguments: {
      message: 'S tím, co je zadáno, to Mailstow nedokáže.',
      nextStep: 'Zkontrolujte, co jste vyplnili nebo vybrali, a zkuste to znovu.',
    },
    'credentials-file': {
      message: 'Soubor se jménem a heslem nelze použít.',
      nextStep: 'Zkontrolujte ho a zkuste to znovu.',
    },
    'output-folder': {
      message: 'Soubor nebo složku, které Mailstow potřebuje, nelze použít.',
      nextStep:
        'Zkontrolujte, že tam jsou, že je připojen jejich disk a že do nich smíte zapisovat.',
    },
    'uidvalidity-file-missing': {
      message: 'Chybí soubor, ve kterém si Mailstow vede čísla zpráv.',
      nextStep: 'Obnovte ho ze zálohy; který to je, stojí v podrobnostech.',
    },
    'uidvalidity-file-malformed': {
      message: 'Soubor, ve kterém si Mailstow vede čísla zpráv, je poškozený.',
      nextStep: 'Obnovte ho ze zálohy; který to je, stojí v podrobnostech.',
    },
    'name-not-found': {
      message: 'Server tohoto jména neexistuje, nebo je počítač bez internetu.',
      nextStep: 'Zkontrolujte jméno serveru a připojení k internetu.',
    },
    connection: {
      message: 'K serveru se nepodařilo připojit.',
      nextStep: 'Zkontrolujte server, port a připojení k internetu, nebo to zkuste později.',
    },
    certificate: {
      message: 'Server neprokázal, že je ten pravý.',
      nextStep: 'Zeptejte se správce serveru na jeho certifikát.',
    },
    'unknown-response': {
      message: 'Server odpověděl něco, co Mailstow nečekal.',
      nextStep: 'Zkuste to znovu; stane-li se to podruhé, řekněte to správci serveru.',
    },
    transmit: {
      message: 'Spojení se přerušilo při odesílání na server.',
      nextStep: 'Zkontrolujte připojení k internetu a zkuste to znovu.',
    },
    receive: {
      message: 'Spojení se přerušilo při příjmu ze serveru.',
      nextStep: 'Zkontrolujte připojení k internetu a zkuste to znovu.',
    },
    'no-answer': { message: 'Server neodpovídá.', nextStep: 'Zkuste to za chvíli znovu.' },
    'unparsable-response': {
      message: 'Odpovědi serveru nelze rozumět.',
      nextStep: 'Zkuste to znovu; stane-li se to podruhé, řekněte to správci serveru.',
    },
    'no-uids': {
      message: 'Server neřekl, které zprávy ve složce jsou.',
      nextStep: 'Zkuste to později; nezmění-li se to, řekněte to správci serveru.',
    },
    'no-uidvalidity': {
      message: 'Server zprávy v této složce spolehlivě nečísluje.',
      nextStep: 'Archivujte znovu; nezmění-li se to, řekněte to správci serveru.',
    },
    'message-not-stored': {
      message: 'Jednu zprávu se nepodařilo uložit.',
      nextStep: 'Archivujte znovu a zkusí se ještě jednou; důvod stojí v podrobnostech.',
    },
    removal: {
      message: 'Staré kopie zpráv se nepodařilo z archivu odstranit.',
      nextStep: 'V podrobnostech stojí, kterou složku odstranit; pak archivujte znovu.',
    },
    'login-refused': {
      message: 'Server přihlášení odmítl.',
      nextStep:
        'Zkontrolujte uživatelské jméno a heslo. Někteří poskytovatelé chtějí heslo aplikace.',
    },
    'sign-in-needed': {
      message: 'Je potřeba se přihlásit u poskytovatele.',
      nextStep: 'Přihlaste se u svého poskytovatele znovu.',
    },
    'mailbox-not-found': {
      message: 'Složku s poštou nelze na serveru najít nebo otevřít.',
      nextStep: 'Podívejte se v poštovním programu, zda tam ještě je, a archivujte znovu.',
    },
    'mailbox-not-listed': {
      message: 'Jedna složka se nearchivovala, řádek serveru o ní nelze přečíst.',
      nextStep: 'Všechny ostatní složky jsou v archivu. Řekněte správci serveru, co server říká.',
    },
    'folder-in-use': {
      message: 'S tímto archivem se už pracuje.',
      nextStep: 'Počkejte, až druhá archivace skončí, a zkuste to znovu.',
    },
    'disk-full': {
      message: 'Disk je plný.',
      nextStep: 'Uvolněte místo a zkuste to znovu; co je uloženo, zůstane uloženo.',
    },
    'other-account': {
      message: 'V této složce je pošta jiného účtu.',
      nextStep: 'Vyberte jinou složku, aby se pošta dvou účtů nesmíchala.',
    },
    stopped: {
      message: 'Bylo to zastaveno před koncem.',
      nextStep: 'Spusťte to znovu a naváže se; co je uloženo, zůstane uloženo.',
    },
    defect: {
      message: 'V Mailstow se něco pokazilo.',
      nextStep: 'Zkuste to znovu; stane-li se to podruhé, nahlaste to prosím i s podrobnostmi.',
    },
  },
  /** What a code’s {{reason}} or {{issuer}} can be. */
  words: {
    'no-permission': 'chybí oprávnění',
    'read-only-disk': 'disk je jen pro čtení',
    'file-in-the-way': 'kde má být složka, je soubor',
    'folder-missing': 'chybí složka na cestě k tomu',
    'disk-error': 'disk hlásí chybu čtení nebo zápisu',
    'not-there': 'neexistuje',
    'a-folder': 'je to složka',
    'no-folder': 'není to složka',
    'no-name': 'beze jména',
  },
} as const;
