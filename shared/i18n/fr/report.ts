/** The completeness report, in French. */
export const report = {
  heading: 'Rapport d’exhaustivité de Mailstow',
  complete: 'Complet',
  incomplete: 'Incomplet',
  unfinished: 'Inachevé',
  pageTitle: '{{title}} : l’archive de {{user}} sur {{host}}',

  nothingAsked: 'Il n’y avait rien à archiver et il ne manque rien.',
  allArchived_one: 'Le message sélectionné ({{folders}}) est dans l’archive. Il ne manque rien.',
  allArchived_many:
    'Les {{count, number}} de messages sélectionnés ({{folders}}) sont dans l’archive. Il ne manque rien.',
  allArchived_other:
    'Les {{count, number}} messages sélectionnés ({{folders}}) sont dans l’archive. Il ne manque rien.',
  news_one: '{{count, number}} nouveau message ({{size}}).',
  news_many: '{{count, number}} de nouveaux messages ({{size}}).',
  news_other: '{{count, number}} nouveaux messages ({{size}}).',
  newsOfPeriod_one:
    '{{count, number}} nouveau message ({{size}}), reçu entre le {{from}} et le {{to}}.',
  newsOfPeriod_many:
    '{{count, number}} de nouveaux messages ({{size}}), reçus entre le {{from}} et le {{to}}.',
  newsOfPeriod_other:
    '{{count, number}} nouveaux messages ({{size}}), reçus entre le {{from}} et le {{to}}.',
  noFolderFinished: 'Aucun dossier n’a été terminé.',
  finished_one:
    'Terminé : {{folders}}. {{archived, number}} message sélectionné sur {{count, number}} est dans l’archive.',
  finished_many:
    'Terminé : {{folders}}. Messages sélectionnés présents dans l’archive : {{archived, number}} sur {{count, number}}.',
  finished_other:
    'Terminé : {{folders}}. Messages sélectionnés présents dans l’archive : {{archived, number}} sur {{count, number}}.',
  endedEarly: 'L’archivage s’est arrêté avant la fin : {{message}}',
  stopped_one:
    'Vous avez arrêté l’archivage. {{archived, number}} message sur {{count, number}} est enregistré.',
  stopped_many:
    'Vous avez arrêté l’archivage. Messages enregistrés : {{archived, number}} sur {{count, number}}.',
  stopped_other:
    'Vous avez arrêté l’archivage. Messages enregistrés : {{archived, number}} sur {{count, number}}.',
  missing_one: 'Il manque {{count, number}} message.',
  missing_many: 'Il manque {{count, number}} de messages.',
  missing_other: 'Il manque {{count, number}} messages.',
  unnamed_one:
    'Le serveur compte {{count, number}} message de plus qu’il n’en indique ; personne ne peut télécharger ce qu’il n’indique pas.',
  unnamed_many:
    'Le serveur compte {{count, number}} de messages de plus qu’il n’en indique ; personne ne peut télécharger ce qu’il n’indique pas.',
  unnamed_other:
    'Le serveur compte {{count, number}} messages de plus qu’il n’en indique ; personne ne peut télécharger ce qu’il n’indique pas.',
  failed_one: '{{count, number}} dossier n’a pas pu être archivé.',
  failed_many: '{{count, number}} de dossiers n’ont pas pu être archivés.',
  failed_other: '{{count, number}} dossiers n’ont pas pu être archivés.',
  notFinished_one: '{{count, number}} dossier n’a pas été terminé.',
  notFinished_many: '{{count, number}} de dossiers n’ont pas été terminés.',
  notFinished_other: '{{count, number}} dossiers n’ont pas été terminés.',

  onlyHeaders: 'Seuls les en-têtes ont été sélectionnés, pas les messages entiers.',
  onlyMessages: 'Seuls ont été sélectionnés les messages suivants : {{limits}}.',
  onlyHeadersOf: 'Seuls ont été sélectionnés les en-têtes des messages suivants : {{limits}}.',
  limits: {
    unread: 'non lus',
    since: 'reçus le {{day}} ou après',
    before: 'reçus avant le {{day}}',
    larger: 'de plus de {{size}}',
    smaller: 'de moins de {{size}}',
    both: '{{first}} et {{second}}',
  },
  leftOut_one: 'Ce choix a exclu {{count, number}} message présent sur le serveur.',
  leftOut_many: 'Ce choix a exclu {{count, number}} de messages présents sur le serveur.',
  leftOut_other: 'Ce choix a exclu {{count, number}} messages présents sur le serveur.',
  foldersLeftOut_one: '{{count, number}} message de {{folders}} a été exclu, selon votre choix.',
  foldersLeftOut_many:
    '{{count, number}} de messages de {{folders}} ont été exclus, selon votre choix.',
  foldersLeftOut_other:
    '{{count, number}} messages de {{folders}} ont été exclus, selon votre choix.',
  emptyFoldersLeftOut: 'Exclus, selon votre choix : {{folders}}.',
  foldersShared:
    'Les dossiers partagés n’ont pas été archivés, car vous ne les avez pas sélectionnés : {{folders}}.',
  foldersKept_one:
    '{{count, number}} message de dossiers qui ne sont plus sur le serveur est conservé : {{folders}}.',
  foldersKept_many:
    '{{count, number}} de messages de dossiers qui ne sont plus sur le serveur sont conservés : {{folders}}.',
  foldersKept_other:
    '{{count, number}} messages de dossiers qui ne sont plus sur le serveur sont conservés : {{folders}}.',
  list: {
    next: '{{some}}, {{next}}',
    last: '{{some}} et {{next}}',
    more_one: '{{count, number}} autre dossier',
    more_many: '{{count, number}} d’autres dossiers',
    more_other: '{{count, number}} autres dossiers',
  },

  account: 'Compte',
  accountOn: '{{user}} sur {{host}}',
  inboxOn: '{{user}} sur {{host}}, la boîte de réception seule (POP3)',
  archive: 'Archive',
  started: 'Début',
  ended: 'Fin',
  moment: '{{day}} à {{time}} UTC',
  thisRun: 'Cet archivage',
  written_one: '{{count, number}} fichier écrit, {{size}}',
  written_many: '{{count, number}} de fichiers écrits, {{size}}',
  written_other: '{{count, number}} fichiers écrits, {{size}}',
  renamed_one: '{{count, number}} fichier renommé',
  renamed_many: '{{count, number}} de fichiers renommés',
  renamed_other: '{{count, number}} fichiers renommés',
  madeBy: 'Créé par',

  folderByFolder: 'Dossier par dossier',
  folder: 'Dossier',
  onServer: 'Sur le serveur',
  excluded: 'Exclus selon votre choix',
  selected: 'Sélectionnés',
  archived: 'Dans l’archive',
  missingColumn: 'Manquants',
  gone: 'Conservés, plus sur le serveur',
  folders_one: '{{count, number}} dossier',
  folders_many: '{{count, number}} de dossiers',
  folders_other: '{{count, number}} dossiers',
  notNamed: '{{messages, number}} non indiqués',
  elsewhere: '{{messages, number}} enregistrés dans un autre dossier',
  countsNote: 'Nombres de messages. Un message supprimé du serveur reste dans l’archive.',
  details: 'Détails',
  /** The narrow columns of the text file. */
  columns: {
    onServer: 'Sur le serveur',
    excluded: 'Exclus',
    selected: 'Sélectionnés',
    archived: 'Archivés',
    elsewhere: 'Ailleurs',
    missing: 'Manquants',
    gone: 'Plus sur le serveur',
    total: 'Total',
  },

  notReached: 'Non terminés par cet archivage',
  notReachedNote:
    'L’archivage n’est pas allé au bout de ces dossiers. Ce qui en a été archivé est toujours là, et le prochain archivage continuera à partir de là.',

  otherFolders: 'Dossiers que cet archivage n’a pas archivés',
  reasons: {
    'left-out': 'exclu, selon votre choix',
    shared: 'partagé par d’autres, non sélectionné',
    nameless: 'le serveur ne lui donne pas de nom, il est donc impossible de l’ouvrir',
    unreadable: 'ce que le serveur indique à son sujet est illisible',
    failed: 'n’a pas pu être archivé',
    'no-longer-listed': 'n’est plus sur le serveur ; ce qui a été archivé est conservé',
  },
  otherFolder: '{{folder}} : {{reason}}',
  otherFolderOf_one: '{{folder}} : {{reason}}, {{count, number}} message',
  otherFolderOf_many: '{{folder}} : {{reason}}, {{count, number}} de messages',
  otherFolderOf_other: '{{folder}} : {{reason}}, {{count, number}} messages',
  withoutName: '(sans nom)',

  toKnow: 'Ce qu’il faut savoir',
  wentWrong: 'Ce qui n’a pas fonctionné',
  theAccount: 'Le compte',
  message: 'Message {{uid}}.',
  keptIn: 'Ce que le serveur a envoyé est conservé dans',
  serverWords: 'Détails techniques :',
  kind: 'Type :',
  sum: {
    onServer: 'sur le serveur',
    archived: 'en sécurité dans votre archive',
    leftOut: 'laissés de côté, selon votre choix',
    missing: 'manquants',
  },
} as const;
