/** What a person should know although nothing failed, in Czech. */
export const warnings = {
  // The server and the connection.
  'server-says': 'Server říká: {{text}}',
  'answer-skipped': 'Jedna z odpovědí serveru nešla přečíst a přeskočila se: {{reason}}',
  'certificate-expires':
    'Certifikát serveru platí jen do {{date}}. Pokud ho správce serveru neobnoví, Mailstow se už nepřipojí.',
  'certificate-damaged': 'Poškozený certifikát ve složce {{folder}} se přeskočil.',
  'certificate-folder-empty': 'Složka s certifikáty {{folder}} neobsahuje žádný certifikát.',
  'file-without-certificate': 'Soubor {{path}} se přeskočil: neobsahuje žádný certifikát.',
  'certificate-file-skipped': 'Soubor {{path}} se přeskočil: {{reason}}.',
  'fewer-connections': 'Pokračuje se s méně spojeními: {{message}}',
  'fewer-connections-server':
    'Pokračuje se s méně spojeními: {{message}} Server říká: {{serverText}}',
  // The account and its mailboxes.
  'account-renamed':
    'Účet byl dosud {{held}} na serveru {{heldHost}} a od teď je {{user}} na serveru {{host}}. Porovnané zprávy, které jsou stejné: {{found, number}} z {{sampled, number}}.',
  'pattern-unused': 'Vzoru „{{pattern}}“ neodpovídá žádná složka.',
  'mailbox-renamed_one':
    '{{count, number}} zpráva složky {{mailbox}} byla dříve ve složce {{former}}; její soubor tam zůstává a znovu se nestáhl.',
  'mailbox-renamed_few':
    '{{count, number}} zprávy složky {{mailbox}} byly dříve ve složce {{former}}; jejich soubory tam zůstávají a znovu se nestáhly.',
  'mailbox-renamed_many':
    '{{count, number}} zprávy složky {{mailbox}} bylo dříve ve složce {{former}}; jejich soubory tam zůstávají a znovu se nestáhly.',
  'mailbox-renamed_other':
    '{{count, number}} zpráv složky {{mailbox}} bylo dříve ve složce {{former}}; jejich soubory tam zůstávají a znovu se nestáhly.',
  'messages-unlisted':
    'Server počítá ve složce {{mailbox}} víc zpráv ({{onServer, number}}), než kolik jich jmenuje ({{listed, number}}).',
  'no-lasting-numbers':
    'Server nedává zprávám ve složce {{mailbox}} stálá čísla (UIDVALIDITY 0), takže je každá archivace poznává podle obsahu.',
  'numbers-reused':
    '{{mailbox}}: pod čísly, která už jsou v archivu (UID {{uids}}), má server jiné zprávy; možná byl obnoven ze zálohy. Archivují se i jeho zprávy a dřívější soubory zůstávají v superseded.',
  'copies-not-recognised':
    '{{mailbox}}: server neřekl, podle čeho zprávy této složky poznat; ty, které jsou i v jiných složkách, se tam uloží znovu.',
  'cut-short_one':
    '{{mailbox}}: {{count, number}} zpráva je kratší, než server říká; je uložena tak, jak ji poslal (bajty poslané/ohlášené: {{named}}).',
  'cut-short_few':
    '{{mailbox}}: {{count, number}} zprávy jsou kratší, než server říká; jsou uloženy tak, jak je poslal (bajty poslané/ohlášené: {{named}}).',
  'cut-short_many':
    '{{mailbox}}: {{count, number}} zprávy je kratších, než server říká; jsou uloženy tak, jak je poslal (bajty poslané/ohlášené: {{named}}).',
  'cut-short_other':
    '{{mailbox}}: {{count, number}} zpráv je kratších, než server říká; jsou uloženy tak, jak je poslal (bajty poslané/ohlášené: {{named}}).',
  // Files of the archive.
  'uidvalidity-line-missing':
    '{{mailbox}}: v souboru .uidvalidity už pro tuto složku nebyl řádek; zapsal se znovu.',
  'uidvalidity-differs':
    '{{mailbox}}: v souboru .uidvalidity je {{listed}}, v žurnálu {{recorded}}; Mailstow porovná zprávy s těmi na serveru.',
  'journal-unreadable_one':
    '{{count, number}} řádek žurnálu složky {{mailbox}} nešel přečíst; všechny soubory se zkontrolovaly a zůstávají.',
  'journal-unreadable_few':
    '{{count, number}} řádky žurnálu složky {{mailbox}} nešly přečíst; všechny soubory se zkontrolovaly a zůstávají.',
  'journal-unreadable_many':
    '{{count, number}} řádku žurnálu složky {{mailbox}} nešlo přečíst; všechny soubory se zkontrolovaly a zůstávají.',
  'journal-unreadable_other':
    '{{count, number}} řádků žurnálu složky {{mailbox}} nešlo přečíst; všechny soubory se zkontrolovaly a zůstávají.',
  'files-added_one':
    '{{mailbox}}: {{count, number}} soubor nebyl v žurnálu; porovnal se se serverem a přidal se.',
  'files-added_few':
    '{{mailbox}}: {{count, number}} soubory nebyly v žurnálu; porovnaly se se serverem a přidaly se.',
  'files-added_many':
    '{{mailbox}}: {{count, number}} souboru nebylo v žurnálu; porovnaly se se serverem a přidaly se.',
  'files-added_other':
    '{{mailbox}}: {{count, number}} souborů nebylo v žurnálu; porovnaly se se serverem a přidaly se.',
  'files-replaced_one':
    '{{mailbox}}: {{count, number}} soubor neobsahoval to, co říká jeho název; stáhl se znovu a jeho dosavadní obsah zůstává v superseded.',
  'files-replaced_few':
    '{{mailbox}}: {{count, number}} soubory neobsahovaly to, co říká jejich název; stáhly se znovu a jejich dosavadní obsah zůstává v superseded.',
  'files-replaced_many':
    '{{mailbox}}: {{count, number}} souboru neobsahovalo to, co říká jejich název; stáhly se znovu a jejich dosavadní obsah zůstává v superseded.',
  'files-replaced_other':
    '{{mailbox}}: {{count, number}} souborů neobsahovalo to, co říká jejich název; stáhly se znovu a jejich dosavadní obsah zůstává v superseded.',
  'files-lost_one':
    '{{mailbox}}: {{count, number}} soubor byl od poslední archivace smazán nebo přejmenován; stáhl se znovu.',
  'files-lost_few':
    '{{mailbox}}: {{count, number}} soubory byly od poslední archivace smazány nebo přejmenovány; stáhly se znovu.',
  'files-lost_many':
    '{{mailbox}}: {{count, number}} souboru bylo od poslední archivace smazáno nebo přejmenováno; stáhly se znovu.',
  'files-lost_other':
    '{{mailbox}}: {{count, number}} souborů bylo od poslední archivace smazáno nebo přejmenováno; stáhly se znovu.',
  'files-changed_one':
    '{{count, number}} soubor složky {{mailbox}} se od uložení změnil: má-li server zprávu ještě, stáhne se znovu, a co je v souboru teď, zůstane v {{folder}}.',
  'files-changed_few':
    '{{count, number}} soubory složky {{mailbox}} se od uložení změnily: co server ještě má, stáhne se znovu, a co je v nich teď, zůstane v {{folder}}.',
  'files-changed_many':
    '{{count, number}} souboru složky {{mailbox}} se od uložení změnilo: co server ještě má, stáhne se znovu, a co je v nich teď, zůstane v {{folder}}.',
  'files-changed_other':
    '{{count, number}} souborů složky {{mailbox}} se od uložení změnilo: co server ještě má, stáhne se znovu, a co je v nich teď, zůstane v {{folder}}.',
  'names-refused_one':
    'Jeden řádek souboru {{path}} nepochází od Mailstow a vedl by ven ze složky, která je pro něj v archivu určena; nepoužije se.',
  'names-refused_few':
    '{{count, number}} řádky souboru {{path}} nepochází od Mailstow a vedly by ven ze složky, která je pro ně v archivu určena; nepoužijí se.',
  'names-refused_many':
    '{{count, number}} řádku souboru {{path}} nepochází od Mailstow a vedlo by ven ze složky, která je pro ně v archivu určena; nepoužijí se.',
  'names-refused_other':
    '{{count, number}} řádků souboru {{path}} nepochází od Mailstow a vedlo by ven ze složky, která je pro ně v archivu určena; nepoužijí se.',
  'names-lost_one':
    '{{count, number}} soubor zprávy je uložen pod zkráceným názvem ({{name}}) a Mailstow zatím neví, která složka na serveru to je; zjistí to příští archivace té složky.',
  'names-lost_few':
    '{{count, number}} soubory se zprávami jsou uloženy pod zkráceným názvem ({{name}}) a Mailstow zatím neví, která složka na serveru to je; zjistí to příští archivace té složky.',
  'names-lost_many':
    '{{count, number}} souboru se zprávami je uloženo pod zkráceným názvem ({{name}}) a Mailstow zatím neví, která složka na serveru to je; zjistí to příští archivace té složky.',
  'names-lost_other':
    '{{count, number}} souborů se zprávami je uloženo pod zkráceným názvem ({{name}}) a Mailstow zatím neví, která složka na serveru to je; zjistí to příští archivace té složky.',
  'more-names-lost_one':
    '{{count, number}} soubor se zprávou je uložen pod zkrácenými názvy ({{name}}, další: {{more, number}}) a Mailstow zatím neví, které složky na serveru to jsou; zjistí to příští archivace těch složek.',
  'more-names-lost_few':
    '{{count, number}} soubory se zprávami jsou uloženy pod zkrácenými názvy ({{name}}, další: {{more, number}}) a Mailstow zatím neví, které složky na serveru to jsou; zjistí to příští archivace těch složek.',
  'more-names-lost_many':
    '{{count, number}} souboru se zprávami je uloženo pod zkrácenými názvy ({{name}}, další: {{more, number}}) a Mailstow zatím neví, které složky na serveru to jsou; zjistí to příští archivace těch složek.',
  'more-names-lost_other':
    '{{count, number}} souborů se zprávami je uloženo pod zkrácenými názvy ({{name}}, další: {{more, number}}) a Mailstow zatím neví, které složky na serveru to jsou; zjistí to příští archivace těch složek.',
  'made-private':
    'Jiní uživatelé tohoto počítače mohli číst poštu ve složce {{folder}}; teď už nemohou (s volbou --shared-folder zůstane sdílená).',
  'names-visible':
    'Jiní uživatelé tohoto počítače vidí názvy souborů ve složce {{folder}}, ale ne poštu; chcete-li skrýt i názvy, nastavte složce „chmod 700“.',
  'not-in-history': '{{message}} {{nextStep}}',
  // What is kept beside the messages.
  'rows-refused_one':
    'Jeden řádek souboru index.csv není takový, jaké Mailstow píše; nepoužije se.',
  'rows-refused_few':
    '{{count, number}} řádky souboru index.csv nejsou takové, jaké Mailstow píše; nepoužijí se.',
  'rows-refused_many':
    '{{count, number}} řádku souboru index.csv není takových, jaké Mailstow píše; nepoužijí se.',
  'rows-refused_other':
    '{{count, number}} řádků souboru index.csv není takových, jaké Mailstow píše; nepoužijí se.',
  'extras-name-taken':
    'Jedna složka tohoto archivu se jmenuje {{folder}}; index.csv a složky štítků to jméno potřebují a nezapsaly se.',
  'no-hard-links':
    'Tento disk neumí pevné odkazy, takže štítky tu nemohou být složkami; štítky každé zprávy jsou v index.csv.',
  'labels-not-linked_one':
    '{{count, number}} zpráva není ve složce některého ze svých štítků: jméno tam má jiný soubor, nebo disk další odkazy nepřijme.',
  'labels-not-linked_few':
    '{{count, number}} zprávy nejsou ve složce některého ze svých štítků: jméno tam má jiný soubor, nebo disk další odkazy nepřijme.',
  'labels-not-linked_many':
    '{{count, number}} zprávy není ve složce některého ze svých štítků: jméno tam má jiný soubor, nebo disk další odkazy nepřijme.',
  'labels-not-linked_other':
    '{{count, number}} zpráv není ve složce některého ze svých štítků: jméno tam má jiný soubor, nebo disk další odkazy nepřijme.',
  'extras-failed': 'Složku {{folder}} se nepodařilo aktualizovat: {{message}}',
  'extras-refused': 'Složku {{folder}} se nepodařilo aktualizovat: {{reason}}',
  // Deletion on a POP3 server.
  'server-deletes-at-once':
    'Tento server maže zprávy, jakmile se stáhnou a spojení skončí obvyklým způsobem; Mailstow ho končí jinak, aby na serveru zůstaly.',
  'server-deletes_one':
    'Tento server sám maže zprávy {{count, number}} den po tom, co přišly nebo se stáhly.',
  'server-deletes_few':
    'Tento server sám maže zprávy {{count, number}} dny po tom, co přišly nebo se stáhly.',
  'server-deletes_many':
    'Tento server sám maže zprávy {{count, number}} dne po tom, co přišly nebo se stáhly.',
  'server-deletes_other':
    'Tento server sám maže zprávy {{count, number}} dní po tom, co přišly nebo se stáhly.',
  'deletion-put-off_one':
    '{{count, number}} soubor není takový, jak se uložil; jeho zpráva se na serveru nesmazala a příští archivace ji stáhne znovu.',
  'deletion-put-off_few':
    '{{count, number}} soubory nejsou takové, jak se uložily; jejich zprávy se na serveru nesmazaly a příští archivace je stáhne znovu.',
  'deletion-put-off_many':
    '{{count, number}} souboru není takových, jak se uložily; jejich zprávy se na serveru nesmazaly a příští archivace je stáhne znovu.',
  'deletion-put-off_other':
    '{{count, number}} souborů není takových, jak se uložily; jejich zprávy se na serveru nesmazaly a příští archivace je stáhne znovu.',
  'deleted-after-a-day_one':
    'Na serveru se podle vaší volby (po 1 dni) smazala {{count, number}} zpráva; seznam je v .mailstow/deleted.jsonl.',
  'deleted-after-a-day_few':
    'Na serveru se podle vaší volby (po 1 dni) smazaly {{count, number}} zprávy; seznam je v .mailstow/deleted.jsonl.',
  'deleted-after-a-day_many':
    'Na serveru se podle vaší volby (po 1 dni) smazalo {{count, number}} zprávy; seznam je v .mailstow/deleted.jsonl.',
  'deleted-after-a-day_other':
    'Na serveru se podle vaší volby (po 1 dni) smazalo {{count, number}} zpráv; seznam je v .mailstow/deleted.jsonl.',
  'deleted-after-days_one':
    'Na serveru se podle vaší volby (po {{days, number}} dnech) smazala {{count, number}} zpráva; seznam je v .mailstow/deleted.jsonl.',
  'deleted-after-days_few':
    'Na serveru se podle vaší volby (po {{days, number}} dnech) smazaly {{count, number}} zprávy; seznam je v .mailstow/deleted.jsonl.',
  'deleted-after-days_many':
    'Na serveru se podle vaší volby (po {{days, number}} dnech) smazalo {{count, number}} zprávy; seznam je v .mailstow/deleted.jsonl.',
  'deleted-after-days_other':
    'Na serveru se podle vaší volby (po {{days, number}} dnech) smazalo {{count, number}} zpráv; seznam je v .mailstow/deleted.jsonl.',
  'deletion-unclear': 'Server nesmazal všechny zprávy, které smazat měl ({{serverText}}).',
  'deletion-refused_one': 'Server odmítl smazat {{count, number}} zprávu.',
  'deletion-refused_few': 'Server odmítl smazat {{count, number}} zprávy.',
  'deletion-refused_many': 'Server odmítl smazat {{count, number}} zprávy.',
  'deletion-refused_other': 'Server odmítl smazat {{count, number}} zpráv.',
} as const;
