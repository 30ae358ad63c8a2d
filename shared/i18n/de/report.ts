/** The completeness report, in German. */
export const report = {
  heading: 'Mailstow-Vollständigkeitsbericht',
  complete: 'Vollständig',
  incomplete: 'Nicht vollständig',
  unfinished: 'Nicht abgeschlossen',
  pageTitle: '{{title}}: das Archiv von {{user}} auf {{host}}',

  nothingAsked: 'Es gab nichts zu archivieren, und es fehlt nichts.',
  allArchived_one: 'Die eine ausgewählte Nachricht ({{folders}}) ist im Archiv. Es fehlt nichts.',
  allArchived_other:
    'Alle {{count, number}} ausgewählten Nachrichten ({{folders}}) sind im Archiv. Es fehlt nichts.',
  news_one: '{{count, number}} Nachricht ist neu ({{size}}).',
  news_other: '{{count, number}} Nachrichten sind neu ({{size}}).',
  newsOfPeriod_one:
    '{{count, number}} Nachricht ist neu ({{size}}), empfangen zwischen {{from}} und {{to}}.',
  newsOfPeriod_other:
    '{{count, number}} Nachrichten sind neu ({{size}}), empfangen zwischen {{from}} und {{to}}.',
  noFolderFinished: 'Kein Ordner wurde fertig.',
  finished_one:
    '{{folders}} fertig: {{archived, number}} von {{count, number}} ausgewählten Nachricht ist im Archiv.',
  finished_other:
    '{{folders}} fertig: {{archived, number}} von {{count, number}} ausgewählten Nachrichten sind im Archiv.',
  endedEarly: 'Die Archivierung endete vorzeitig: {{message}}',
  stopped_one:
    'Sie haben die Archivierung gestoppt. {{archived, number}} von {{count, number}} Nachricht ist gespeichert.',
  stopped_other:
    'Sie haben die Archivierung gestoppt. {{archived, number}} von {{count, number}} Nachrichten sind gespeichert.',
  missing_one: '{{count, number}} Nachricht fehlt.',
  missing_other: '{{count, number}} Nachrichten fehlen.',
  unnamed_one:
    'Der Server zählt {{count, number}} Nachricht mehr, als er nennt; was er nicht nennt, kann niemand herunterladen.',
  unnamed_other:
    'Der Server zählt {{count, number}} Nachrichten mehr, als er nennt; was er nicht nennt, kann niemand herunterladen.',
  failed_one: '{{count, number}} Ordner konnte nicht archiviert werden.',
  failed_other: '{{count, number}} Ordner konnten nicht archiviert werden.',
  notFinished_one: '{{count, number}} Ordner wurde nicht fertig.',
  notFinished_other: '{{count, number}} Ordner wurden nicht fertig.',

  onlyHeaders: 'Ausgewählt waren nur die Kopfzeilen, nicht die ganzen Nachrichten.',
  onlyMessages: 'Ausgewählt waren nur Nachrichten, für die gilt: {{limits}}.',
  onlyHeadersOf: 'Ausgewählt waren nur die Kopfzeilen von Nachrichten, für die gilt: {{limits}}.',
  limits: {
    unread: 'ungelesen',
    since: 'am {{day}} oder später empfangen',
    before: 'vor dem {{day}} empfangen',
    larger: 'größer als {{size}}',
    smaller: 'kleiner als {{size}}',
    both: '{{first}} und {{second}}',
  },
  leftOut_one: '{{count, number}} Nachricht auf dem Server wurde dadurch ausgelassen.',
  leftOut_other: '{{count, number}} Nachrichten auf dem Server wurden dadurch ausgelassen.',
  foldersLeftOut_one:
    '{{count, number}} Nachricht wurde ausgelassen, wie von Ihnen gewählt: {{folders}}.',
  foldersLeftOut_other:
    '{{count, number}} Nachrichten wurden ausgelassen, wie von Ihnen gewählt: {{folders}}.',
  emptyFoldersLeftOut: 'Ausgelassen, wie von Ihnen gewählt: {{folders}}.',
  foldersShared:
    'Freigegebene Ordner wurden nicht archiviert, weil Sie sie nicht ausgewählt haben: {{folders}}.',
  foldersKept_one:
    'Aus Ordnern, die es auf dem Server nicht mehr gibt, ist {{count, number}} Nachricht aufbewahrt: {{folders}}.',
  foldersKept_other:
    'Aus Ordnern, die es auf dem Server nicht mehr gibt, sind {{count, number}} Nachrichten aufbewahrt: {{folders}}.',
  list: {
    next: '{{some}}, {{next}}',
    last: '{{some}} und {{next}}',
    more_one: '{{count, number}} weiterer Ordner',
    more_other: '{{count, number}} weitere Ordner',
  },

  account: 'Konto',
  accountOn: '{{user}} auf {{host}}',
  inboxOn: '{{user}} auf {{host}}, nur der Posteingang (POP3)',
  archive: 'Archiv',
  started: 'Beginn',
  ended: 'Ende',
  moment: '{{day}} um {{time}} UTC',
  thisRun: 'Diese Archivierung',
  written_one: '{{count, number}} Datei geschrieben, {{size}}',
  written_other: '{{count, number}} Dateien geschrieben, {{size}}',
  renamed_one: '{{count, number}} Datei umbenannt',
  renamed_other: '{{count, number}} Dateien umbenannt',
  madeBy: 'Erstellt von',

  folderByFolder: 'Ordner für Ordner',
  folder: 'Ordner',
  onServer: 'Auf dem Server',
  excluded: 'Durch Ihre Auswahl ausgelassen',
  selected: 'Ausgewählt',
  archived: 'Im Archiv',
  missingColumn: 'Fehlt',
  gone: 'Aufbewahrt, nicht mehr auf dem Server',
  folders_one: '{{count, number}} Ordner',
  folders_other: '{{count, number}} Ordner',
  notNamed: '{{messages, number}} nicht genannt',
  elsewhere: '{{messages, number}} in einem anderen Ordner gespeichert',
  countsNote:
    'Gezählt sind Nachrichten. Eine Nachricht, die auf dem Server gelöscht wurde, bleibt im Archiv.',
  details: 'Details',
  /** The narrow columns of the text file. */
  columns: {
    onServer: 'Auf dem Server',
    excluded: 'Ausgelassen',
    selected: 'Ausgewählt',
    archived: 'Archiviert',
    elsewhere: 'Anderswo',
    missing: 'Fehlt',
    gone: 'Nicht mehr auf Server',
    total: 'Gesamt',
  },

  notReached: 'Diesmal nicht fertig geworden',
  notReachedNote:
    'Die Archivierung kam bei diesen Ordnern nicht bis zum Ende. Was davon schon archiviert ist, bleibt erhalten; die nächste Archivierung macht dort weiter.',

  otherFolders: 'Ordner, die diesmal nicht archiviert wurden',
  reasons: {
    'left-out': 'ausgelassen, wie von Ihnen gewählt',
    shared: 'von anderen freigegeben, nicht ausgewählt',
    nameless: 'der Server gibt ihm keinen Namen, daher lässt er sich nicht öffnen',
    unreadable: 'die Angaben des Servers dazu sind nicht lesbar',
    failed: 'konnte nicht archiviert werden',
    'no-longer-listed': 'nicht mehr auf dem Server; was archiviert wurde, bleibt erhalten',
  },
  otherFolder: '{{folder}}: {{reason}}',
  otherFolderOf_one: '{{folder}}: {{reason}}, {{count, number}} Nachricht',
  otherFolderOf_other: '{{folder}}: {{reason}}, {{count, number}} Nachrichten',
  withoutName: '(ohne Namen)',

  toKnow: 'Das sollten Sie wissen',
  wentWrong: 'Was nicht geklappt hat',
  theAccount: 'Das Konto',
  message: 'Nachricht {{uid}}.',
  keptIn: 'Was der Server geschickt hat, liegt in',
  serverWords: 'Technische Details:',
  kind: 'Art:',
  sum: {
    onServer: 'auf dem Server',
    archived: 'sicher in Ihrem Archiv',
    leftOut: 'wie gewünscht ausgelassen',
    missing: 'fehlen',
  },
} as const;
