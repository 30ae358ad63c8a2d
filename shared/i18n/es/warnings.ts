/** What a person should know although nothing failed, in Spanish. */
export const warnings = {
  // The server and the connection.
  'server-says': 'El servidor dice: {{text}}',
  'answer-skipped':
    'Una de las respuestas del servidor no se ha podido leer y se ha omitido: {{reason}}',
  'certificate-expires':
    'El certificado del servidor caduca el {{date}}. Si el administrador del servidor no lo renueva, Mailstow dejará de conectarse.',
  'certificate-damaged': 'Se ha omitido un certificado dañado de {{folder}}.',
  'certificate-folder-empty':
    'La carpeta de certificados {{folder}} no contiene ningún certificado.',
  'file-without-certificate': 'Se ha omitido {{path}}: no contiene ningún certificado.',
  'certificate-file-skipped': 'Se ha omitido {{path}}: {{reason}}.',
  'fewer-connections': 'El archivado continúa con menos conexiones: {{message}}',
  'fewer-connections-server':
    'El archivado continúa con menos conexiones: {{message}} El servidor dice: {{serverText}}',
  // The account and its mailboxes.
  'account-renamed':
    'La cuenta era hasta ahora {{held}} en {{heldHost}} y a partir de ahora es {{user}} en {{host}}. Mensajes comparados que son iguales: {{found, number}} de {{sampled, number}}.',
  'pattern-unused': 'Ninguna carpeta coincide con “{{pattern}}”.',
  'mailbox-renamed_one':
    '{{count, number}} mensaje de {{mailbox}} estaba antes en {{former}}; su archivo sigue allí y no se ha vuelto a descargar.',
  'mailbox-renamed_many':
    '{{count, number}} de mensajes de {{mailbox}} estaban antes en {{former}}; sus archivos siguen allí y no se han vuelto a descargar.',
  'mailbox-renamed_other':
    '{{count, number}} mensajes de {{mailbox}} estaban antes en {{former}}; sus archivos siguen allí y no se han vuelto a descargar.',
  'messages-unlisted':
    'El servidor cuenta en {{mailbox}} más mensajes ({{onServer, number}}) de los que indica ({{listed, number}}).',
  'no-lasting-numbers':
    'El servidor no da a {{mailbox}} una numeración permanente (UIDVALIDITY 0), así que cada archivado reconoce sus mensajes por el contenido.',
  'numbers-reused':
    '{{mailbox}}: con números que ya están archivados (UID {{uids}}), el servidor tiene ahora otros mensajes; es posible que se haya restaurado a partir de una copia de seguridad. También se archivan esos mensajes, y los archivos anteriores se conservan en superseded.',
  'copies-not-recognised':
    '{{mailbox}}: el servidor no ha indicado cómo reconocer los mensajes de esta carpeta; los que están también en otras carpetas se vuelven a guardar allí.',
  'cut-short_one':
    '{{mailbox}}: {{count, number}} mensaje es más corto de lo que dice el servidor; se ha guardado tal como se envió (bytes enviados/anunciados: {{named}}).',
  'cut-short_many':
    '{{mailbox}}: {{count, number}} de mensajes son más cortos de lo que dice el servidor; se han guardado tal como se enviaron (bytes enviados/anunciados: {{named}}).',
  'cut-short_other':
    '{{mailbox}}: {{count, number}} mensajes son más cortos de lo que dice el servidor; se han guardado tal como se enviaron (bytes enviados/anunciados: {{named}}).',
  // Files of the archive.
  'uidvalidity-line-missing':
    '{{mailbox}}: en .uidvalidity ya no había una línea para esta carpeta; se ha vuelto a escribir.',
  'uidvalidity-differs':
    '{{mailbox}}: .uidvalidity indica {{listed}} y el diario, {{recorded}}; Mailstow compara los mensajes con los del servidor.',
  'journal-unreadable_one':
    'No se ha podido leer {{count, number}} línea del diario de {{mailbox}}; todos los archivos se han comprobado y conservado.',
  'journal-unreadable_many':
    'No se han podido leer {{count, number}} de líneas del diario de {{mailbox}}; todos los archivos se han comprobado y conservado.',
  'journal-unreadable_other':
    'No se han podido leer {{count, number}} líneas del diario de {{mailbox}}; todos los archivos se han comprobado y conservado.',
  'files-added_one':
    '{{mailbox}}: {{count, number}} archivo no estaba en el diario; se ha comparado con el servidor y se ha añadido.',
  'files-added_many':
    '{{mailbox}}: {{count, number}} de archivos no estaban en el diario; se han comparado con el servidor y se han añadido.',
  'files-added_other':
    '{{mailbox}}: {{count, number}} archivos no estaban en el diario; se han comparado con el servidor y se han añadido.',
  'files-replaced_one':
    '{{mailbox}}: {{count, number}} archivo no contenía lo que dice su nombre; se ha vuelto a descargar, y el contenido anterior se conserva en superseded.',
  'files-replaced_many':
    '{{mailbox}}: {{count, number}} de archivos no contenían lo que dice su nombre; se han vuelto a descargar, y el contenido anterior se conserva en superseded.',
  'files-replaced_other':
    '{{mailbox}}: {{count, number}} archivos no contenían lo que dice su nombre; se han vuelto a descargar, y el contenido anterior se conserva en superseded.',
  'files-lost_one':
    '{{mailbox}}: {{count, number}} archivo se eliminó o cambió de nombre desde el último archivado; se ha vuelto a descargar.',
  'files-lost_many':
    '{{mailbox}}: {{count, number}} de archivos se eliminaron o cambiaron de nombre desde el último archivado; se han vuelto a descargar.',
  'files-lost_other':
    '{{mailbox}}: {{count, number}} archivos se eliminaron o cambiaron de nombre desde el último archivado; se han vuelto a descargar.',
  'files-changed_one':
    '{{count, number}} archivo de {{mailbox}} ha cambiado desde que se guardó: se vuelve a descargar si el servidor aún tiene el mensaje, y su contenido actual se conserva en {{folder}}.',
  'files-changed_many':
    '{{count, number}} de archivos de {{mailbox}} han cambiado desde que se guardaron: se vuelven a descargar si el servidor aún tiene los mensajes, y su contenido actual se conserva en {{folder}}.',
  'files-changed_other':
    '{{count, number}} archivos de {{mailbox}} han cambiado desde que se guardaron: se vuelven a descargar si el servidor aún tiene los mensajes, y su contenido actual se conserva en {{folder}}.',
  'names-refused_one':
    'Una línea de {{path}} no es de Mailstow y llevaría fuera de la carpeta prevista en el archivo de correo; no se usa.',
  'names-refused_many':
    '{{count, number}} de líneas de {{path}} no son de Mailstow y llevarían fuera de la carpeta prevista en el archivo de correo; no se usan.',
  'names-refused_other':
    '{{count, number}} líneas de {{path}} no son de Mailstow y llevarían fuera de la carpeta prevista en el archivo de correo; no se usan.',
  'names-lost_one':
    '{{count, number}} archivo de mensaje está guardado con un nombre abreviado ({{name}}), y Mailstow aún no sabe de qué carpeta del servidor se trata; el próximo archivado de esa carpeta lo averiguará.',
  'names-lost_many':
    '{{count, number}} de archivos de mensajes están guardados con un nombre abreviado ({{name}}), y Mailstow aún no sabe de qué carpeta del servidor se trata; el próximo archivado de esa carpeta lo averiguará.',
  'names-lost_other':
    '{{count, number}} archivos de mensajes están guardados con un nombre abreviado ({{name}}), y Mailstow aún no sabe de qué carpeta del servidor se trata; el próximo archivado de esa carpeta lo averiguará.',
  'more-names-lost_one':
    '{{count, number}} archivo de mensaje está guardado con un nombre abreviado ({{name}}, otros: {{more, number}}), y Mailstow aún no sabe de qué carpeta del servidor se trata; el próximo archivado de esa carpeta lo averiguará.',
  'more-names-lost_many':
    '{{count, number}} de archivos de mensajes están guardados con nombres abreviados ({{name}}, otros: {{more, number}}), y Mailstow aún no sabe de qué carpetas del servidor se trata; el próximo archivado de esas carpetas lo averiguará.',
  'more-names-lost_other':
    '{{count, number}} archivos de mensajes están guardados con nombres abreviados ({{name}}, otros: {{more, number}}), y Mailstow aún no sabe de qué carpetas del servidor se trata; el próximo archivado de esas carpetas lo averiguará.',
  'made-private':
    'Otros usuarios de este equipo podían leer los mensajes de {{folder}}; ahora ya no pueden (con --shared-folder, la carpeta sigue siendo compartida).',
  'names-visible':
    'Otros usuarios de este equipo pueden ver los nombres de los archivos de {{folder}}, pero no los mensajes; para ocultar también los nombres, ejecute “chmod 700” en esa carpeta.',
  'not-in-history': '{{message}} {{nextStep}}',
  // What is kept beside the messages.
  'rows-refused_one': 'Una fila de index.csv no es como las escribe Mailstow; no se usa.',
  'rows-refused_many':
    '{{count, number}} de filas de index.csv no son como las escribe Mailstow; no se usan.',
  'rows-refused_other':
    '{{count, number}} filas de index.csv no son como las escribe Mailstow; no se usan.',
  'extras-name-taken':
    'Una carpeta de este archivo de correo se llama {{folder}}; index.csv y las carpetas de las etiquetas necesitan ese nombre y no se han escrito.',
  'no-hard-links':
    'Este disco no admite enlaces físicos, así que las etiquetas no pueden ser carpetas aquí; index.csv indica las etiquetas de cada mensaje.',
  'labels-not-linked_one':
    '{{count, number}} mensaje no está en la carpeta de una de sus etiquetas: otro archivo tiene allí ese nombre, o el disco no admite más enlaces.',
  'labels-not-linked_many':
    '{{count, number}} de mensajes no están en la carpeta de una de sus etiquetas: otro archivo tiene allí ese nombre, o el disco no admite más enlaces.',
  'labels-not-linked_other':
    '{{count, number}} mensajes no están en la carpeta de una de sus etiquetas: otro archivo tiene allí ese nombre, o el disco no admite más enlaces.',
  'extras-failed': 'No se ha podido actualizar {{folder}}: {{message}}',
  'extras-refused': 'No se ha podido actualizar {{folder}}: {{reason}}',
  // Deletion on a POP3 server.
  'server-deletes-at-once':
    'Este servidor elimina los mensajes en cuanto se han descargado y la sesión termina de la forma habitual; Mailstow la termina de otra forma para que permanezcan.',
  'server-deletes_one':
    'Este servidor elimina los mensajes por sí mismo {{count, number}} día después de que lleguen o se descarguen.',
  'server-deletes_many':
    'Este servidor elimina los mensajes por sí mismo {{count, number}} de días después de que lleguen o se descarguen.',
  'server-deletes_other':
    'Este servidor elimina los mensajes por sí mismo {{count, number}} días después de que lleguen o se descarguen.',
  'deletion-put-off_one':
    '{{count, number}} archivo no está tal como se guardó; su mensaje no se ha eliminado del servidor, y el próximo archivado lo volverá a descargar.',
  'deletion-put-off_many':
    '{{count, number}} de archivos no están tal como se guardaron; sus mensajes no se han eliminado del servidor, y el próximo archivado los volverá a descargar.',
  'deletion-put-off_other':
    '{{count, number}} archivos no están tal como se guardaron; sus mensajes no se han eliminado del servidor, y el próximo archivado los volverá a descargar.',
  'deleted-after-a-day_one':
    '{{count, number}} mensaje se ha eliminado del servidor, como usted eligió (tras 1 día); la lista está en .mailstow/deleted.jsonl.',
  'deleted-after-a-day_many':
    '{{count, number}} de mensajes se han eliminado del servidor, como usted eligió (tras 1 día); la lista está en .mailstow/deleted.jsonl.',
  'deleted-after-a-day_other':
    '{{count, number}} mensajes se han eliminado del servidor, como usted eligió (tras 1 día); la lista está en .mailstow/deleted.jsonl.',
  'deleted-after-days_one':
    '{{count, number}} mensaje se ha eliminado del servidor, como usted eligió (tras {{days, number}} días); la lista está en .mailstow/deleted.jsonl.',
  'deleted-after-days_many':
    '{{count, number}} de mensajes se han eliminado del servidor, como usted eligió (tras {{days, number}} días); la lista está en .mailstow/deleted.jsonl.',
  'deleted-after-days_other':
    '{{count, number}} mensajes se han eliminado del servidor, como usted eligió (tras {{days, number}} días); la lista está en .mailstow/deleted.jsonl.',
  'deletion-unclear':
    'El servidor no ha eliminado todos los mensajes que debía eliminar ({{serverText}}).',
  'deletion-refused_one': 'El servidor se ha negado a eliminar {{count, number}} mensaje.',
  'deletion-refused_many': 'El servidor se ha negado a eliminar {{count, number}} de mensajes.',
  'deletion-refused_other': 'El servidor se ha negado a eliminar {{count, number}} mensajes.',
} as const;
