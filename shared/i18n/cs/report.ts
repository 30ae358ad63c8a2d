/** The completeness report, in Czech. */
export const report = {
  heading: 'Zpráva Mailstow o úplnosti',
  complete: 'Úplné',
  incomplete: 'Neúplné',
  unfinished: 'Nedokončené',
  pageTitle: '{{title}}: archiv účtu {{user}} na serveru {{host}}',

  nothingAsked: 'Nebylo co archivovat a nic nechybí.',
  allArchived_one:
    'V archivu je vše, co bylo žádáno: {{count, number}} zpráva, {{folders}}. Nic nechybí.',
  allArchived_few:
    'V archivu je vše, co bylo žádáno: {{count, number}} zprávy, {{folders}}. Nic nechybí.',
  allArchived_many:
    'V archivu je vše, co bylo žádáno: {{count, number}} zprávy, {{folders}}. Nic nechybí.',
  allArchived_other:
    'V archivu je vše, co bylo žádáno: {{count, number}} zpráv, {{folders}}. Nic nechybí.',
  news_one: 'Nově uloženo: {{count, number}} zpráva ({{size}}).',
  news_few: 'Nově uloženo: {{count, number}} zprávy ({{size}}).',
  news_many: 'Nově uloženo: {{count, number}} zprávy ({{size}}).',
  news_other: 'Nově uloženo: {{count, number}} zpráv ({{size}}).',
  newsOfPeriod_one:
    'Nově uloženo: {{count, number}} zpráva ({{size}}), přijato od {{from}} do {{to}}.',
  newsOfPeriod_few:
    'Nově uloženo: {{count, number}} zprávy ({{size}}), přijato od {{from}} do {{to}}.',
  newsOfPeriod_many:
    'Nově uloženo: {{count, number}} zprávy ({{size}}), přijato od {{from}} do {{to}}.',
  newsOfPeriod_other:
    'Nově uloženo: {{count, number}} zpráv ({{size}}), přijato od {{from}} do {{to}}.',
  noFolderFinished: 'Nedokončila se žádná složka.',
  finished_one:
    'Dokončeno: {{folders}}. V archivu je {{archived, number}} z {{count, number}} žádané zprávy.',
  finished_few:
    'Dokončeno: {{folders}}. V archivu je {{archived, number}} z {{count, number}} žádaných zpráv.',
  finished_many:
    'Dokončeno: {{folders}}. V archivu je {{archived, number}} z {{count, number}} žádané zprávy.',
  finished_other:
    'Dokončeno: {{folders}}. V archivu je {{archived, number}} z {{count, number}} žádaných zpráv.',
  endedEarly: 'Archivace skončila předčasně: {{message}}',
  stopped_one:
    'Archivaci jste zastavili. Uloženo: {{archived, number}} z {{count, number}} zprávy.',
  stopped_few: 'Archivaci jste zastavili. Uloženo: {{archived, number}} z {{count, number}} zpráv.',
  stopped_many:
    'Archivaci jste zastavili. Uloženo: {{archived, number}} z {{count, number}} zprávy.',
  stopped_other:
    'Archivaci jste zastavili. Uloženo: {{archived, number}} z {{count, number}} zpráv.',
  missing_one: 'Chybí {{count, number}} zpráva.',
  missing_few: 'Chybějí {{count, number}} zprávy.',
  missing_many: 'Chybí {{count, number}} zprávy.',
  missing_other: 'Chybí {{count, number}} zpráv.',
  unnamed_one:
    'Server počítá o {{count, number}} zprávu víc, než kolik jich jmenuje; co nejmenuje, nemůže nikdo stáhnout.',
  unnamed_few:
    'Server počítá o {{count, number}} zprávy víc, než kolik jich jmenuje; co nejmenuje, nemůže nikdo stáhnout.',
  unnamed_many:
    'Server počítá o {{count, number}} zprávy víc, než kolik jich jmenuje; co nejmenuje, nemůže nikdo stáhnout.',
  unnamed_other:
    'Server počítá o {{count, number}} zpráv víc, než kolik jich jmenuje; co nejmenuje, nemůže nikdo stáhnout.',
  failed_one: 'Nepodařilo se archivovat: {{count, number}} složka.',
  failed_few: 'Nepodařilo se archivovat: {{count, number}} složky.',
  failed_many: 'Nepodařilo se archivovat: {{count, number}} složky.',
  failed_other: 'Nepodařilo se archivovat: {{count, number}} složek.',
  notFinished_one: 'Archivace nedokončila: {{count, number}} složku.',
  notFinished_few: 'Archivace nedokončila: {{count, number}} složky.',
  notFinished_many: 'Archivace nedokončila: {{count, number}} složky.',
  notFinished_other: 'Archivace nedokončila: {{count, number}} složek.',

  onlyHeaders: 'Žádány byly jen hlavičky, ne celé zprávy.',
  onlyMessages: 'Žádány byly jen zprávy {{limits}}.',
  onlyHeadersOf: 'Žádány byly jen hlavičky zpráv, které jsou {{limits}}.',
  limits: {
    unread: 'nepřečtené',
    since: 'přijaté {{day}} nebo později',
    before: 'přijaté před datem {{day}}',
    larger: 'větší než {{size}}',
    smaller: 'menší než {{size}}',
    both: '{{first}} a {{second}}',
  },
  leftOut_one: 'Tím se vynechalo na serveru: {{count, number}} zpráva.',
  leftOut_few: 'Tím se vynechalo na serveru: {{count, number}} zprávy.',
  leftOut_many: 'Tím se vynechalo na serveru: {{count, number}} zprávy.',
  leftOut_other: 'Tím se vynechalo na serveru: {{count, number}} zpráv.',
  foldersLeftOut_one: 'Podle vaší volby se vynechalo: {{folders}} ({{count, number}} zpráva).',
  foldersLeftOut_few: 'Podle vaší volby se vynechalo: {{folders}} ({{count, number}} zprávy).',
  foldersLeftOut_many: 'Podle vaší volby se vynechalo: {{folders}} ({{count, number}} zprávy).',
  foldersLeftOut_other: 'Podle vaší volby se vynechalo: {{folders}} ({{count, number}} zpráv).',
  emptyFoldersLeftOut: 'Podle vaší volby se vynechalo: {{folders}}.',
  foldersShared: 'Sdílené složky se nearchivovaly, nežádali jste o ně: {{folders}}.',
  foldersKept_one:
    'Na serveru už nejsou složky {{folders}}; jejich zprávy v archivu zůstávají ({{count, number}} zpráva).',
  foldersKept_few:
    'Na serveru už nejsou složky {{folders}}; jejich zprávy v archivu zůstávají ({{count, number}} zprávy).',
  foldersKept_many:
    'Na serveru už nejsou složky {{folders}}; jejich zprávy v archivu zůstávají ({{count, number}} zprávy).',
  foldersKept_other:
    'Na serveru už nejsou složky {{folders}}; jejich zprávy v archivu zůstávají ({{count, number}} zpráv).',
  list: {
    next: '{{some}}, {{next}}',
    last: '{{some}} a {{next}}',
    more_one: 'další {{count, number}} složka',
    more_few: 'další {{count, number}} složky',
    more_many: 'další {{count, number}} složky',
    more_other: 'dalších {{count, number}} složek',
  },

  account: 'Účet',
  accountOn: '{{user}} na serveru {{host}}',
  inboxOn: '{{user}} na serveru {{host}}, jen doručená pošta (POP3)',
  archive: 'Archiv',
  started: 'Začátek',
  ended: 'Konec',
  moment: '{{day}} v {{time}} UTC',
  thisRun: 'Tato archivace',
  written_one: 'zapsán {{count, number}} soubor ({{size}})',
  written_few: 'zapsány {{count, number}} soubory ({{size}})',
  written_many: 'zapsáno {{count, number}} souboru ({{size}})',
  written_other: 'zapsáno {{count, number}} souborů ({{size}})',
  renamed_one: 'přejmenován {{count, number}} soubor',
  renamed_few: 'přejmenovány {{count, number}} soubory',
  renamed_many: 'přejmenováno {{count, number}} souboru',
  renamed_other: 'přejmenováno {{count, number}} souborů',
  madeBy: 'Vytvořil',

  folderByFolder: 'Složku po složce',
  folder: 'Složka',
  onServer: 'Na serveru',
  excluded: 'Vynecháno vaší volbou',
  selected: 'Žádáno',
  archived: 'V archivu',
  missingColumn: 'Chybí',
  gone: 'Uchováno, na serveru už není',
  folders_one: '{{count, number}} složka',
  folders_few: '{{count, number}} složky',
  folders_many: '{{count, number}} složky',
  folders_other: '{{count, number}} složek',
  notNamed: '{{messages, number}} nejmenováno',
  elsewhere: '{{messages, number}} v jiné složce',
  countsNote: 'Počty zpráv. Zpráva, která se na serveru smaže, v archivu zůstane.',
  details: 'Podrobnosti',
  /** The narrow columns of the text file. */
  columns: {
    onServer: 'Na serveru',
    excluded: 'Vynecháno',
    selected: 'Žádáno',
    archived: 'V archivu',
    elsewhere: 'Jinde',
    missing: 'Chybí',
    gone: 'Už není na serveru',
    total: 'Celkem',
  },

  notReached: 'Touto archivací nedokončeno',
  notReachedNote:
    'Archivace nedošla na konec těchto složek. Co z nich už je v archivu, v něm zůstává, a příští archivace naváže.',

  otherFolders: 'Složky, které se touto archivací nearchivovaly',
  reasons: {
    'left-out': 'vynechána podle vaší volby',
    shared: 'sdílená jinými, nežádali jste o ni',
    nameless: 'server jí nedává jméno, takže ji nelze otevřít',
    unreadable: 'řádek serveru o ní nelze přečíst',
    failed: 'nepodařilo se ji archivovat',
    'no-longer-listed': 'na serveru už není; co se archivovalo, zůstává',
  },
  otherFolder: '{{folder}}: {{reason}}',
  otherFolderOf_one: '{{folder}}: {{reason}}, {{count, number}} zpráva',
  otherFolderOf_few: '{{folder}}: {{reason}}, {{count, number}} zprávy',
  otherFolderOf_many: '{{folder}}: {{reason}}, {{count, number}} zprávy',
  otherFolderOf_other: '{{folder}}: {{reason}}, {{count, number}} zpráv',
  withoutName: '(beze jména)',

  toKnow: 'Co byste měli vědět',
  wentWrong: 'Co se nepovedlo',
  theAccount: 'Účet',
  message: 'Zpráva {{uid}}.',
  keptIn: 'Co server poslal, je uloženo v souboru',
  serverWords: 'Slova serveru:',
  kind: 'Druh:',
  sum: {
    onServer: 'na serveru',
    archived: 'v bezpečí v archivu',
    leftOut: 'vynecháno podle vaší volby',
    missing: 'chybí',
  },
} as const;
