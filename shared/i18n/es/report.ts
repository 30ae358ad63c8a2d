/** The completeness report, in Spanish. */
export const report = {
  heading: 'Informe de integridad de Mailstow',
  complete: 'Completo',
  incomplete: 'Incompleto',
  unfinished: 'Sin terminar',
  pageTitle: '{{title}}: el archivo de correo de {{user}} en {{host}}',

  nothingAsked: 'No había nada que archivar y no falta nada.',
  allArchived_one: 'El mensaje seleccionado ({{folders}}) está archivado. No falta nada.',
  allArchived_many:
    'Los {{count, number}} de mensajes seleccionados ({{folders}}) están archivados. No falta nada.',
  allArchived_other:
    'Los {{count, number}} mensajes seleccionados ({{folders}}) están archivados. No falta nada.',
  news_one: '{{count, number}} mensaje nuevo ({{size}}).',
  news_many: '{{count, number}} de mensajes nuevos ({{size}}).',
  news_other: '{{count, number}} mensajes nuevos ({{size}}).',
  newsOfPeriod_one:
    '{{count, number}} mensaje nuevo ({{size}}), recibido entre el {{from}} y el {{to}}.',
  newsOfPeriod_many:
    '{{count, number}} de mensajes nuevos ({{size}}), recibidos entre el {{from}} y el {{to}}.',
  newsOfPeriod_other:
    '{{count, number}} mensajes nuevos ({{size}}), recibidos entre el {{from}} y el {{to}}.',
  noFolderFinished: 'No se ha terminado ninguna carpeta.',
  finished_one:
    'Terminado: {{folders}}. Mensajes seleccionados que están archivados: {{archived, number}} de {{count, number}}.',
  finished_many:
    'Terminado: {{folders}}. Mensajes seleccionados que están archivados: {{archived, number}} de {{count, number}}.',
  finished_other:
    'Terminado: {{folders}}. Mensajes seleccionados que están archivados: {{archived, number}} de {{count, number}}.',
  endedEarly: 'El archivado terminó antes de tiempo: {{message}}',
  stopped_one:
    'Ha detenido el archivado. Mensajes guardados: {{archived, number}} de {{count, number}}.',
  stopped_many:
    'Ha detenido el archivado. Mensajes guardados: {{archived, number}} de {{count, number}}.',
  stopped_other:
    'Ha detenido el archivado. Mensajes guardados: {{archived, number}} de {{count, number}}.',
  missing_one: 'Falta {{count, number}} mensaje.',
  missing_many: 'Faltan {{count, number}} de mensajes.',
  missing_other: 'Faltan {{count, number}} mensajes.',
  unnamed_one:
    'El servidor cuenta {{count, number}} mensaje más de los que indica; nadie puede descargar lo que no indica.',
  unnamed_many:
    'El servidor cuenta {{count, number}} de mensajes más de los que indica; nadie puede descargar lo que no indica.',
  unnamed_other:
    'El servidor cuenta {{count, number}} mensajes más de los que indica; nadie puede descargar lo que no indica.',
  failed_one: 'No se ha podido archivar {{count, number}} carpeta.',
  failed_many: 'No se han podido archivar {{count, number}} de carpetas.',
  failed_other: 'No se han podido archivar {{count, number}} carpetas.',
  notFinished_one: 'No se ha terminado {{count, number}} carpeta.',
  notFinished_many: 'No se han terminado {{count, number}} de carpetas.',
  notFinished_other: 'No se han terminado {{count, number}} carpetas.',

  onlyHeaders: 'Se han seleccionado solo los encabezados, no los mensajes completos.',
  onlyMessages: 'Se han seleccionado solo los mensajes {{limits}}.',
  onlyHeadersOf: 'Se han seleccionado solo los encabezados de los mensajes {{limits}}.',
  limits: {
    unread: 'no leídos',
    since: 'recibidos el {{day}} o después',
    before: 'recibidos antes del {{day}}',
    larger: 'de más de {{size}}',
    smaller: 'de menos de {{size}}',
    both: '{{first}} y {{second}}',
  },
  leftOut_one: 'Con esa elección se ha omitido {{count, number}} mensaje del servidor.',
  leftOut_many: 'Con esa elección se han omitido {{count, number}} de mensajes del servidor.',
  leftOut_other: 'Con esa elección se han omitido {{count, number}} mensajes del servidor.',
  foldersLeftOut_one: 'Se ha omitido {{count, number}} mensaje de {{folders}}, según su elección.',
  foldersLeftOut_many:
    'Se han omitido {{count, number}} de mensajes de {{folders}}, según su elección.',
  foldersLeftOut_other:
    'Se han omitido {{count, number}} mensajes de {{folders}}, según su elección.',
  emptyFoldersLeftOut: 'Omitido, según su elección: {{folders}}.',
  foldersShared:
    'No se han archivado las carpetas compartidas porque no las ha seleccionado: {{folders}}.',
  foldersKept_one:
    'Se conserva {{count, number}} mensaje de carpetas que ya no están en el servidor: {{folders}}.',
  foldersKept_many:
    'Se conservan {{count, number}} de mensajes de carpetas que ya no están en el servidor: {{folders}}.',
  foldersKept_other:
    'Se conservan {{count, number}} mensajes de carpetas que ya no están en el servidor: {{folders}}.',
  list: {
    next: '{{some}}, {{next}}',
    last: '{{some}} y {{next}}',
    more_one: '{{count, number}} carpeta más',
    more_many: '{{count, number}} de carpetas más',
    more_other: '{{count, number}} carpetas más',
  },

  account: 'Cuenta',
  accountOn: '{{user}} en {{host}}',
  inboxOn: '{{user}} en {{host}}, solo la bandeja de entrada (POP3)',
  archive: 'Archivo de correo',
  started: 'Inicio',
  ended: 'Fin',
  moment: '{{day}} a las {{time}} UTC',
  thisRun: 'Este archivado',
  written_one: '{{count, number}} archivo escrito, {{size}}',
  written_many: '{{count, number}} de archivos escritos, {{size}}',
  written_other: '{{count, number}} archivos escritos, {{size}}',
  renamed_one: '{{count, number}} archivo con nombre nuevo',
  renamed_many: '{{count, number}} de archivos con nombre nuevo',
  renamed_other: '{{count, number}} archivos con nombre nuevo',
  madeBy: 'Creado por',

  folderByFolder: 'Carpeta por carpeta',
  folder: 'Carpeta',
  onServer: 'En el servidor',
  excluded: 'Omitidos según su elección',
  selected: 'Seleccionados',
  archived: 'Archivados',
  missingColumn: 'Faltan',
  gone: 'Conservados, ya no en el servidor',
  folders_one: '{{count, number}} carpeta',
  folders_many: '{{count, number}} de carpetas',
  folders_other: '{{count, number}} carpetas',
  notNamed: '{{messages, number}} sin indicar',
  elsewhere: '{{messages, number}} en otra carpeta',
  countsNote:
    'Se cuentan mensajes. Un mensaje eliminado del servidor se queda en el archivo de correo.',
  details: 'Detalles',
  /** The narrow columns of the text file. */
  columns: {
    onServer: 'En el servidor',
    excluded: 'Omitidos',
    selected: 'Seleccionados',
    archived: 'Archivados',
    elsewhere: 'En otra parte',
    missing: 'Faltan',
    gone: 'Ya no en el servidor',
    total: 'Total',
  },

  notReached: 'Sin terminar en este archivado',
  notReachedNote:
    'El archivado no llegó al final de estas carpetas. Lo que ya se archivó de ellas sigue ahí, y el próximo archivado continúa desde ahí.',

  otherFolders: 'Carpetas que no se han archivado esta vez',
  reasons: {
    'left-out': 'omitida, según su elección',
    shared: 'compartida por otras personas, no seleccionada',
    nameless: 'el servidor no le da nombre, así que no se puede abrir',
    unreadable: 'no se puede leer lo que el servidor dice de ella',
    failed: 'no se ha podido archivar',
    'no-longer-listed': 'ya no está en el servidor; lo archivado se conserva',
  },
  otherFolder: '{{folder}}: {{reason}}',
  otherFolderOf_one: '{{folder}}: {{reason}}, {{count, number}} mensaje',
  otherFolderOf_many: '{{folder}}: {{reason}}, {{count, number}} de mensajes',
  otherFolderOf_other: '{{folder}}: {{reason}}, {{count, number}} mensajes',
  withoutName: '(sin nombre)',

  toKnow: 'Lo que conviene saber',
  wentWrong: 'Lo que ha fallado',
  theAccount: 'La cuenta',
  message: 'Mensaje {{uid}}.',
  keptIn: 'Lo que envió el servidor está guardado en',
  serverWords: 'Detalles técnicos:',
  kind: 'Tipo:',
  sum: {
    onServer: 'en el servidor',
    archived: 'a salvo en su archivo',
    leftOut: 'omitidos, según su elección',
    missing: 'faltan',
  },
} as const;
