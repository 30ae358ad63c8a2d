/** What went wrong, in Spanish. */
export const failures = {
  /** One for each code of shared/model/failure-codes.ts: what happened, and what the person can do about it. */
  codes: {
    // Command line, which speaks English alone.
    'wrong-command-line': { message: '{{problem}}', nextStep: '{{advice}}' },
    'credentials-file-unusable': {
      message: '{{problem}}.',
      nextStep: 'El archivo contiene dos líneas: username = NOMBRE y password = CONTRASEÑA.',
    },
    'variable-without-password': {
      message: 'La variable de entorno {{name}} está vacía o no está definida.',
      nextStep: 'Defina {{name}}, u omita esa opción y escriba la contraseña cuando se le pida.',
    },
    'no-terminal-for-password': {
      message: 'Mailstow no puede pedir su contraseña: no hay ningún terminal.',
      nextStep:
        'Use --password-variable NOMBRE, --password-command COMANDO o --auth-file ARCHIVO, o guárdela una vez: mailstow sign-in CUENTA',
    },
    'terminal-gone': {
      message: 'Se ha cerrado el terminal.',
      nextStep: 'Use --auth-file ARCHIVO o --password-variable NOMBRE.',
    },
    'no-password-typed': {
      message: 'No ha escrito ninguna contraseña.',
      nextStep: 'Inténtelo de nuevo, o use --auth-file ARCHIVO o --password-variable NOMBRE.',
    },
    'stopped-at-password': {
      message: 'Se ha detenido antes de escribir la contraseña.',
      nextStep: 'No se ha cambiado nada.',
    },
    'password-command-failed': {
      message: '{{program}} no ha dado ninguna contraseña: {{problem}}.',
      nextStep: 'Ejecútelo a mano. Debe escribir la contraseña en su primera línea.',
    },
    'keyring-locked': {
      message: 'El llavero del sistema está bloqueado.',
      nextStep:
        'Desbloquéelo e inténtelo de nuevo. Para archivar sin él, inicie sesión una vez más con --vault-password-file ARCHIVO mientras está desbloqueado.',
    },
    'keyring-not-here': {
      message: 'Desde aquí no se puede acceder al llavero del sistema.',
      nextStep:
        'Ejecute esto en su sesión de escritorio. Para archivar sin él, inicie sesión allí una vez más con --vault-password-file ARCHIVO.',
    },
    'keyring-without-key': {
      message: 'El llavero del sistema ya no tiene la clave de sus sesiones guardadas.',
      nextStep: 'Inicie sesión de nuevo: mailstow sign-in CUENTA',
    },
    'vault-password-needed': {
      message:
        'Sus sesiones guardadas necesitan una contraseña y no hay ningún terminal donde pedirla.',
      nextStep: 'Use --vault-password-variable NOMBRE o --vault-password-file ARCHIVO.',
    },
    'vault-password-wrong': {
      message: 'Esta contraseña no abre sus sesiones guardadas.',
      nextStep: 'Use la correcta. Si se ha perdido, elimine {{folder}} e inicie sesión de nuevo.',
    },
    'vault-without-password': {
      message: 'Sus sesiones guardadas no tienen contraseña; las abre el llavero del sistema.',
      nextStep:
        'Omita la opción --vault-password, o inicie sesión una vez más con ella para definir una.',
    },
    'vault-password-file-open': {
      message: 'Otros usuarios de este equipo pueden leer {{path}}, así que no se ha usado.',
      nextStep: 'Ejecute: chmod 600 {{path}}',
    },
    'vault-password-file-unusable': {
      message: '{{problem}}.',
      nextStep: 'La primera línea del archivo debe ser la contraseña de sus sesiones guardadas.',
    },
    'vault-damaged': {
      message: '{{path}} está dañado: Mailstow no puede leer la sesión guardada en él.',
      nextStep: 'Elimine ese archivo e inicie sesión de nuevo: mailstow sign-in CUENTA',
    },
    'vault-of-later-version': {
      message: 'Una versión más reciente de Mailstow escribió sus sesiones guardadas.',
      nextStep: 'Instale esa versión o una más reciente.',
    },
    'saved-sign-in-unreadable': {
      message:
        'La sesión guardada de {{user}} en {{host}} no se puede abrir: se ha modificado o se ha reemplazado su clave.',
      nextStep: 'Inicie sesión de nuevo: mailstow sign-in CUENTA',
    },
    'saved-sign-in-ended': {
      message: 'La sesión guardada de {{user}} ya no se acepta.',
      nextStep: 'Inicie sesión de nuevo: {{command}}',
    },
    'saved-password-refused': {
      message: 'El servidor ha rechazado la contraseña guardada de {{user}}.',
      nextStep: 'Si ha cambiado, guarde la nueva: {{command}}',
    },
    'no-saved-sign-in': {
      message: 'No hay ninguna sesión guardada para {{account}}.',
      nextStep: 'Para crear una: mailstow sign-in CUENTA',
    },
    'client-id-needed-here': {
      message:
        'Esta versión de Mailstow aún no tiene ID de cliente para {{provider}}, y {{provider}} no acepta contraseñas.',
      nextStep: 'Obtenga su propio ID de cliente de {{from}} y añada --client-id ID.',
    },
    'client-id-or-password-needed': {
      message: 'Esta versión de Mailstow aún no tiene ID de cliente para {{provider}}.',
      nextStep:
        'Guarde una contraseña de aplicación con --password, u obtenga su propio ID de cliente de {{from}} y añada --client-id ID.',
    },
    'signed-in-as-other-here': {
      message: 'Ha iniciado sesión como {{found}}, no como {{wanted}}. No se ha guardado nada.',
      nextStep:
        'Inicie sesión de nuevo como {{wanted}}. Si es otro nombre del mismo buzón, añada --as {{found}}.',
    },
    'no-report-in-folder': {
      message: 'En {{folder}} no hay ningún informe de integridad.',
      nextStep: 'Archive en esa carpeta con “mailstow archive”; cada archivado deja un informe.',
    },
    'no-good-report-in-folder': {
      message: 'En {{folder}} no hay ningún informe de un archivado completo.',
      nextStep: 'Archive en esa carpeta con “mailstow archive”; cada archivado deja un informe.',
    },
    'no-such-attachment': {
      message: 'Este mensaje no tiene el adjunto {{number}}; tiene {{attachments}}.',
      nextStep: 'Véalos sin --attachment.',
    },
    'verification-stopped': {
      message: 'Ha detenido la comprobación.',
      nextStep: 'No se ha cambiado nada. Iníciela de nuevo para comprobarlo todo.',
    },
    'no-server-found': {
      message: 'No se encontró ningún servidor de correo para {{domain}}.',
      nextStep: 'Pregunte a su proveedor el nombre de su servidor IMAP y use --server.',
    },
    'provider-without-imap': {
      message:
        '{{provider}} no ofrece ni IMAP ni POP3, así que Mailstow no puede archivar este correo.',
      nextStep: 'Si otro programa de este equipo da acceso a este correo por IMAP, use --server.',
    },
    'search-stopped': {
      message: 'Ha detenido la búsqueda.',
      nextStep: 'No se ha cambiado nada.',
    },
    // Folders and files on the disk. `failed-…` say why in {{reason}}.
    'disk-full-using-folder': {
      message: 'El disco está lleno: Mailstow no ha podido usar la carpeta {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-using-folder': {
      message: 'Mailstow no ha podido usar la carpeta {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-keeping-report': {
      message:
        'El disco está lleno: Mailstow no ha podido guardar el informe de integridad en {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-keeping-report': {
      message: 'Mailstow no ha podido guardar el informe de integridad en {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-keeping-history': {
      message: 'El disco está lleno: Mailstow no ha podido completar el historial en {{path}}.',
      nextStep: 'Libere espacio. Los mensajes están guardados; solo falta una línea del historial.',
    },
    'failed-keeping-history': {
      message: 'Mailstow no ha podido completar el historial en {{path}}: {{reason}}.',
      nextStep:
        'Permita la escritura en esta carpeta. Los mensajes están guardados; solo falta una línea del historial.',
    },
    'disk-full-writing-journal': {
      message: 'El disco está lleno: Mailstow no ha podido escribir su diario en {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-writing-journal': {
      message: 'Mailstow no ha podido escribir su diario en {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-storing-messages': {
      message: 'El disco está lleno: Mailstow no ha podido guardar los mensajes en la carpeta.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-storing-messages': {
      message: 'Mailstow no ha podido guardar los mensajes en la carpeta: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-keeping-raw-bytes': {
      message:
        'El disco está lleno: Mailstow no ha podido guardar los datos sin procesar de un mensaje en {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-keeping-raw-bytes': {
      message:
        'Mailstow no ha podido guardar los datos sin procesar de un mensaje en {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-keeping-server-state': {
      message:
        'El disco está lleno: Mailstow no ha podido guardar el estado del servidor en {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-keeping-server-state': {
      message: 'Mailstow no ha podido guardar el estado del servidor en {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-planning-renames': {
      message:
        'El disco está lleno: Mailstow no ha podido preparar el cambio de nombre de los mensajes guardados en {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-planning-renames': {
      message:
        'Mailstow no ha podido preparar el cambio de nombre de los mensajes guardados en {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-renaming-messages': {
      message:
        'El disco está lleno: Mailstow no ha podido cambiar el nombre de los mensajes guardados en {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-renaming-messages': {
      message:
        'Mailstow no ha podido cambiar el nombre de los mensajes guardados en {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-writing-file': {
      message: 'El disco está lleno: Mailstow no ha podido escribir {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-writing-file': {
      message: 'Mailstow no ha podido escribir {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-reading': {
      message: 'El disco está lleno: Mailstow no ha podido leer {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-reading': {
      message: 'Mailstow no ha podido leer {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-making-folder': {
      message: 'El disco está lleno: Mailstow no ha podido crear la carpeta {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-making-folder': {
      message: 'Mailstow no ha podido crear la carpeta {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-looking-into-folder': {
      message: 'El disco está lleno: Mailstow no ha podido leer el contenido de {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-looking-into-folder': {
      message: 'Mailstow no ha podido leer el contenido de {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-saving-profile': {
      message: 'El disco está lleno: Mailstow no ha podido guardar el perfil {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-saving-profile': {
      message: 'Mailstow no ha podido guardar el perfil {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'disk-full-removing-profile': {
      message: 'El disco está lleno: Mailstow no ha podido eliminar el perfil {{path}}.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'failed-removing-profile': {
      message: 'Mailstow no ha podido eliminar el perfil {{path}}: {{reason}}.',
      nextStep: 'Elija otra carpeta o permita la escritura en esta e inténtelo de nuevo.',
    },
    'path-too-long': {
      message: 'La ruta de un archivo es demasiado larga para este disco.',
      nextStep:
        'Ponga el archivo de correo en una carpeta más cercana a la raíz del disco e inténtelo de nuevo.',
    },
    'disk-full-listing-messages': {
      message: 'El disco está lleno: la lista de los mensajes de {{folder}} no está completa.',
      nextStep: 'Libere espacio y vuelva a abrir la lista; los mensajes en sí están guardados.',
    },
    'list-not-updated': {
      message: 'No se puede actualizar la lista de los mensajes de {{folder}}.',
      nextStep:
        'Vuelva a abrirla más tarde; los mensajes en sí están guardados como archivos en esa carpeta.',
    },
    'disk-full-indexing': {
      message: 'El disco está lleno: el índice de búsqueda de {{folder}} no está completo.',
      nextStep: 'Libere espacio y vuelva a buscar; los mensajes en sí están guardados.',
    },
    'index-not-made': {
      message: 'No se puede actualizar el índice de búsqueda de {{folder}}.',
      nextStep:
        'Vuelva a buscar más tarde; los mensajes en sí están guardados como archivos en esa carpeta.',
    },
    'link-in-archive': {
      message: '{{path}} es un enlace; Mailstow no sigue enlaces dentro de un archivo de correo.',
      nextStep: 'Elimine el enlace o sustitúyalo por aquello a lo que lleva e inténtelo de nuevo.',
    },
    'not-a-regular-file': {
      message: '{{path}} no es un archivo normal, así que Mailstow no lo abre.',
      nextStep: 'Sáquelo del archivo de correo o elimínelo e inténtelo de nuevo.',
    },
    'not-a-file': {
      message: '{{path}} ya existe y no es un archivo.',
      nextStep: 'Elija otro nombre para el archivo.',
    },
    'path-gone': {
      message: '{{path}} ya no está.',
      nextStep: 'Compruebe si la carpeta se ha movido y si su disco está conectado.',
    },
    'file-not-opened': {
      message: 'No se ha podido abrir {{name}}: {{reason}}',
      nextStep: 'Guarde el archivo y ábralo con un programa que lo reconozca.',
    },
    'folder-not-allowed': {
      message: '{{path}} está fuera de las carpetas que Mailstow puede usar aquí.',
      nextStep: 'Elija una carpeta dentro de ellas o inicie Mailstow con otro --folder.',
    },
    'bad-folder-name': {
      message: '“{{name}}” no se puede usar como nombre de carpeta.',
      nextStep: 'Elija un nombre sin barras.',
    },
    // The archive.
    'other-account': {
      message:
        '{{folder}} ya contiene el archivo de correo de {{held}} en {{heldHost}}, no el de {{user}} en {{host}}.',
      nextStep: 'Elija otra carpeta, para que no se mezclen las dos cuentas.',
    },
    'archive-of-other-protocol': {
      message:
        'El archivo de correo de {{folder}} se creó por {{held}}, así que {{wanted}} no puede añadirle nada.',
      nextStep: 'Use {{held}} para esta carpeta o elija otra.',
    },
    'account-not-recognised': {
      message:
        '{{folder}} contiene el archivo de correo de {{held}} en {{heldHost}}, y {{user}} en {{host}} no tiene los mismos mensajes.',
      nextStep:
        'Elija otra carpeta, para que no se mezclen las dos cuentas. Si el correo aún se está trasladando al nuevo servidor, inténtelo de nuevo cuando haya llegado todo.',
    },
    'account-may-have-moved': {
      message:
        '{{folder}} contiene el archivo de correo de {{held}} en {{heldHost}}. {{user}} en {{host}} tiene los mismos mensajes, así que es posible que la cuenta se haya trasladado.',
      nextStep:
        'Si es así, confírmelo y archive de nuevo (en un terminal, añada --moved): no se descarga nada dos veces. Si no, elija otra carpeta.',
    },
    'no-archive': {
      message: 'No se ha encontrado ningún archivo de correo de Mailstow en {{folder}}.',
      nextStep: '¿Se ha movido? Elija la carpeta en la que archivó.',
    },
    'archive-folder-missing': {
      message: 'El archivo de correo que estaba en {{folder}} ya no está allí.',
      nextStep:
        'Si lo ha movido, indique a Mailstow dónde está ahora. Si su disco no está conectado, conéctelo e inténtelo de nuevo.',
    },
    'archive-of-profile-missing': {
      message:
        'El archivo de correo que estaba en {{folder}} ya no está allí; Mailstow no ha empezado otro.',
      nextStep:
        'Conecte su disco e inténtelo de nuevo, o ejecute «mailstow profile move {{name}} CARPETA» si lo ha movido. Con --new-archive se vuelve a descargar todo.',
    },
    'folder-silent': {
      message: 'El disco de {{folder}} no responde.',
      nextStep: 'Compruebe que el disco o la unidad de red estén conectados e inténtelo de nuevo.',
    },
    'archive-of-later-version': {
      message:
        'Una versión más reciente de Mailstow creó el archivo de correo de {{folder}}; esta puede leerlo, pero no añadirle nada.',
      nextStep: 'Instale la versión más reciente y archive de nuevo. No se ha cambiado nada.',
    },
    'bad-extension': {
      message: '“{{extension}}” no puede ser la extensión de los archivos de mensajes.',
      nextStep: 'Indique un punto y letras o cifras, por ejemplo .txt o .eml.',
    },
    'folder-in-use': {
      message: 'Otro archivado está usando la carpeta {{folder}}.',
      nextStep: 'Espere a que termine o deténgalo, y después inicie este de nuevo.',
    },
    'folder-in-use-by-process': {
      message:
        'El proceso {{pid}} de {{host}} está usando la carpeta {{folder}} desde {{since}} UTC.',
      nextStep:
        'Espere a que ese archivado termine o deténgalo, y después inicie el suyo de nuevo.',
    },
    'starting-already': {
      message: 'El archivado de esta cuenta ya se está iniciando.',
      nextStep: 'Espere un momento.',
    },
    'damaged-plan': {
      message:
        'El archivo {{path}}, que indica cómo terminar un cambio de UIDVALIDITY, está dañado.',
      nextStep: 'Elimínelo y archive de nuevo: la carpeta se volverá a comparar con el servidor.',
    },
    'uidvalidity-file-vanished': {
      message: 'El archivo {{path}} ha desaparecido mientras se usaba.',
      nextStep: 'Archive de nuevo; los mensajes en sí siguen ahí.',
    },
    'uidvalidity-file-unreadable': {
      message: 'No se puede leer el archivo {{path}} ({{reason}}).',
      nextStep: 'Haga que el archivo se pueda leer y archive de nuevo.',
    },
    'uidvalidity-line-malformed': {
      message: 'La línea {{line}} de {{path}} no tiene la forma NOMBRE=NÚMERO: “{{text}}”.',
      nextStep:
        'Corrija o elimine esa línea; Mailstow nunca sobrescribe un archivo que no puede leer.',
    },
    'uidvalidity-number-too-large': {
      message:
        'La línea {{line}} de {{path}} contiene un número mayor que {{largest}}: “{{text}}”.',
      nextStep:
        'Corrija o elimine esa línea; Mailstow nunca sobrescribe un archivo que no puede leer.',
    },
    'uidvalidity-mailbox-twice': {
      message: 'La línea {{line}} de {{path}} da un segundo valor a una carpeta: “{{text}}”.',
      nextStep:
        'Corrija o elimine esa línea; Mailstow nunca sobrescribe un archivo que no puede leer.',
    },
    'uidvalidity-line-not-utf8': {
      message: 'La línea {{line}} de {{path}} no es UTF-8: “{{text}}”.',
      nextStep:
        'Corrija o elimine esa línea; Mailstow nunca sobrescribe un archivo que no puede leer.',
    },
    'superseded-not-removed': {
      message: 'No se han podido eliminar todos los mensajes sustituidos de {{mailbox}}.',
      nextStep: 'Elimine usted la carpeta {{folder}} y archive de nuevo.',
    },
    'message-file-unreadable': {
      message:
        'No se puede leer el archivo de este mensaje: se ha movido, eliminado o ha cambiado de nombre.',
      nextStep: 'Archive de nuevo: si el mensaje sigue en el servidor, se volverá a descargar.',
    },
    'not-a-message-file': {
      message:
        '{{path}} no es el archivo de un mensaje, sino una carpeta, un enlace, una tubería o un dispositivo.',
      nextStep: 'Indique el archivo de un mensaje.',
    },
    'part-no-longer-read': {
      message: 'Esta parte del mensaje ya no se está leyendo.',
      nextStep: 'Vuelva a abrir el mensaje.',
    },
    'opened-file-unreadable': {
      message: 'No se puede leer {{path}}: ya no está o usted no tiene permiso para leerlo.',
      nextStep: 'Busque dónde está ahora el archivo y ábralo desde allí.',
    },
    'message-gone': {
      message: 'Este mensaje ya no está en el archivo de correo.',
      nextStep: 'Vuelva a mirar la lista; muestra lo que hay ahora.',
    },
    'attachment-gone': {
      message: 'Este adjunto ya no está en el archivo de correo.',
      nextStep: 'Vuelva a mirar la lista; muestra lo que hay ahora.',
    },
    // One run.
    'run-stopped': {
      message: 'Ha detenido el archivado.',
      nextStep:
        'Se conserva todo lo guardado hasta ahora. El próximo archivado continúa donde se detuvo este.',
    },
    'work-stopped': {
      message: 'Ha detenido la operación antes de que terminara.',
      nextStep: 'Iníciela de nuevo para continuar donde se detuvo.',
    },
    'mailbox-line-unreadable': {
      message: 'No se ha archivado una carpeta: no se puede leer lo que el servidor dice de ella.',
      nextStep:
        'Todas las demás carpetas están archivadas. Comunique al administrador del servidor lo que dice el servidor.',
    },
    'no-mailboxes': {
      message: 'El servidor no indica ninguna carpeta que se pueda abrir.',
      nextStep: 'Puede ser pasajero: inténtelo de nuevo en unos minutos. No se ha cambiado nada.',
    },
    'no-mailbox-fits': {
      message: 'Ninguna carpeta coincide con lo elegido.',
      nextStep: 'Compruebe qué carpetas ha incluido y cuáles ha omitido.',
    },
    'no-uidvalidity': {
      message:
        'El servidor no indica según qué numeración (UIDVALIDITY) cuenta los mensajes de {{mailbox}}.',
      nextStep:
        'Sin ella no se podrían distinguir los mensajes más adelante; consulte al administrador del servidor.',
    },
    'bad-uidvalidity': {
      message:
        'El servidor da a {{mailbox}} una numeración (UIDVALIDITY) que no es válida: {{number}}.',
      nextStep:
        'Sin ella no se podrían distinguir los mensajes más adelante; consulte al administrador del servidor.',
    },
    'mailbox-renumbered': {
      message:
        'El servidor ha vuelto a numerar {{mailbox}}, así que aún no se sabe cuáles de sus mensajes están archivados.',
      nextStep: 'Archive la cuenta y busque de nuevo.',
    },
    'renumbered-during-run': {
      message: 'El servidor ha vuelto a numerar {{mailbox}} durante el archivado.',
      nextStep: 'Archive de nuevo; todo lo guardado se conserva.',
    },
    'account-held-back': {
      message: 'El servidor limita esta cuenta y esperar no ha servido.',
      nextStep:
        'Archive de nuevo más tarde, con algunos proveedores mañana; todo lo guardado se conserva.',
    },
    'messages-not-named': {
      message: 'El servidor dice que {{mailbox}} tiene mensajes, pero no indica ninguno.',
      nextStep:
        'Inténtelo más tarde. Si el problema continúa, avise al administrador del servidor.',
    },
    'message-without-content': {
      message: 'El servidor ha enviado el mensaje sin su contenido.',
      nextStep:
        'Todos los demás mensajes están guardados. Archive de nuevo para volver a intentarlo con este.',
    },
    'message-refused': {
      message: 'El servidor se ha negado a enviar el mensaje.',
      nextStep:
        'Todos los demás mensajes están guardados. Archive de nuevo para volver a intentarlo con este.',
    },
    'message-not-sent': {
      message: 'El servidor responde OK, pero no envía el mensaje.',
      nextStep:
        'Todos los demás mensajes están guardados. Archive de nuevo para volver a intentarlo con este.',
    },
    'message-breaks-connection': {
      message: 'La conexión se ha cortado cada vez que el servidor debía enviar el mensaje.',
      nextStep:
        'Todos los demás mensajes están guardados. Archive de nuevo para volver a intentarlo con este.',
    },
    'message-too-large-for-disk': {
      message: 'El mensaje es más grande que cualquier archivo que admita el disco de destino.',
      nextStep:
        'Todos los demás mensajes están guardados. Para conservar también este, ponga el archivo de correo en un disco que admita archivos más grandes (no FAT32).',
    },
    'message-larger-than-space': {
      message:
        'El servidor anuncia {{size}} bytes para el mensaje, más de lo que cabe en el disco de destino.',
      nextStep:
        'Todos los demás mensajes están guardados. Archive de nuevo para volver a intentarlo con este.',
    },
    'message-larger-than-any': {
      message:
        'El servidor anuncia {{size}} bytes para el mensaje, más de los que tiene ningún mensaje.',
      nextStep:
        'Todos los demás mensajes están guardados. Archive de nuevo para volver a intentarlo con este.',
    },
    'announced-more-than-space': {
      message:
        'El servidor anuncia {{size}} bytes para el mensaje, más de lo que cabe en el disco de destino.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, el fallo está en el servidor o en un proxy anterior a él.',
    },
    'announced-more-than-any': {
      message:
        'El servidor anuncia {{size}} bytes para el mensaje, más de los que tiene ningún mensaje.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, el fallo está en el servidor o en un proxy anterior a él.',
    },
    // What the server answers.
    'no-capabilities': {
      message: 'El servidor ha respondido OK a CAPABILITY, pero sin indicar sus capacidades.',
      nextStep: 'Inténtelo de nuevo. Si vuelve a ocurrir, avise al administrador del servidor.',
    },
    'no-namespaces': {
      message:
        'El servidor ha respondido OK a NAMESPACE, pero sin indicar sus espacios de nombres.',
      nextStep: 'Inténtelo de nuevo. Si vuelve a ocurrir, avise al administrador del servidor.',
    },
    'no-message-count': {
      message:
        'El servidor ha respondido OK a {{command}}, pero sin indicar el número de mensajes.',
      nextStep: 'Inténtelo de nuevo. Si vuelve a ocurrir, avise al administrador del servidor.',
    },
    'no-mailbox-status': {
      message: 'El servidor ha respondido OK a STATUS, pero sin indicar los datos de la carpeta.',
      nextStep: 'Inténtelo de nuevo. Si vuelve a ocurrir, avise al administrador del servidor.',
    },
    'no-search-result': {
      message: 'El servidor ha respondido OK a SEARCH, pero sin indicar lo que ha encontrado.',
      nextStep: 'Inténtelo de nuevo. Si vuelve a ocurrir, avise al administrador del servidor.',
    },
    'too-many-mailboxes': {
      message: 'El servidor indica más de {{limit}} carpetas.',
      nextStep:
        'Indique las carpetas que desea archivar; si no hay tantas, el fallo está en el servidor.',
    },
    'no-answer': {
      message: 'El servidor no ha respondido a {{command}} en {{seconds}} segundos.',
      nextStep: 'Inténtelo de nuevo. Nada se descarga dos veces.',
    },
    'server-search-too-long': {
      message:
        'La búsqueda en el servidor ha tardado más de {{seconds}} segundos y se ha detenido.',
      nextStep: 'Inténtelo de nuevo o limite la búsqueda.',
    },
    'server-fell-silent': {
      message:
        'El servidor ha dejado de responder: no ha llegado nada durante {{seconds}} segundos.',
      nextStep: 'Inténtelo de nuevo. Nada se descarga dos veces.',
    },
    'endless-answer': {
      message: 'El servidor no deja de enviar datos y nunca responde a {{command}}.',
      nextStep:
        'Inténtelo de nuevo. Si el problema continúa, el fallo está en el servidor o en un proxy anterior a él.',
    },
    'greeting-of-pop3': {
      message: 'Este servidor ofrece el correo por POP3, no por IMAP.',
      nextStep:
        'Obtenga solo la bandeja de entrada, por POP3 (en la línea de órdenes: --protocol pop3) o consulte a su proveedor el servidor y el puerto de IMAP.',
    },
    'greeting-of-imap': {
      message: 'Este servidor ofrece el correo por IMAP, no por POP3.',
      nextStep:
        'Obtenga todas las carpetas, por IMAP, o consulte a su proveedor el servidor y el puerto de POP3.',
    },
    'not-a-pop3-greeting': {
      message: 'No parece un servidor POP3.',
      nextStep:
        'Compruebe el nombre del servidor, el puerto y si este requiere TLS desde el principio.',
    },
    'maildrop-in-use': {
      message: 'Otro programa está usando este buzón ahora mismo, y POP3 solo admite uno a la vez.',
      nextStep: 'Cierre el otro programa de correo o inténtelo de nuevo en unos minutos.',
    },
    'maildrop-unavailable': {
      message: 'El servidor no puede abrir el buzón.',
      nextStep: 'Lea lo que dice el servidor. Inténtelo más tarde o consulte a su proveedor.',
    },
    'new-connection-wanted': {
      message: 'El servidor pide una conexión nueva antes de enviar algunos de los mensajes.',
      nextStep: 'Inténtelo de nuevo. Nada se descarga dos veces.',
    },
    'top-not-offered': {
      message: 'Este servidor no puede enviar solo la cabecera de un mensaje.',
      nextStep: 'Archive los mensajes completos o use IMAP si su proveedor lo ofrece.',
    },
    'not-by-pop3': {
      message: 'POP3 no permite esto: {{option}}.',
      nextStep: 'No lo use, o use IMAP si su proveedor lo ofrece.',
    },
    'not-a-greeting': {
      message: 'No parece un servidor IMAP.',
      nextStep:
        'Compruebe el nombre del servidor, el puerto y si este requiere TLS desde el principio.',
    },
    'turned-away': {
      message: 'El servidor ha rechazado la conexión.',
      nextStep: 'Lea lo que dice el servidor; a menudo basta con intentarlo más tarde.',
    },
    'answer-without-command': {
      message: 'El servidor ha enviado una respuesta que Mailstow no ha pedido.',
      nextStep:
        'Inténtelo de nuevo. Si el problema continúa, el fallo está en el servidor o en un proxy anterior a él.',
    },
    'unreadable-answer': {
      message: 'No se puede leer la respuesta del servidor a {{command}}: {{reason}}.',
      nextStep:
        'Inténtelo de nuevo. Si el problema continúa, el fallo está en el servidor o en un proxy anterior a él.',
    },
    'bytes-before-encryption': {
      message: 'Se ha enviado algo antes de que la conexión estuviera cifrada (STARTTLS).',
      nextStep:
        'Puede que alguien esté manipulando la conexión; pruebe con otra red o con TLS desde el principio.',
    },
    'command-refused': {
      message: 'El servidor ha rechazado la orden {{command}}.',
      nextStep: 'Lea lo que dice el servidor; a menudo basta con intentarlo más tarde.',
    },
    'mailbox-refused': {
      message: 'El servidor se ha negado a abrir la carpeta {{mailbox}}.',
      nextStep: 'Compruebe el nombre de la carpeta y lea lo que dice el servidor.',
    },
    'mailbox-missing': {
      message: 'La carpeta “{{mailbox}}” no existe.',
      nextStep: 'Compruebe el nombre de la carpeta.',
    },
    'mailbox-deleted': {
      message: 'La carpeta {{mailbox}} se ha eliminado del servidor durante el archivado.',
      nextStep: 'Todo lo guardado se conserva; no se puede descargar nada más de ella.',
    },
    'new-mailbox-without-name': {
      message: 'Una carpeta necesita un nombre.',
      nextStep: 'Escriba uno.',
    },
    'new-mailbox-with-control': {
      message:
        'El nombre contiene un carácter que no se ve, como un salto de línea o un tabulador.',
      nextStep: 'Escriba el nombre de nuevo sin él.',
    },
    'new-mailbox-with-empty-level': {
      message: 'En “{{name}}” falta el nombre de un nivel.',
      nextStep: 'Dé un nombre a cada nivel y quite los separadores del principio y del final.',
    },
    'new-mailbox-with-separator': {
      message:
        '“{{name}}” contiene “{{delimiter}}”, que en este servidor separa una carpeta de las que tiene dentro.',
      nextStep: 'Quítelo, o cree una carpeta dentro de otra.',
    },
    'new-mailbox-reserved': {
      message:
        '“{{name}}” no puede ser el nombre de una carpeta nueva: tiene un significado propio.',
      nextStep: 'Elija otro nombre.',
    },
    'new-mailbox-too-long': {
      message:
        'El nombre es demasiado largo: {{bytes}} bytes. Los servidores admiten {{longest}} como máximo.',
      nextStep:
        'Elija uno más corto. Las letras con acentos ocupan más que las demás, y otras escrituras, aún más.',
    },
    'mailboxes-without-levels': {
      message: 'Este servidor no tiene carpetas dentro de carpetas.',
      nextStep: 'Créela junto a las demás.',
    },
    'mailbox-exists': {
      message: 'Ya hay una carpeta llamada “{{mailbox}}”.',
      nextStep: 'Elija otro nombre.',
    },
    'mailbox-change-refused': {
      message: 'El servidor se ha negado a cambiar “{{mailbox}}”.',
      nextStep: 'Lea lo que dice el servidor. No se ha cambiado nada.',
    },
    'inbox-stays': {
      message: 'La bandeja de entrada no se puede renombrar ni eliminar.',
      nextStep: 'Archívela, o mueva sus mensajes en su programa de correo.',
    },
    'special-mailbox-stays': {
      message:
        '“{{mailbox}}” es una de las carpetas de las que dependen los programas de correo; Mailstow no la renombra ni la elimina.',
      nextStep: 'Si es necesario, use la página de su proveedor.',
    },
    'mailbox-has-children': {
      message: '“{{mailbox}}” tiene carpetas dentro.',
      nextStep: 'Elimínelas primero, una por una.',
    },
    'mailbox-into-itself': {
      message: '“{{mailbox}}” no se puede mover dentro de sí misma.',
      nextStep: 'Elija otro lugar.',
    },
    'mailbox-not-archived': {
      message:
        '“{{mailbox}}” no se ha eliminado. Mensajes que no están a salvo en el archivo: {{missing}} de {{messages}}.',
      nextStep: 'Archive la cuenta y elimine la carpeta después.',
    },
    'mailbox-changed-meanwhile': {
      message: '“{{mailbox}}” no se ha eliminado porque entretanto ha cambiado algo en ella.',
      nextStep: 'Vuelva a mirarla y elimínela después.',
    },
    'starttls-refused': {
      message: 'El servidor se ha negado a cifrar la conexión con STARTTLS.',
      nextStep: 'Use TLS desde el principio (-T) si el servidor lo ofrece.',
    },
    'starttls-not-offered': {
      message: 'El servidor no ofrece cifrar la conexión con STARTTLS.',
      nextStep: 'Use TLS desde el principio (-T) si el servidor lo ofrece.',
    },
    'line-too-long': {
      message:
        'El servidor ha enviado una línea de más de {{limit}} bytes; ya no se pueden seguir sus respuestas.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, el fallo está en el servidor o en un proxy anterior a él.',
    },
    'literal-too-large': {
      message:
        'El servidor ha enviado un literal más grande que cualquier mensaje; ya no se pueden seguir sus respuestas.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, el fallo está en el servidor o en un proxy anterior a él.',
    },
    'too-many-literals': {
      message:
        'El servidor ha enviado una respuesta de más de {{limit}} literales; ya no se pueden seguir sus respuestas.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, el fallo está en el servidor o en un proxy anterior a él.',
    },
    'response-too-large': {
      message:
        'El servidor ha enviado una respuesta de más de {{limit}} bytes en literales; ya no se pueden seguir sus respuestas.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, el fallo está en el servidor o en un proxy anterior a él.',
    },
    'mailbox-name-with-half-character': {
      message: 'El nombre de una carpeta contiene un carácter incompleto y no se puede enviar.',
      nextStep: 'Vuelva a escribir el nombre; quizá se cortó un carácter al copiarlo.',
    },
    'mailbox-name-with-line-break': {
      message:
        'El nombre de una carpeta contiene un salto de línea o un carácter NUL y no se ha enviado.',
      nextStep: 'Vuelva a escribirlo sin ese carácter.',
    },
    'value-with-half-character': {
      message: 'Un valor para el servidor contiene un carácter incompleto y no se ha enviado.',
      nextStep: 'Vuelva a escribirlo sin ese carácter.',
    },
    'value-with-line-break': {
      message:
        'Un valor para el servidor contiene un salto de línea o un carácter NUL y no se ha enviado.',
      nextStep: 'Vuelva a escribirlo sin ese carácter.',
    },
    'value-with-odd-character': {
      message:
        'Un valor para el servidor contiene un carácter que no se admite ahí y no se ha enviado.',
      nextStep: 'Vuelva a escribirlo sin ese carácter.',
    },
    // Signing in.
    'no-way-to-sign-in': {
      message: 'El servidor no acepta contraseñas en esta conexión.',
      nextStep:
        'Use una conexión cifrada (TLS, -T) u otra forma de iniciar sesión si el proveedor lo requiere.',
    },
    'no-way-to-sign-in-unencrypted': {
      message: 'El servidor no acepta contraseñas en esta conexión.',
      nextStep: 'Use una conexión cifrada: TLS (-T) o STARTTLS (--starttls).',
    },
    'only-other-ways-to-sign-in': {
      message: 'Este servidor solo acepta {{offered}}, que Mailstow no conoce.',
      nextStep: 'Pida a su proveedor otra forma de iniciar sesión.',
    },
    'sign-in-way-not-offered': {
      message: 'Este servidor no ofrece {{way}}. Solo acepta {{offered}}.',
      nextStep: 'Elija una de esas formas o deje que Mailstow elija.',
    },
    'no-sign-in-by-provider': {
      message: 'Este servidor no acepta el inicio de sesión del proveedor, solo {{offered}}.',
      nextStep: 'Use en su lugar su contraseña o una contraseña de aplicación.',
    },
    'only-sign-in-by-provider': {
      message: 'Este servidor no acepta contraseñas, solo el inicio de sesión del proveedor.',
      nextStep: 'Inicie sesión con su proveedor, o pídale una contraseña de aplicación.',
    },
    'sign-in-needed': {
      message: 'El proveedor ya no acepta su inicio de sesión.',
      nextStep: 'Vuelva a iniciar sesión con su proveedor.',
    },
    'sign-in-again': {
      message: 'Su inicio de sesión en {{provider}} ha caducado o se ha revocado.',
      nextStep: 'Vuelva a iniciar sesión. Todo lo guardado hasta ahora se conserva.',
    },
    'signed-in-as-other': {
      message: 'Ha iniciado sesión como {{found}}, no como {{wanted}}. No se ha guardado nada.',
      nextStep:
        'Vuelva a iniciar sesión como {{wanted}}. Si es otro nombre del mismo buzón, continúe con {{found}}.',
    },
    'sign-in-denied': {
      message: 'No se ha permitido que {{provider}} dé a Mailstow acceso a su correo.',
      nextStep:
        'Vuelva a iniciar sesión y permita el acceso. En una organización, quizá deba permitirlo antes el administrador.',
    },
    'sign-in-timed-out': {
      message: 'El inicio de sesión no se completó a tiempo.',
      nextStep: 'Vuelva a iniciar sesión.',
    },
    'sign-in-cancelled': {
      message: 'Ha interrumpido el inicio de sesión.',
      nextStep: 'No se ha guardado nada. Inicie sesión cuando quiera.',
    },
    'sign-in-ended': {
      message: 'Este inicio de sesión ya ha terminado.',
      nextStep: 'Vuelva a iniciar sesión.',
    },
    'mail-not-granted': {
      message: '{{provider}} ha iniciado su sesión, pero sin acceso a su correo.',
      nextStep: 'Vuelva a iniciar sesión y deje marcado el acceso al correo.',
    },
    'issuer-mismatch': {
      message: 'La respuesta no venía de {{host}}, así que Mailstow no la ha usado.',
      nextStep:
        'Vuelva a iniciar sesión. Si se repite, puede que alguien esté interfiriendo: avise a su proveedor.',
    },
    'redirect-not-understood': {
      message: 'Esta no es la dirección en la que termina el inicio de sesión.',
      nextStep:
        'Cuando haya terminado, copie la dirección completa del navegador; empieza por {{start}}.',
    },
    'redirect-of-other-sign-in': {
      message: 'Esta dirección pertenece a otro inicio de sesión.',
      nextStep: 'Copie la dirección de la página de este inicio de sesión, o empiece de nuevo.',
    },
    'client-id-needed': {
      message: 'Esta versión de Mailstow todavía no tiene un ID de cliente para {{provider}}.',
      nextStep:
        'Use un ID de cliente propio, o una contraseña de aplicación si {{provider}} las ofrece.',
    },
    'client-id-refused': {
      message: '{{provider}} no acepta el ID de cliente.',
      nextStep: 'Compruebe el ID de cliente y la dirección de redirección registrada con él.',
    },
    'no-provider-sign-in': {
      message: 'Mailstow no ha encontrado ninguna página de inicio de sesión para {{host}}.',
      nextStep: 'Use su contraseña o una contraseña de aplicación.',
    },
    'no-device-code': {
      message: '{{provider}} no permite acceder al correo con un código.',
      nextStep: 'Inicie sesión en el navegador.',
    },
    'cannot-listen-for-sign-in': {
      message: 'Mailstow no ha podido esperar al navegador en este equipo.',
      nextStep: 'Inicie sesión con un código, o inténtelo de nuevo.',
    },
    'provider-not-reached': {
      message: '{{host}}, donde inicia sesión, no ha respondido.',
      nextStep: 'Compruebe la red e inténtelo de nuevo.',
    },
    'provider-unavailable': {
      message: '{{host}}, donde inicia sesión, no está disponible en este momento.',
      nextStep: 'Inténtelo más tarde.',
    },
    'provider-answer-not-understood': {
      message: '{{host}} ha respondido al inicio de sesión con algo que Mailstow no puede leer.',
      nextStep: 'Inténtelo de nuevo. En una red pública, abra primero su propia página de acceso.',
    },
    'provider-refused': {
      message: '{{provider}} ha rechazado el inicio de sesión.',
      nextStep: 'Lea lo que dice y vuelva a iniciar sesión.',
    },
    'sign-in-being-renewed': {
      message: 'Otro Mailstow está renovando este inicio de sesión y no termina.',
      nextStep: 'Ciérrelo e inténtelo de nuevo.',
    },
    'server-not-genuine': {
      message:
        'El servidor no ha podido demostrar que conoce su contraseña; puede que no sea su servidor de correo.',
      nextStep:
        'No inicie sesión ahí. Compruebe el nombre del servidor y la red, y pregunte a su proveedor.',
    },
    'sign-in-broken': {
      message:
        'El servidor no ha respetado las reglas de {{mechanism}}; Mailstow ha interrumpido el inicio de sesión.',
      nextStep: 'Elija otra forma de iniciar sesión o avise al administrador del servidor.',
    },
    'sign-in-effort-refused': {
      message:
        'Para comprobar su contraseña, el servidor pide {{rounds}} rondas de cálculo. Mailstow acepta de 4096 a 1 000 000.',
      nextStep: 'Elija otra forma de iniciar sesión o avise al administrador del servidor.',
    },
    'user-name-not-sendable': {
      message:
        'El nombre de usuario contiene un salto de línea, un carácter NUL o un carácter incompleto y no se ha enviado.',
      nextStep: 'Vuelva a escribir el nombre de usuario.',
    },
    'password-not-sendable': {
      message:
        'La contraseña contiene un salto de línea, un carácter NUL o un carácter incompleto y no se ha enviado.',
      nextStep: 'Vuelva a escribir la contraseña.',
    },
    'login-not-understood': {
      message: 'El servidor no entiende {{command}}.',
      nextStep: 'Lea lo que dice el servidor; puede que requiera otra forma de iniciar sesión.',
    },
    'login-refused': {
      message: 'El servidor ha rechazado el nombre de usuario o la contraseña.',
      nextStep:
        'Compruebe ambos; muchos proveedores requieren una contraseña de aplicación en lugar de la habitual.',
    },
    'password-needed': {
      message: 'Se necesita la contraseña de {{user}}.',
      nextStep: 'Escríbala; solo se guarda si usted lo indica.',
    },
    'password-store-refused': {
      message: 'El almacén de contraseñas del sistema no ha aceptado la contraseña.',
      nextStep:
        'Desbloquéelo e inténtelo de nuevo, o deje que Mailstow pida la contraseña cada vez.',
    },
    // The connection.
    'connect-timeout': {
      message: '{{address}} no ha respondido en {{seconds}} segundos.',
      nextStep: 'Compruebe el nombre del servidor, el puerto y la red e inténtelo de nuevo.',
    },
    'name-not-found': {
      message: 'No hay ningún servidor llamado {{host}}.',
      nextStep: 'Compruebe que está bien escrito y que este ordenador tiene conexión.',
    },
    'connection-refused': {
      message: '{{address}} ha rechazado la conexión.',
      nextStep: 'Compruebe el nombre del servidor, el puerto y la red e inténtelo de nuevo.',
    },
    'no-route': {
      message: 'No se puede acceder a {{address}} desde esta red.',
      nextStep: 'Compruebe el nombre del servidor, el puerto y la red e inténtelo de nuevo.',
    },
    'host-silent': {
      message: '{{address}} no responde.',
      nextStep: 'Compruebe el nombre del servidor, el puerto y la red e inténtelo de nuevo.',
    },
    'connection-failed': {
      message: 'Mailstow no ha podido conectarse a {{address}}: {{reason}}.',
      nextStep: 'Compruebe el nombre del servidor, el puerto y la red e inténtelo de nuevo.',
    },
    'not-tls': {
      message: '{{address}} no acepta conexiones cifradas.',
      nextStep: 'Compruebe el puerto: el 993 suele ser para TLS y el 143 para STARTTLS.',
    },
    'tls-hung-up': {
      message: '{{address}} ha cerrado la conexión antes de que estuviera cifrada.',
      nextStep: 'Compruebe el puerto: el 993 suele ser para TLS y el 143 para STARTTLS.',
    },
    'tls-failed': {
      message: 'No se ha podido cifrar la conexión con {{address}}: {{reason}}.',
      nextStep: 'Compruebe el puerto: el 993 suele ser para TLS y el 143 para STARTTLS.',
    },
    'tls-too-old': {
      message: 'El cifrado de este servidor es demasiado antiguo ({{address}}: {{reason}}).',
      nextStep:
        'Pida al proveedor un servidor con TLS 1.2 o posterior y cifrados actuales, o al propietario que lo actualice.',
    },
    'tls-hung-up-in-app': {
      message: '{{address}} ha cerrado la conexión antes de que estuviera cifrada.',
      nextStep:
        'Compruebe el puerto: el 993 suele ser para TLS y el 143 para STARTTLS. Un servidor antiguo puede requerir un cifrado que la aplicación no conoce; tal vez la línea de comandos (imapcl) pueda acceder a él.',
    },
    'tls-failed-in-app': {
      message: 'No se ha podido cifrar la conexión con {{address}}: {{reason}}.',
      nextStep:
        'Compruebe el puerto: el 993 suele ser para TLS y el 143 para STARTTLS. Un servidor antiguo puede requerir un cifrado que la aplicación no conoce; tal vez la línea de comandos (imapcl) pueda acceder a él.',
    },
    'tls-too-old-in-app': {
      message: 'El cifrado de este servidor es demasiado antiguo ({{address}}: {{reason}}).',
      nextStep:
        'Compruebe el puerto: el 993 suele ser para TLS y el 143 para STARTTLS. Un servidor antiguo puede requerir un cifrado que la aplicación no conoce; tal vez la línea de comandos (imapcl) pueda acceder a él.',
    },
    'sending-failed': {
      message: 'Ha fallado el envío a {{address}}: {{reason}}.',
      nextStep: 'Inténtelo de nuevo. Nada se descarga dos veces.',
    },
    'connection-lost': {
      message: 'Se ha perdido la conexión con {{address}}: {{reason}}.',
      nextStep: 'Inténtelo de nuevo. Nada se descarga dos veces.',
    },
    'compression-unreadable': {
      message: 'No se pueden leer los datos comprimidos de {{address}}: {{reason}}.',
      nextStep: 'Inténtelo de nuevo. Mailstow pedirá entonces los mensajes sin compresión.',
    },
    'connection-closed': {
      message: 'Se ha perdido la conexión con {{address}}: el servidor la ha cerrado.',
      nextStep: 'Inténtelo de nuevo. Nada se descarga dos veces.',
    },
    'certificate-file-unreadable': {
      message: 'No se puede leer el archivo de certificado {{path}}: {{reason}}.',
      nextStep: 'Elija un archivo legible con certificados en formato PEM.',
    },
    'certificate-file-damaged': {
      message: 'El archivo de certificado {{path}} contiene un certificado dañado.',
      nextStep: 'Elija un archivo con certificados en formato PEM (“-----BEGIN CERTIFICATE-----”).',
    },
    'certificate-file-empty': {
      message: 'El archivo de certificado {{path}} no contiene ningún certificado.',
      nextStep: 'Elija un archivo con certificados en formato PEM (“-----BEGIN CERTIFICATE-----”).',
    },
    'certificate-folder-unreadable': {
      message: 'No se puede leer la carpeta de certificados {{path}}: {{reason}}.',
      nextStep: 'Elija una carpeta legible con certificados.',
    },
    'certificate-of-other-name': {
      message: 'El certificado de {{host}} pertenece a otro servidor: es válido para {{names}}.',
      nextStep:
        'Use el nombre de servidor que indica su proveedor. Si es este, puede que alguien esté interceptando la conexión.',
    },
    'certificate-expired': {
      message: 'El certificado de {{host}} caducó el {{date}}.',
      nextStep:
        'Compruebe la fecha de este ordenador. Si es correcta, el administrador del servidor debe renovar el certificado.',
    },
    'issuer-certificate-expired': {
      message:
        'El certificado de {{host}} ya no es válido: su emisor “{{issuer}}” caducó el {{date}}.',
      nextStep:
        'Compruebe la fecha de este ordenador. Si es correcta, el administrador del servidor debe renovar el certificado.',
    },
    'certificate-not-yet-valid': {
      message: 'El certificado de {{host}} no es válido hasta el {{date}}.',
      nextStep: 'Compruebe la fecha de este ordenador.',
    },
    'issuer-certificate-not-yet-valid': {
      message:
        'El certificado de {{host}} aún no es válido: su emisor “{{issuer}}” no lo es hasta el {{date}}.',
      nextStep: 'Compruebe la fecha de este ordenador.',
    },
    'certificate-self-signed': {
      message: 'El certificado de {{host}} es autofirmado y este ordenador no confía en él.',
      nextStep: 'Si es su propio servidor, elija su archivo de certificado para confiar en él.',
    },
    'certificate-issuer-unknown': {
      message: 'Este ordenador no confía en el emisor del certificado de {{host}}: “{{issuer}}”.',
      nextStep: 'Si confía en este emisor, elija su archivo o carpeta de certificado.',
    },
    'certificate-chain-refused': {
      message: 'La cadena de certificados de {{host}} no es válida: {{reason}}.',
      nextStep: 'El administrador del servidor debe corregir el certificado.',
    },
    // Threads and defects.
    'writing-out-of-memory': {
      message: 'La parte de Mailstow que escribe en el disco se ha quedado sin memoria.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, comuníquelo, por favor. No se pierde nada de lo archivado.',
    },
    'writing-ended': {
      message:
        'La parte de Mailstow que escribe en el disco se ha detenido inesperadamente: {{reason}}.',
      nextStep:
        'Inténtelo de nuevo. No se pierde nada de lo archivado. El registro da más información.',
    },
    'library-out-of-memory': {
      message: 'La parte de Mailstow que gestiona la biblioteca se ha quedado sin memoria.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, comuníquelo, por favor. No se pierde nada de lo archivado.',
    },
    'library-ended': {
      message:
        'La parte de Mailstow que gestiona la biblioteca se ha detenido inesperadamente: {{reason}}.',
      nextStep:
        'Inténtelo de nuevo. No se pierde nada de lo archivado. El registro da más información.',
    },
    'indexing-out-of-memory': {
      message: 'La parte de Mailstow que crea el índice de búsqueda se ha quedado sin memoria.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, comuníquelo, por favor. No se pierde nada de lo archivado.',
    },
    'indexing-ended': {
      message:
        'La parte de Mailstow que crea el índice de búsqueda se ha detenido inesperadamente: {{reason}}.',
      nextStep:
        'Inténtelo de nuevo. No se pierde nada de lo archivado. El registro da más información.',
    },
    'searching-out-of-memory': {
      message: 'La parte de Mailstow que busca se ha quedado sin memoria.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, comuníquelo, por favor. No se pierde nada de lo archivado.',
    },
    'searching-ended': {
      message: 'La parte de Mailstow que busca se ha detenido inesperadamente: {{reason}}.',
      nextStep:
        'Inténtelo de nuevo. No se pierde nada de lo archivado. El registro da más información.',
    },
    'reading-out-of-memory': {
      message: 'La parte de Mailstow que lee los mensajes se ha quedado sin memoria.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, comuníquelo, por favor. No se pierde nada de lo archivado.',
    },
    'reading-ended': {
      message:
        'La parte de Mailstow que lee los mensajes se ha detenido inesperadamente: {{reason}}.',
      nextStep:
        'Inténtelo de nuevo. No se pierde nada de lo archivado. El registro da más información.',
    },
    'checking-out-of-memory': {
      message: 'La parte de Mailstow que comprueba los archivos se ha quedado sin memoria.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, comuníquelo, por favor. No se pierde nada de lo archivado.',
    },
    'checking-ended': {
      message:
        'La parte de Mailstow que comprueba los archivos se ha detenido inesperadamente: {{reason}}.',
      nextStep:
        'Inténtelo de nuevo. No se pierde nada de lo archivado. El registro da más información.',
    },
    'archiving-out-of-memory': {
      message: 'La parte de Mailstow que archiva el correo se ha quedado sin memoria.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, comuníquelo, por favor. No se pierde nada de lo archivado.',
    },
    'archiving-ended': {
      message:
        'La parte de Mailstow que archiva el correo se ha detenido inesperadamente: {{reason}}.',
      nextStep:
        'Inténtelo de nuevo. No se pierde nada de lo archivado. El registro da más información.',
    },
    'looking-out-of-memory': {
      message: 'La parte de Mailstow que examina las carpetas se ha quedado sin memoria.',
      nextStep:
        'Inténtelo de nuevo. Si vuelve a ocurrir, comuníquelo, por favor. No se pierde nada de lo archivado.',
    },
    'looking-ended': {
      message:
        'La parte de Mailstow que examina las carpetas se ha detenido inesperadamente: {{reason}}.',
      nextStep:
        'Inténtelo de nuevo. No se pierde nada de lo archivado. El registro da más información.',
    },
    'reading-took-too-long': {
      message: 'La lectura ha tardado demasiado y se ha abandonado.',
      nextStep: 'Muestre el archivo del mensaje y ábralo con otro programa de correo.',
    },
    closing: {
      message: 'Mailstow se está cerrando.',
      nextStep: 'Inícielo de nuevo para continuar.',
    },
    'unknown-state': {
      message: 'Mailstow se ha encontrado con algo inesperado: {{reason}}',
      nextStep:
        'Inténtelo de nuevo; si vuelve a ocurrir, comuníquelo, por favor, con este mensaje.',
    },
    // The app and its services.
    'log-not-writable': {
      message: 'No se puede escribir el registro {{path}}: {{reason}}.',
      nextStep: 'Elija otro archivo, en una carpeta en la que tenga permiso de escritura.',
    },
    'trace-not-writable': {
      message: 'No se puede escribir la grabación {{path}}: {{reason}}.',
      nextStep: 'Elija otro archivo, en una carpeta en la que tenga permiso de escritura.',
    },
    'not-an-address': {
      message: 'Esta dirección de correo no está completa.',
      nextStep: 'Escríbala como nombre@example.org.',
    },
    'account-gone': {
      message: 'Esta cuenta ya no está configurada.',
      nextStep: 'Configúrela de nuevo o elija otra.',
    },
    'damaged-accounts-file': {
      message:
        'El archivo con sus cuentas estaba dañado y no se ha podido leer. Se conserva como {{path}}.',
      nextStep:
        'No se ha perdido nada de lo archivado. Continúe y vuelva a configurar lo que falte.',
    },
    'later-accounts-file': {
      message: 'Una versión más reciente de Mailstow escribió el archivo con sus cuentas.',
      nextStep: 'Instale esa versión o una más reciente.',
    },
    'damaged-archives-file': {
      message:
        'El archivo con los archivos de correo abiertos estaba dañado y no se ha podido leer. Se conserva como {{path}}.',
      nextStep: 'No se ha perdido nada de lo archivado. Vuelva a abrir sus archivos de correo.',
    },
    'later-archives-file': {
      message:
        'Una versión más reciente de Mailstow escribió el archivo con los archivos de correo abiertos.',
      nextStep: 'Instale esa versión o una más reciente.',
    },
    'damaged-clients-file': {
      message:
        'El archivo con sus ID de cliente estaba dañado y no se ha podido leer. Se conserva como {{path}}.',
      nextStep:
        'No se ha perdido nada de lo archivado. Indique de nuevo sus propios ID de cliente al iniciar sesión.',
    },
    'later-clients-file': {
      message: 'Una versión más reciente de Mailstow escribió el archivo con sus ID de cliente.',
      nextStep: 'Instale esa versión o una más reciente.',
    },
    'damaged-passwords-file': {
      message:
        'El archivo con sus contraseñas estaba dañado y no se ha podido leer. Se conserva como {{path}}.',
      nextStep:
        'No se ha perdido nada de lo archivado. Continúe y vuelva a configurar lo que falte.',
    },
    'later-passwords-file': {
      message: 'Una versión más reciente de Mailstow escribió el archivo con sus contraseñas.',
      nextStep: 'Instale esa versión o una más reciente.',
    },
    'damaged-settings-file': {
      message:
        'El archivo con sus ajustes estaba dañado y no se ha podido leer. Se conserva como {{path}}.',
      nextStep:
        'No se ha perdido nada de lo archivado. Continúe y vuelva a configurar lo que falte.',
    },
    'later-settings-file': {
      message: 'Una versión más reciente de Mailstow escribió el archivo con sus ajustes.',
      nextStep: 'Instale esa versión o una más reciente.',
    },
    'damaged-server-password-file': {
      message:
        'El archivo con la contraseña de este servidor estaba dañado y no se ha podido leer. Se conserva como {{path}}.',
      nextStep:
        'No se ha perdido nada de lo archivado. Continúe y vuelva a configurar lo que falte.',
    },
    'later-server-password-file': {
      message:
        'Una versión más reciente de Mailstow escribió el archivo con la contraseña de este servidor.',
      nextStep: 'Instale esa versión o una más reciente.',
    },
    'unknown-call': {
      message: 'Mailstow no conoce la llamada {{name}}.',
      nextStep: 'Recargue la ventana; puede que sea de otra versión de Mailstow.',
    },
    'bad-input': {
      message: '{{name}} no es posible con lo indicado: {{reason}}.',
      nextStep:
        'Compruebe lo que ha rellenado; si todo es correcto, comunique este mensaje, por favor.',
    },
    'no-report-yet': {
      message: 'Aún no hay ningún informe de esta cuenta.',
      nextStep: 'Archívela una vez; cada archivado deja un informe.',
    },
    'checked-now': {
      message: 'Este archivo se está comprobando en este momento.',
      nextStep: 'Espere a que termine la comprobación o deténgala.',
    },
    'archived-now': {
      message: 'Esta cuenta se está archivando en este momento.',
      nextStep: 'Compruebe el archivo cuando haya terminado.',
    },
    'nothing-running': {
      message: 'No se está archivando nada de esta cuenta.',
      nextStep: 'Inicie el archivado si lo desea.',
    },
    'folder-dialog-not-here': {
      message: 'El diálogo de carpetas del sistema no está disponible aquí.',
      nextStep: 'Elija la carpeta en la página.',
    },
    'certificate-dialog-not-here': {
      message: 'El diálogo de archivos del sistema no está disponible aquí.',
      nextStep: 'Elija el certificado en la página.',
    },
    'pdf-not-made': {
      message: 'No se ha podido convertir este mensaje en PDF.',
      nextStep: 'Guárdelo como archivo e imprímalo desde un programa de correo.',
    },
    'not-printed': {
      message: 'El mensaje no se ha imprimido: {{reason}}.',
      nextStep: 'Compruebe que haya una impresora configurada y encendida e inténtelo de nuevo.',
    },
    'no-mail-program': {
      message: 'Su sistema no tiene ningún programa de correo para responder.',
      nextStep:
        'Elija uno en los ajustes del sistema, o copie la dirección y responda en la página de su proveedor.',
    },
    'nobody-to-reply-to': {
      message: 'Este mensaje no indica ninguna dirección a la que responder.',
      nextStep: 'Busque una dirección en su texto o en sus cabeceras.',
    },
    'too-much-to-drag': {
      message: 'Solo se pueden arrastrar {{messages}} mensajes o {{megabytes}} MB a la vez.',
      nextStep: 'Guárdelos como ZIP o en una carpeta.',
    },
    'nothing-chosen': {
      message: 'Ninguno de los mensajes seleccionados sigue ahí.',
      nextStep: 'Seleccione mensajes en la lista actual e inténtelo de nuevo.',
    },
    'not-in-browser': {
      message: 'Esto solo funciona en la aplicación Mailstow, no en un navegador.',
      nextStep: 'Guarde los mensajes como ZIP o imprímalos con su navegador.',
    },
    'not-opened-in-browser': {
      message: '{{name}} no se puede abrir desde un navegador.',
      nextStep: 'Guarde el archivo y ábralo desde allí.',
    },
    'path-on-other-computer': {
      message: 'Está aquí: {{path}}',
      nextStep: 'Ábralo en el ordenador en el que se ejecuta Mailstow.',
    },
    'cannot-listen': {
      message: 'Mailstow no puede recibir conexiones en {{bind}}, puerto {{port}}.',
      nextStep: 'Indique otro --bind u otro --port.',
    },
    'port-taken': {
      message:
        'Mailstow no puede recibir conexiones en {{bind}}: el puerto {{port}} ya está en uso.',
      nextStep: 'Quizá Mailstow ya se esté ejecutando. Si no, indique otro --port.',
    },
    'server-without-password': {
      message:
        'Cualquiera que pueda acceder a {{bind}} podría leer todo el correo: aún no hay contraseña.',
      nextStep: 'Establezca una con “mailstow serve --set-password” u omita --bind.',
    },
    'window-not-built': {
      message: 'Falta la ventana de Mailstow y no se ha podido crear.',
      nextStep: 'Ejecute npm ci en la carpeta de Mailstow e inténtelo de nuevo.',
    },
    'not-signed-in': {
      message: 'Su sesión ha terminado.',
      nextStep:
        'Recargue esta página e inicie sesión, o vuelva a ejecutar el comando con el que se inició Mailstow para obtener un enlace nuevo.',
    },
    'not-reached': {
      message: 'Mailstow no responde.',
      nextStep: 'Compruebe que sigue en ejecución donde lo inició e inténtelo de nuevo.',
    },
    'answer-not-understood': {
      message: 'Mailstow ha dado una respuesta que esta ventana no entiende.',
      nextStep: 'Recargue la ventana; si vuelve a ocurrir, reinstale Mailstow.',
    },
  },
  /** For failures that carry no code, of an earlier version for instance: what their kind tells. */
  kinds: {
    arguments: {
      message: 'Mailstow no puede hacer esto con lo indicado.',
      nextStep: 'Compruebe lo que ha rellenado o elegido e inténtelo de nuevo.',
    },
    'credentials-file': {
      message: 'No se puede usar el archivo con el nombre de usuario y la contraseña.',
      nextStep: 'Compruebe el archivo e inténtelo de nuevo.',
    },
    'output-folder': {
      message: 'No se puede usar un archivo o una carpeta que Mailstow necesita.',
      nextStep:
        'Compruebe que existe, que su disco está conectado y que tiene permiso de escritura.',
    },
    'uidvalidity-file-missing': {
      message: 'Falta el archivo con los números de los mensajes.',
      nextStep: 'Recupérelo de una copia de seguridad. Los detalles indican qué archivo es.',
    },
    'uidvalidity-file-malformed': {
      message: 'El archivo con los números de los mensajes está dañado.',
      nextStep: 'Recupérelo de una copia de seguridad. Los detalles indican qué archivo es.',
    },
    'name-not-found': {
      message: 'No hay ningún servidor con este nombre o este ordenador no tiene conexión.',
      nextStep: 'Compruebe el nombre del servidor y su conexión a Internet.',
    },
    connection: {
      message: 'Mailstow no ha podido conectarse al servidor.',
      nextStep: 'Compruebe el servidor, el puerto y su conexión a Internet, o inténtelo más tarde.',
    },
    certificate: {
      message: 'No se puede verificar la identidad del servidor.',
      nextStep: 'Pregunte al administrador del servidor por su certificado.',
    },
    'unknown-response': {
      message: 'El servidor ha dado una respuesta que Mailstow no esperaba.',
      nextStep: 'Inténtelo de nuevo. Si vuelve a ocurrir, avise al administrador del servidor.',
    },
    transmit: {
      message: 'La conexión se ha cortado mientras Mailstow enviaba datos.',
      nextStep: 'Compruebe su conexión a Internet e inténtelo de nuevo.',
    },
    receive: {
      message: 'La conexión se ha cortado mientras el servidor enviaba datos.',
      nextStep: 'Compruebe su conexión a Internet e inténtelo de nuevo.',
    },
    'no-answer': {
      message: 'El servidor no responde.',
      nextStep: 'Inténtelo de nuevo dentro de un rato.',
    },
    'unparsable-response': {
      message: 'El servidor ha dado una respuesta que no se entiende.',
      nextStep: 'Inténtelo de nuevo. Si vuelve a ocurrir, avise al administrador del servidor.',
    },
    'no-uids': {
      message: 'El servidor no ha indicado qué mensajes hay en la carpeta.',
      nextStep:
        'Inténtelo más tarde. Si el problema continúa, avise al administrador del servidor.',
    },
    'no-uidvalidity': {
      message: 'El servidor no numera de forma fiable los mensajes de esta carpeta.',
      nextStep: 'Archive de nuevo. Si el problema continúa, avise al administrador del servidor.',
    },
    'message-not-stored': {
      message: 'No se ha podido guardar un mensaje.',
      nextStep: 'Archive de nuevo para volver a intentarlo; los detalles indican el motivo.',
    },
    removal: {
      message: 'No se han podido eliminar del archivo de correo copias antiguas de mensajes.',
      nextStep: 'Los detalles indican qué carpeta eliminar; después, archive de nuevo.',
    },
    'login-refused': {
      message: 'El servidor ha rechazado el nombre de usuario o la contraseña.',
      nextStep: 'Compruebe ambos. Algunos proveedores requieren una contraseña de aplicación.',
    },
    'sign-in-needed': {
      message: 'Tiene que iniciar sesión con su proveedor.',
      nextStep: 'Vuelva a iniciar sesión con su proveedor.',
    },
    'mailbox-not-found': {
      message: 'No se encuentra o no se puede abrir una carpeta de correo en el servidor.',
      nextStep: 'Compruebe en su programa de correo si sigue ahí y archive de nuevo.',
    },
    'mailbox-not-listed': {
      message: 'No se ha archivado una carpeta: no se puede leer lo que el servidor dice de ella.',
      nextStep:
        'Todas las demás carpetas están archivadas. Comunique a su proveedor lo que dice el servidor.',
    },
    'folder-in-use': {
      message: 'Este archivo de correo ya se está usando.',
      nextStep: 'Espere a que termine el otro archivado e inténtelo de nuevo.',
    },
    'disk-full': {
      message: 'El disco está lleno.',
      nextStep: 'Libere espacio e inténtelo de nuevo; todo lo guardado hasta ahora se conserva.',
    },
    'other-account': {
      message: 'Esta carpeta ya contiene el archivo de correo de otra cuenta.',
      nextStep: 'Elija otra carpeta, para que no se mezclen las dos cuentas.',
    },
    stopped: {
      message: 'Ha detenido la operación antes de que terminara.',
      nextStep: 'Iníciela de nuevo para continuar. Se conserva todo lo guardado hasta ahora.',
    },
    defect: {
      message: 'Algo ha fallado en Mailstow.',
      nextStep:
        'Inténtelo de nuevo; si vuelve a ocurrir, comuníquelo, por favor, con los detalles.',
    },
  },
  /** What a code’s {{reason}} or {{issuer}} can be. */
  words: {
    'no-permission': 'falta el permiso',
    'read-only-disk': 'el disco es de solo lectura',
    'file-in-the-way': 'hay un archivo donde debe haber una carpeta',
    'folder-missing': 'falta una carpeta de la ruta',
    'disk-error': 'el disco comunica un error de lectura o escritura',
    'not-there': 'no existe',
    'a-folder': 'es una carpeta',
    'no-folder': 'no es una carpeta',
    'no-name': 'sin nombre',
  },
} as const;
