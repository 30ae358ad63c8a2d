/** What went wrong, in German. */
export const failures = {
  /** One for each code of shared/model/failure-codes.ts: what happened, and what the person can do about it. */
  codes: {
    // Command line, which speaks English alone.
    'wrong-command-line': { message: '{{problem}}', nextStep: '{{advice}}' },
    'credentials-file-unusable': {
      message: '{{problem}}.',
      nextStep: 'Die Datei enthält zwei Zeilen: username = NAME und password = PASSWORT.',
    },
    'variable-without-password': {
      message: 'Die Umgebungsvariable {{name}} ist leer oder nicht gesetzt.',
      nextStep:
        'Setzen Sie {{name}}, oder lassen Sie diese Option weg und geben Sie das Passwort ein, wenn Sie gefragt werden.',
    },
    'no-terminal-for-password': {
      message: 'Mailstow kann nicht nach Ihrem Passwort fragen: Es gibt kein Terminal.',
      nextStep:
        'Verwenden Sie --password-variable NAME, --password-command BEFEHL oder --auth-file DATEI, oder speichern Sie es einmal: mailstow sign-in KONTO',
    },
    'terminal-gone': {
      message: 'Das Terminal wurde geschlossen.',
      nextStep: 'Verwenden Sie --auth-file DATEI oder --password-variable NAME.',
    },
    'no-password-typed': {
      message: 'Sie haben kein Passwort eingegeben.',
      nextStep:
        'Versuchen Sie es noch einmal, oder verwenden Sie --auth-file DATEI oder --password-variable NAME.',
    },
    'stopped-at-password': {
      message: 'Sie haben vor der Eingabe des Passworts abgebrochen.',
      nextStep: 'Es wurde nichts geändert.',
    },
    'password-command-failed': {
      message: '{{program}} hat kein Passwort geliefert: {{problem}}.',
      nextStep: 'Starten Sie es von Hand. Es muss das Passwort in seiner ersten Zeile ausgeben.',
    },
    'keyring-locked': {
      message: 'Der Schlüsselbund Ihres Systems ist gesperrt.',
      nextStep:
        'Entsperren Sie ihn und versuchen Sie es noch einmal. Für Archivierungen ohne ihn melden Sie sich einmal mit --vault-password-file DATEI neu an, während er entsperrt ist.',
    },
    'keyring-not-here': {
      message: 'Der Schlüsselbund Ihres Systems ist von hier aus nicht erreichbar.',
      nextStep:
        'Starten Sie dies in Ihrer Desktop-Sitzung. Für Archivierungen ohne ihn melden Sie sich dort einmal mit --vault-password-file DATEI neu an.',
    },
    'keyring-without-key': {
      message:
        'Im Schlüsselbund Ihres Systems fehlt der Schlüssel zu Ihren gespeicherten Anmeldungen.',
      nextStep: 'Melden Sie sich neu an: mailstow sign-in KONTO',
    },
    'vault-password-needed': {
      message:
        'Ihre gespeicherten Anmeldungen brauchen ein Passwort, und es gibt kein Terminal, um danach zu fragen.',
      nextStep: 'Verwenden Sie --vault-password-variable NAME oder --vault-password-file DATEI.',
    },
    'vault-password-wrong': {
      message: 'Dieses Passwort öffnet Ihre gespeicherten Anmeldungen nicht.',
      nextStep:
        'Verwenden Sie das richtige. Wenn es verloren ist, löschen Sie {{folder}} und melden Sie sich neu an.',
    },
    'vault-without-password': {
      message:
        'Ihre gespeicherten Anmeldungen haben kein Passwort; der Schlüsselbund Ihres Systems öffnet sie.',
      nextStep:
        'Lassen Sie die Option --vault-password weg, oder melden Sie sich einmal mit ihr neu an, um eines zu setzen.',
    },
    'vault-password-file-open': {
      message:
        'Andere Benutzer dieses Computers können {{path}} lesen, darum wurde sie nicht verwendet.',
      nextStep: 'Führen Sie aus: chmod 600 {{path}}',
    },
    'vault-password-file-unusable': {
      message: '{{problem}}.',
      nextStep:
        'Die Datei muss in der ersten Zeile das Passwort Ihrer gespeicherten Anmeldungen enthalten.',
    },
    'vault-damaged': {
      message:
        '{{path}} ist beschädigt: Mailstow kann die dort gespeicherte Anmeldung nicht lesen.',
      nextStep: 'Löschen Sie diese Datei und melden Sie sich neu an: mailstow sign-in KONTO',
    },
    'vault-of-later-version': {
      message: 'Ihre gespeicherten Anmeldungen stammen von einer neueren Version von Mailstow.',
      nextStep: 'Installieren Sie diese Version oder eine neuere.',
    },
    'saved-sign-in-unreadable': {
      message:
        'Die gespeicherte Anmeldung von {{user}} bei {{host}} lässt sich nicht öffnen: Sie wurde verändert, oder ihr Schlüssel wurde ersetzt.',
      nextStep: 'Melden Sie sich neu an: mailstow sign-in KONTO',
    },
    'saved-sign-in-ended': {
      message: 'Die gespeicherte Anmeldung von {{user}} wird nicht mehr angenommen.',
      nextStep: 'Melden Sie sich neu an: {{command}}',
    },
    'saved-password-refused': {
      message: 'Der Server hat das gespeicherte Passwort von {{user}} abgelehnt.',
      nextStep: 'Wenn es geändert wurde, speichern Sie das neue: {{command}}',
    },
    'no-saved-sign-in': {
      message: 'Für {{account}} ist keine Anmeldung gespeichert.',
      nextStep: 'So speichern Sie eine: mailstow sign-in KONTO',
    },
    'client-id-needed-here': {
      message:
        'Diese Version von Mailstow hat noch keine Client-ID für {{provider}}, und {{provider}} nimmt keine Passwörter an.',
      nextStep:
        'Holen Sie sich eine eigene Client-ID von {{from}} und fügen Sie --client-id ID hinzu.',
    },
    'client-id-or-password-needed': {
      message: 'Diese Version von Mailstow hat noch keine Client-ID für {{provider}}.',
      nextStep:
        'Speichern Sie mit --password ein App-Passwort, oder holen Sie sich eine eigene Client-ID von {{from}} und fügen Sie --client-id ID hinzu.',
    },
    'signed-in-as-other-here': {
      message:
        'Sie haben sich als {{found}} angemeldet, nicht als {{wanted}}. Es wurde nichts gespeichert.',
      nextStep:
        'Melden Sie sich als {{wanted}} neu an. Wenn es ein anderer Name desselben Postfachs ist, fügen Sie --as {{found}} hinzu.',
    },
    'no-report-in-folder': {
      message: 'Im Ordner {{folder}} liegt kein Vollständigkeitsbericht.',
      nextStep:
        'Archivieren Sie mit „mailstow archive“ in diesen Ordner; jede Archivierung hinterlässt einen Bericht.',
    },
    'no-good-report-in-folder': {
      message:
        'Im Ordner {{folder}} liegt kein Bericht einer Archivierung, bei der alles im Archiv war.',
      nextStep:
        'Archivieren Sie mit „mailstow archive“ in diesen Ordner; jede Archivierung hinterlässt einen Bericht.',
    },
    'no-such-attachment': {
      message: 'Diese Nachricht hat keinen Anhang {{number}}; sie hat {{attachments}}.',
      nextStep: 'Sehen Sie sich die Anhänge ohne --attachment an.',
    },
    'verification-stopped': {
      message: 'Sie haben die Prüfung abgebrochen.',
      nextStep:
        'Es wurde nichts geändert. Starten Sie die Prüfung noch einmal, um alles zu prüfen.',
    },
    'no-server-found': {
      message: 'Für {{domain}} wurde kein Mailserver gefunden.',
      nextStep:
        'Fragen Sie Ihren Anbieter nach dem Namen seines IMAP-Servers und verwenden Sie --server.',
    },
    'provider-without-imap': {
      message:
        '{{provider}} bietet weder IMAP noch POP3, daher kann Mailstow diese E-Mails nicht archivieren.',
      nextStep:
        'Wenn ein anderes Programm auf diesem Computer diese E-Mails per IMAP bereitstellt, verwenden Sie --server.',
    },
    'search-stopped': {
      message: 'Sie haben die Suche angehalten.',
      nextStep: 'Es wurde nichts geändert.',
    },
    // Folders and files on the disk. `failed-…` say why in {{reason}}.
    'disk-full-using-folder': {
      message: 'Der Datenträger ist voll: Mailstow konnte den Ordner {{path}} nicht verwenden.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-using-folder': {
      message: 'Mailstow konnte den Ordner {{path}} nicht verwenden: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-keeping-report': {
      message:
        'Der Datenträger ist voll: Mailstow konnte den Vollständigkeitsbericht nicht in {{path}} speichern.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-keeping-report': {
      message:
        'Mailstow konnte den Vollständigkeitsbericht nicht in {{path}} speichern: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-keeping-history': {
      message:
        'Der Datenträger ist voll: Mailstow konnte nichts in den Verlauf in {{path}} eintragen.',
      nextStep:
        'Geben Sie Speicherplatz frei. Die Nachrichten sind gespeichert; nur eine Zeile im Verlauf fehlt.',
    },
    'failed-keeping-history': {
      message: 'Mailstow konnte nichts in den Verlauf in {{path}} eintragen: {{reason}}.',
      nextStep:
        'Erlauben Sie das Schreiben in diesen Ordner. Die Nachrichten sind gespeichert; nur eine Zeile im Verlauf fehlt.',
    },
    'disk-full-writing-journal': {
      message:
        'Der Datenträger ist voll: Mailstow konnte sein Journal in {{path}} nicht schreiben.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-writing-journal': {
      message: 'Mailstow konnte sein Journal in {{path}} nicht schreiben: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-storing-messages': {
      message:
        'Der Datenträger ist voll: Mailstow konnte die Nachrichten nicht im Ordner speichern.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-storing-messages': {
      message: 'Mailstow konnte die Nachrichten nicht im Ordner speichern: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-keeping-raw-bytes': {
      message:
        'Der Datenträger ist voll: Mailstow konnte die Rohdaten einer Nachricht nicht in {{path}} speichern.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-keeping-raw-bytes': {
      message:
        'Mailstow konnte die Rohdaten einer Nachricht nicht in {{path}} speichern: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-keeping-server-state': {
      message:
        'Der Datenträger ist voll: Mailstow konnte den Stand des Servers nicht in {{path}} speichern.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-keeping-server-state': {
      message: 'Mailstow konnte den Stand des Servers nicht in {{path}} speichern: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-planning-renames': {
      message:
        'Der Datenträger ist voll: Mailstow konnte das Umbenennen der gespeicherten Nachrichten in {{path}} nicht vorbereiten.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-planning-renames': {
      message:
        'Mailstow konnte das Umbenennen der gespeicherten Nachrichten in {{path}} nicht vorbereiten: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-renaming-messages': {
      message:
        'Der Datenträger ist voll: Mailstow konnte die gespeicherten Nachrichten in {{path}} nicht umbenennen.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-renaming-messages': {
      message:
        'Mailstow konnte die gespeicherten Nachrichten in {{path}} nicht umbenennen: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-writing-file': {
      message: 'Der Datenträger ist voll: Mailstow konnte {{path}} nicht schreiben.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-writing-file': {
      message: 'Mailstow konnte {{path}} nicht schreiben: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-reading': {
      message: 'Der Datenträger ist voll: Mailstow konnte {{path}} nicht lesen.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-reading': {
      message: 'Mailstow konnte {{path}} nicht lesen: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-making-folder': {
      message: 'Der Datenträger ist voll: Mailstow konnte den Ordner {{path}} nicht anlegen.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-making-folder': {
      message: 'Mailstow konnte den Ordner {{path}} nicht anlegen: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-looking-into-folder': {
      message: 'Der Datenträger ist voll: Mailstow konnte den Inhalt von {{path}} nicht lesen.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-looking-into-folder': {
      message: 'Mailstow konnte den Inhalt von {{path}} nicht lesen: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-saving-profile': {
      message: 'Der Datenträger ist voll: Mailstow konnte das Profil {{path}} nicht speichern.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-saving-profile': {
      message: 'Mailstow konnte das Profil {{path}} nicht speichern: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'disk-full-removing-profile': {
      message: 'Der Datenträger ist voll: Mailstow konnte das Profil {{path}} nicht löschen.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'failed-removing-profile': {
      message: 'Mailstow konnte das Profil {{path}} nicht löschen: {{reason}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner oder erlauben Sie das Schreiben in diesen, und versuchen Sie es noch einmal.',
    },
    'path-too-long': {
      message: 'Der Pfad einer Datei ist für diesen Datenträger zu lang.',
      nextStep:
        'Legen Sie das Archiv in einen Ordner weiter oben auf dem Datenträger und versuchen Sie es noch einmal.',
    },
    'disk-full-listing-messages': {
      message:
        'Der Datenträger ist voll: Die Liste der Nachrichten in {{folder}} ist nicht vollständig.',
      nextStep:
        'Geben Sie Speicherplatz frei und öffnen Sie die Liste noch einmal; die Nachrichten selbst sind gespeichert.',
    },
    'list-not-updated': {
      message: 'Die Liste der Nachrichten in {{folder}} lässt sich nicht aktualisieren.',
      nextStep:
        'Öffnen Sie sie später noch einmal; die Nachrichten selbst liegen als Dateien in diesem Ordner.',
    },
    'disk-full-indexing': {
      message: 'Der Datenträger ist voll: Der Suchindex von {{folder}} ist nicht vollständig.',
      nextStep:
        'Geben Sie Speicherplatz frei und suchen Sie noch einmal; die Nachrichten selbst sind gespeichert.',
    },
    'index-not-made': {
      message: 'Der Suchindex von {{folder}} lässt sich nicht aktualisieren.',
      nextStep:
        'Suchen Sie später noch einmal; die Nachrichten selbst liegen als Dateien in diesem Ordner.',
    },
    'link-in-archive': {
      message:
        '{{path}} ist eine Verknüpfung; innerhalb eines Archivs folgt Mailstow keinen Verknüpfungen.',
      nextStep:
        'Entfernen Sie die Verknüpfung oder ersetzen Sie sie durch das, worauf sie zeigt, und versuchen Sie es noch einmal.',
    },
    'not-a-regular-file': {
      message: '{{path}} ist keine gewöhnliche Datei, deshalb öffnet Mailstow sie nicht.',
      nextStep:
        'Verschieben Sie sie aus dem Archiv oder löschen Sie sie, und versuchen Sie es noch einmal.',
    },
    'not-a-file': {
      message: '{{path}} gibt es schon, und es ist keine Datei.',
      nextStep: 'Wählen Sie einen anderen Dateinamen.',
    },
    'path-gone': {
      message: '{{path}} ist nicht mehr da.',
      nextStep:
        'Prüfen Sie, ob der Ordner verschoben wurde und ob sein Laufwerk angeschlossen ist.',
    },
    'file-not-opened': {
      message: '{{name}} konnte nicht geöffnet werden: {{reason}}',
      nextStep: 'Speichern Sie die Datei und öffnen Sie sie mit einem passenden Programm.',
    },
    'folder-not-allowed': {
      message: '{{path}} liegt außerhalb der Ordner, die Mailstow hier verwenden darf.',
      nextStep:
        'Wählen Sie einen Ordner innerhalb davon oder starten Sie Mailstow mit einem anderen --folder.',
    },
    'bad-folder-name': {
      message: '„{{name}}“ kann nicht als Ordnername verwendet werden.',
      nextStep: 'Wählen Sie einen Namen ohne Schrägstriche.',
    },
    // The archive.
    'other-account': {
      message:
        '{{folder}} enthält bereits das Archiv von {{held}} auf {{heldHost}}, nicht das von {{user}} auf {{host}}.',
      nextStep:
        'Wählen Sie einen anderen Ordner, damit die beiden Konten nicht durcheinandergeraten.',
    },
    'archive-of-other-protocol': {
      message:
        'Das Archiv in {{folder}} wurde über {{held}} angelegt, deshalb kann {{wanted}} nichts hinzufügen.',
      nextStep: 'Verwenden Sie für diesen Ordner {{held}}, oder wählen Sie einen anderen.',
    },
    'account-not-recognised': {
      message:
        '{{folder}} enthält das Archiv von {{held}} auf {{heldHost}}, und {{user}} auf {{host}} hat nicht dieselben E-Mails.',
      nextStep:
        'Wählen Sie einen anderen Ordner, damit die beiden Konten nicht durcheinandergeraten. Werden die E-Mails gerade noch auf den neuen Server übertragen, versuchen Sie es erneut, sobald alle dort sind.',
    },
    'account-may-have-moved': {
      message:
        '{{folder}} enthält das Archiv von {{held}} auf {{heldHost}}. {{user}} auf {{host}} hat dieselben E-Mails; das Konto ist also möglicherweise umgezogen.',
      nextStep:
        'Wenn ja, bestätigen Sie das und archivieren Sie erneut (im Terminal mit --moved): Nichts wird doppelt heruntergeladen. Wenn nein, wählen Sie einen anderen Ordner.',
    },
    'no-archive': {
      message: 'In {{folder}} wurde kein Mailstow-Archiv gefunden.',
      nextStep: 'Wurde es verschoben? Wählen Sie den Ordner, in den Sie archiviert haben.',
    },
    'archive-folder-missing': {
      message: 'Das Archiv, das in {{folder}} lag, ist nicht mehr dort.',
      nextStep:
        'Wenn Sie es verschoben haben, zeigen Sie Mailstow, wo es jetzt ist. Wenn sein Datenträger nicht angeschlossen ist, schließen Sie ihn an und versuchen Sie es noch einmal.',
    },
    'archive-of-profile-missing': {
      message:
        'Das Archiv, das in {{folder}} lag, ist nicht mehr dort; Mailstow hat kein neues begonnen.',
      nextStep:
        'Schließen Sie seinen Datenträger an und versuchen Sie es noch einmal, oder rufen Sie „mailstow profile move {{name}} ORDNER“ auf, wenn Sie es verschoben haben. Mit --new-archive wird alles noch einmal heruntergeladen.',
    },
    'folder-silent': {
      message: 'Der Datenträger von {{folder}} antwortet nicht.',
      nextStep:
        'Prüfen Sie, ob der Datenträger oder das Netzlaufwerk verbunden ist, und versuchen Sie es noch einmal.',
    },
    'archive-of-later-version': {
      message:
        'Das Archiv in {{folder}} stammt von einer neueren Version von Mailstow; diese kann es lesen, aber nichts hinzufügen.',
      nextStep:
        'Installieren Sie die neueste Version und archivieren Sie noch einmal. Es wurde nichts geändert.',
    },
    'bad-extension': {
      message: '„{{extension}}“ kann nicht die Endung von Nachrichtendateien sein.',
      nextStep:
        'Geben Sie einen Punkt und Buchstaben oder Ziffern an, zum Beispiel .txt oder .eml.',
    },
    'folder-in-use': {
      message: 'Der Ordner {{folder}} wird gerade von einer anderen Archivierung verwendet.',
      nextStep:
        'Warten Sie, bis sie fertig ist, oder stoppen Sie sie, und starten Sie diese dann noch einmal.',
    },
    'folder-in-use-by-process': {
      message:
        'Der Ordner {{folder}} wird seit {{since}} UTC von Prozess {{pid}} auf {{host}} verwendet.',
      nextStep:
        'Warten Sie, bis diese Archivierung fertig ist, oder stoppen Sie sie, und starten Sie Ihre dann noch einmal.',
    },
    'starting-already': {
      message: 'Die Archivierung dieses Kontos startet bereits.',
      nextStep: 'Warten Sie einen Moment.',
    },
    'damaged-plan': {
      message:
        'Die Datei {{path}}, in der steht, wie ein Wechsel der UIDVALIDITY abzuschließen ist, ist beschädigt.',
      nextStep:
        'Löschen Sie sie und archivieren Sie noch einmal: Der Ordner wird dann neu mit dem Server verglichen.',
    },
    'uidvalidity-file-vanished': {
      message: 'Die Datei {{path}} ist verschwunden, während sie gebraucht wurde.',
      nextStep: 'Archivieren Sie noch einmal; die Nachrichten selbst sind noch da.',
    },
    'uidvalidity-file-unreadable': {
      message: 'Die Datei {{path}} kann nicht gelesen werden ({{reason}}).',
      nextStep: 'Machen Sie die Datei lesbar und archivieren Sie noch einmal.',
    },
    'uidvalidity-line-malformed': {
      message: 'Zeile {{line}} von {{path}} hat nicht die Form NAME=ZAHL: „{{text}}“.',
      nextStep:
        'Korrigieren oder entfernen Sie diese Zeile; Mailstow überschreibt nie eine Datei, die es nicht lesen kann.',
    },
    'uidvalidity-number-too-large': {
      message: 'Zeile {{line}} von {{path}} enthält eine Zahl über {{largest}}: „{{text}}“.',
      nextStep:
        'Korrigieren oder entfernen Sie diese Zeile; Mailstow überschreibt nie eine Datei, die es nicht lesen kann.',
    },
    'uidvalidity-mailbox-twice': {
      message: 'Zeile {{line}} von {{path}} gibt einem Ordner einen zweiten Wert: „{{text}}“.',
      nextStep:
        'Korrigieren oder entfernen Sie diese Zeile; Mailstow überschreibt nie eine Datei, die es nicht lesen kann.',
    },
    'uidvalidity-line-not-utf8': {
      message: 'Zeile {{line}} von {{path}} ist kein UTF-8: „{{text}}“.',
      nextStep:
        'Korrigieren oder entfernen Sie diese Zeile; Mailstow überschreibt nie eine Datei, die es nicht lesen kann.',
    },
    'superseded-not-removed': {
      message: 'Die ersetzten Nachrichten von {{mailbox}} konnten nicht alle entfernt werden.',
      nextStep: 'Löschen Sie den Ordner {{folder}} selbst und archivieren Sie noch einmal.',
    },
    'message-file-unreadable': {
      message:
        'Die Datei dieser Nachricht kann nicht gelesen werden: Sie wurde verschoben, umbenannt oder gelöscht.',
      nextStep:
        'Archivieren Sie noch einmal: Ist die Nachricht noch auf dem Server, wird sie neu heruntergeladen.',
    },
    'not-a-message-file': {
      message:
        '{{path}} ist keine Datei mit einer Nachricht, sondern ein Ordner, eine Verknüpfung, eine Pipe oder ein Gerät.',
      nextStep: 'Geben Sie die Datei einer Nachricht an.',
    },
    'part-no-longer-read': {
      message: 'Dieser Teil der Nachricht wird nicht mehr gelesen.',
      nextStep: 'Öffnen Sie die Nachricht noch einmal.',
    },
    'opened-file-unreadable': {
      message:
        '{{path}} kann nicht gelesen werden: Die Datei ist nicht mehr da, oder Ihnen fehlt die Berechtigung.',
      nextStep: 'Sehen Sie nach, wo die Datei jetzt ist, und öffnen Sie sie von dort.',
    },
    'message-gone': {
      message: 'Diese Nachricht ist nicht mehr im Archiv.',
      nextStep: 'Sehen Sie noch einmal in die Liste; sie zeigt, was jetzt da ist.',
    },
    'attachment-gone': {
      message: 'Dieser Anhang ist nicht mehr im Archiv.',
      nextStep: 'Sehen Sie noch einmal in die Liste; sie zeigt, was jetzt da ist.',
    },
    // One run.
    'run-stopped': {
      message: 'Sie haben die Archivierung gestoppt.',
      nextStep:
        'Alles bisher Gespeicherte bleibt erhalten. Die nächste Archivierung macht dort weiter.',
    },
    'work-stopped': {
      message: 'Sie haben den Vorgang vorzeitig gestoppt.',
      nextStep: 'Starten Sie ihn noch einmal; er geht dort weiter, wo er aufgehört hat.',
    },
    'mailbox-line-unreadable': {
      message: 'Ein Ordner wurde nicht archiviert: Die Angaben des Servers dazu sind nicht lesbar.',
      nextStep:
        'Alle anderen Ordner sind archiviert. Teilen Sie dem Betreiber des Servers mit, was der Server meldet.',
    },
    'no-mailboxes': {
      message: 'Der Server nennt keinen Ordner, der sich öffnen lässt.',
      nextStep:
        'Das kann vorübergehen: Versuchen Sie es in einigen Minuten noch einmal. Es wurde nichts geändert.',
    },
    'no-mailbox-fits': {
      message: 'Kein Ordner passt zu Ihrer Auswahl.',
      nextStep: 'Prüfen Sie, welche Ordner Sie ein- und ausgeschlossen haben.',
    },
    'no-uidvalidity': {
      message:
        'Der Server sagt nicht, nach welcher Nummerierung (UIDVALIDITY) {{mailbox}} seine Nachrichten zählt.',
      nextStep:
        'Ohne sie ließen sich die Nachrichten später nicht unterscheiden; wenden Sie sich an den Betreiber des Servers.',
    },
    'bad-uidvalidity': {
      message:
        'Der Server gibt für {{mailbox}} eine ungültige Nummerierung (UIDVALIDITY) an: {{number}}.',
      nextStep:
        'Ohne sie ließen sich die Nachrichten später nicht unterscheiden; wenden Sie sich an den Betreiber des Servers.',
    },
    'mailbox-renumbered': {
      message:
        'Der Server hat {{mailbox}} neu nummeriert; noch lässt sich nicht sagen, welche Nachrichten daraus archiviert sind.',
      nextStep: 'Archivieren Sie das Konto, und suchen Sie danach noch einmal.',
    },
    'renumbered-during-run': {
      message: 'Der Server hat {{mailbox}} während der Archivierung neu nummeriert.',
      nextStep: 'Archivieren Sie noch einmal; alles Gespeicherte bleibt erhalten.',
    },
    'account-held-back': {
      message: 'Der Server bremst dieses Konto, und Warten hat nicht geholfen.',
      nextStep:
        'Archivieren Sie später noch einmal, bei manchen Anbietern erst morgen; alles Gespeicherte bleibt erhalten.',
    },
    'messages-not-named': {
      message: 'Der Server sagt, dass {{mailbox}} Nachrichten enthält, nennt aber keine davon.',
      nextStep:
        'Versuchen Sie es später noch einmal. Bleibt es dabei, wenden Sie sich an den Betreiber des Servers.',
    },
    'message-without-content': {
      message: 'Der Server hat die Nachricht ohne ihren Inhalt geschickt.',
      nextStep:
        'Alle anderen Nachrichten sind gespeichert. Beim nächsten Archivieren wird diese noch einmal versucht.',
    },
    'message-refused': {
      message: 'Der Server hat sich geweigert, die Nachricht zu schicken.',
      nextStep:
        'Alle anderen Nachrichten sind gespeichert. Beim nächsten Archivieren wird diese noch einmal versucht.',
    },
    'message-not-sent': {
      message: 'Der Server sagt OK, schickt die Nachricht aber nicht.',
      nextStep:
        'Alle anderen Nachrichten sind gespeichert. Beim nächsten Archivieren wird diese noch einmal versucht.',
    },
    'message-breaks-connection': {
      message: 'Jedes Mal, wenn der Server die Nachricht schicken sollte, brach die Verbindung ab.',
      nextStep:
        'Alle anderen Nachrichten sind gespeichert. Beim nächsten Archivieren wird diese noch einmal versucht.',
    },
    'message-too-large-for-disk': {
      message:
        'Die Nachricht ist größer als jede Datei, die auf den Datenträger des Archivs passt.',
      nextStep:
        'Alle anderen Nachrichten sind gespeichert. Um auch diese zu haben, legen Sie das Archiv auf einen Datenträger, der größere Dateien fasst (nicht FAT32).',
    },
    'message-larger-than-space': {
      message:
        'Der Server kündigt für die Nachricht {{size}} Bytes an, mehr als auf dem Datenträger des Archivs Platz ist.',
      nextStep:
        'Alle anderen Nachrichten sind gespeichert. Beim nächsten Archivieren wird diese noch einmal versucht.',
    },
    'message-larger-than-any': {
      message:
        'Der Server kündigt für die Nachricht {{size}} Bytes an, mehr als jede Nachricht hat.',
      nextStep:
        'Alle anderen Nachrichten sind gespeichert. Beim nächsten Archivieren wird diese noch einmal versucht.',
    },
    'announced-more-than-space': {
      message:
        'Der Server kündigt für die Nachricht {{size}} Bytes an, mehr als auf dem Datenträger des Archivs Platz ist.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, liegt es am Server oder an einem Proxy davor.',
    },
    'announced-more-than-any': {
      message:
        'Der Server kündigt für die Nachricht {{size}} Bytes an, mehr als jede Nachricht hat.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, liegt es am Server oder an einem Proxy davor.',
    },
    // What the server answers.
    'no-capabilities': {
      message:
        'Der Server hat auf CAPABILITY mit OK geantwortet, aber seine Fähigkeiten nicht genannt.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, wenden Sie sich an den Betreiber des Servers.',
    },
    'no-namespaces': {
      message:
        'Der Server hat auf NAMESPACE mit OK geantwortet, aber seine Namensräume nicht genannt.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, wenden Sie sich an den Betreiber des Servers.',
    },
    'no-message-count': {
      message:
        'Der Server hat auf {{command}} mit OK geantwortet, aber die Zahl der Nachrichten nicht genannt.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, wenden Sie sich an den Betreiber des Servers.',
    },
    'no-mailbox-status': {
      message: 'Der Server hat auf STATUS mit OK geantwortet, aber nichts über den Ordner gesagt.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, wenden Sie sich an den Betreiber des Servers.',
    },
    'no-search-result': {
      message: 'Der Server hat auf SEARCH mit OK geantwortet, aber kein Ergebnis genannt.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, wenden Sie sich an den Betreiber des Servers.',
    },
    'too-many-mailboxes': {
      message: 'Der Server nennt mehr als {{limit}} Ordner.',
      nextStep:
        'Geben Sie an, welche Ordner archiviert werden sollen. Sind es in Wirklichkeit nicht so viele, liegt es am Server.',
    },
    'no-answer': {
      message:
        'Der Server hat auf {{command}} nicht innerhalb von {{seconds}} Sekunden geantwortet.',
      nextStep: 'Versuchen Sie es noch einmal. Nichts wird zweimal heruntergeladen.',
    },
    'server-search-too-long': {
      message:
        'Die Suche auf dem Server hat mehr als {{seconds}} Sekunden gedauert und wurde beendet.',
      nextStep: 'Versuchen Sie es noch einmal, oder grenzen Sie die Suche ein.',
    },
    'server-fell-silent': {
      message: 'Der Server meldet sich nicht mehr: {{seconds}} Sekunden lang kam nichts.',
      nextStep: 'Versuchen Sie es noch einmal. Nichts wird zweimal heruntergeladen.',
    },
    'endless-answer': {
      message: 'Der Server schickt immer weiter Daten, beantwortet aber {{command}} nie.',
      nextStep:
        'Versuchen Sie es noch einmal. Bleibt es dabei, liegt es am Server oder an einem Proxy davor.',
    },
    'greeting-of-pop3': {
      message: 'Dieser Server bietet die Post über POP3 an, nicht über IMAP.',
      nextStep:
        'Rufen Sie nur den Posteingang über POP3 ab (auf der Kommandozeile: --protocol pop3), oder erfragen Sie bei Ihrem Anbieter Server und Port für IMAP.',
    },
    'greeting-of-imap': {
      message: 'Dieser Server bietet die Post über IMAP an, nicht über POP3.',
      nextStep:
        'Rufen Sie alle Ordner über IMAP ab, oder erfragen Sie bei Ihrem Anbieter Server und Port für POP3.',
    },
    'not-a-pop3-greeting': {
      message: 'Das scheint kein POP3-Server zu sein.',
      nextStep: 'Prüfen Sie Servername und Port und ob der Port von Anfang an TLS verlangt.',
    },
    'maildrop-in-use': {
      message:
        'Ein anderes Programm benutzt dieses Postfach gerade, und POP3 lässt nur eines auf einmal zu.',
      nextStep:
        'Schließen Sie das andere Mailprogramm, oder versuchen Sie es in ein paar Minuten noch einmal.',
    },
    'maildrop-unavailable': {
      message: 'Der Server kann das Postfach nicht öffnen.',
      nextStep:
        'Lesen Sie, was der Server meldet. Versuchen Sie es später noch einmal, oder fragen Sie Ihren Anbieter.',
    },
    'new-connection-wanted': {
      message: 'Der Server verlangt eine neue Verbindung, bevor er manche Nachrichten sendet.',
      nextStep: 'Versuchen Sie es noch einmal. Nichts wird zweimal heruntergeladen.',
    },
    'top-not-offered': {
      message: 'Dieser Server kann den Kopf einer Nachricht nicht allein senden.',
      nextStep:
        'Archivieren Sie ganze Nachrichten, oder verwenden Sie IMAP, wenn Ihr Anbieter es hat.',
    },
    'not-by-pop3': {
      message: 'Mit POP3 geht das nicht: {{option}}.',
      nextStep: 'Lassen Sie es weg, oder verwenden Sie IMAP, wenn Ihr Anbieter es hat.',
    },
    'not-a-greeting': {
      message: 'Das scheint kein IMAP-Server zu sein.',
      nextStep: 'Prüfen Sie Servername und Port und ob der Port von Anfang an TLS verlangt.',
    },
    'turned-away': {
      message: 'Der Server hat die Verbindung abgewiesen.',
      nextStep:
        'Lesen Sie, was der Server meldet; oft hilft es, es später noch einmal zu versuchen.',
    },
    'answer-without-command': {
      message: 'Der Server hat eine Antwort geschickt, nach der Mailstow nicht gefragt hat.',
      nextStep:
        'Versuchen Sie es noch einmal. Bleibt es dabei, liegt es am Server oder an einem Proxy davor.',
    },
    'unreadable-answer': {
      message: 'Die Antwort des Servers auf {{command}} ist nicht lesbar: {{reason}}.',
      nextStep:
        'Versuchen Sie es noch einmal. Bleibt es dabei, liegt es am Server oder an einem Proxy davor.',
    },
    'bytes-before-encryption': {
      message: 'Es wurde etwas gesendet, bevor die Verbindung verschlüsselt war (STARTTLS).',
      nextStep:
        'Möglicherweise manipuliert jemand die Verbindung. Versuchen Sie es in einem anderen Netzwerk oder mit TLS von Anfang an.',
    },
    'command-refused': {
      message: 'Der Server hat den Befehl {{command}} abgelehnt.',
      nextStep:
        'Lesen Sie, was der Server meldet; oft hilft es, es später noch einmal zu versuchen.',
    },
    'mailbox-refused': {
      message: 'Der Server hat es abgelehnt, den Ordner {{mailbox}} zu öffnen.',
      nextStep: 'Prüfen Sie den Namen des Ordners und lesen Sie, was der Server meldet.',
    },
    'mailbox-missing': {
      message: 'Den Ordner „{{mailbox}}“ gibt es nicht.',
      nextStep: 'Prüfen Sie den Namen des Ordners.',
    },
    'mailbox-deleted': {
      message: 'Der Ordner {{mailbox}} wurde während der Archivierung auf dem Server gelöscht.',
      nextStep: 'Alles Gespeicherte bleibt erhalten; mehr lässt sich daraus nicht herunterladen.',
    },
    'new-mailbox-without-name': {
      message: 'Ein Ordner braucht einen Namen.',
      nextStep: 'Geben Sie einen ein.',
    },
    'new-mailbox-with-control': {
      message:
        'Der Name enthält ein Zeichen, das man nicht sieht, etwa einen Zeilenumbruch oder Tabulator.',
      nextStep: 'Geben Sie den Namen ohne dieses Zeichen noch einmal ein.',
    },
    'new-mailbox-with-empty-level': {
      message: 'In „{{name}}“ fehlt der Name einer Ebene.',
      nextStep:
        'Geben Sie jeder Ebene einen Namen, und lassen Sie Trennzeichen am Anfang und am Ende weg.',
    },
    'new-mailbox-with-separator': {
      message:
        '„{{name}}“ enthält „{{delimiter}}“, womit dieser Server Ordner von denen darin trennt.',
      nextStep: 'Lassen Sie es weg, oder legen Sie einen Ordner in einem anderen an.',
    },
    'new-mailbox-reserved': {
      message: '„{{name}}“ kann ein neuer Ordner nicht heißen: Der Name hat eine eigene Bedeutung.',
      nextStep: 'Wählen Sie einen anderen Namen.',
    },
    'new-mailbox-too-long': {
      message: 'Der Name ist zu lang: {{bytes}} Bytes. Server nehmen höchstens {{longest}}.',
      nextStep:
        'Wählen Sie einen kürzeren. Buchstaben mit Akzenten brauchen mehr Platz als einfache, andere Schriften noch mehr.',
    },
    'mailboxes-without-levels': {
      message: 'Dieser Server hat keine Ordner in Ordnern.',
      nextStep: 'Legen Sie ihn neben den anderen an.',
    },
    'mailbox-exists': {
      message: 'Einen Ordner namens „{{mailbox}}“ gibt es schon.',
      nextStep: 'Wählen Sie einen anderen Namen.',
    },
    'mailbox-change-refused': {
      message: 'Der Server hat es abgelehnt, „{{mailbox}}“ zu ändern.',
      nextStep: 'Lesen Sie, was der Server sagt. Geändert wurde nichts.',
    },
    'inbox-stays': {
      message: 'Der Posteingang lässt sich weder umbenennen noch löschen.',
      nextStep:
        'Archivieren Sie ihn, oder verschieben Sie Nachrichten daraus in Ihrem Mailprogramm.',
    },
    'special-mailbox-stays': {
      message:
        '„{{mailbox}}“ ist einer der Ordner, auf die Mailprogramme angewiesen sind. Deshalb benennt Mailstow ihn nicht um und löscht ihn nicht.',
      nextStep: 'Wenn es sein muss, verwenden Sie die Seite Ihres Anbieters.',
    },
    'mailbox-has-children': {
      message: 'In „{{mailbox}}“ sind weitere Ordner.',
      nextStep: 'Löschen Sie zuerst diese, einen nach dem anderen.',
    },
    'mailbox-into-itself': {
      message: '„{{mailbox}}“ lässt sich nicht in sich selbst verschieben.',
      nextStep: 'Wählen Sie einen anderen Ort.',
    },
    'mailbox-not-archived': {
      message:
        '„{{mailbox}}“ wurde nicht gelöscht. Nachrichten darin, die nicht sicher im Archiv sind: {{missing}} von {{messages}}.',
      nextStep: 'Archivieren Sie das Konto, und löschen Sie den Ordner danach.',
    },
    'mailbox-changed-meanwhile': {
      message: '„{{mailbox}}“ wurde nicht gelöscht, weil sich darin inzwischen etwas geändert hat.',
      nextStep: 'Sehen Sie den Ordner noch einmal an, und löschen Sie ihn dann.',
    },
    'starttls-refused': {
      message: 'Der Server hat es abgelehnt, die Verbindung mit STARTTLS zu verschlüsseln.',
      nextStep: 'Verwenden Sie TLS von Anfang an (-T), wenn der Server das anbietet.',
    },
    'starttls-not-offered': {
      message: 'Der Server bietet keine Verschlüsselung mit STARTTLS an.',
      nextStep: 'Verwenden Sie TLS von Anfang an (-T), wenn der Server das anbietet.',
    },
    'line-too-long': {
      message:
        'Der Server hat eine Zeile mit mehr als {{limit}} Bytes geschickt; seine Antworten lassen sich nicht weiter verfolgen.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, liegt es am Server oder an einem Proxy davor.',
    },
    'literal-too-large': {
      message:
        'Der Server hat ein Literal geschickt, das größer ist als jede Nachricht; seine Antworten lassen sich nicht weiter verfolgen.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, liegt es am Server oder an einem Proxy davor.',
    },
    'too-many-literals': {
      message:
        'Der Server hat eine Antwort mit mehr als {{limit}} Literalen geschickt; seine Antworten lassen sich nicht weiter verfolgen.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, liegt es am Server oder an einem Proxy davor.',
    },
    'response-too-large': {
      message:
        'Der Server hat eine Antwort mit mehr als {{limit}} Bytes in Literalen geschickt; seine Antworten lassen sich nicht weiter verfolgen.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, liegt es am Server oder an einem Proxy davor.',
    },
    'mailbox-name-with-half-character': {
      message: 'Ein Ordnername enthält ein unvollständiges Zeichen und kann nicht gesendet werden.',
      nextStep:
        'Geben Sie den Namen noch einmal ein; beim Kopieren wurde vielleicht ein Zeichen zerschnitten.',
    },
    'mailbox-name-with-line-break': {
      message:
        'Ein Ordnername enthält einen Zeilenumbruch oder ein NUL-Zeichen und wurde nicht gesendet.',
      nextStep: 'Geben Sie ihn ohne dieses Zeichen noch einmal ein.',
    },
    'value-with-half-character': {
      message:
        'Ein Wert für den Server enthält ein unvollständiges Zeichen und wurde nicht gesendet.',
      nextStep: 'Geben Sie ihn ohne dieses Zeichen noch einmal ein.',
    },
    'value-with-line-break': {
      message:
        'Ein Wert für den Server enthält einen Zeilenumbruch oder ein NUL-Zeichen und wurde nicht gesendet.',
      nextStep: 'Geben Sie ihn ohne dieses Zeichen noch einmal ein.',
    },
    'value-with-odd-character': {
      message:
        'Ein Wert für den Server enthält ein Zeichen, das dort nicht erlaubt ist, und wurde nicht gesendet.',
      nextStep: 'Geben Sie ihn ohne dieses Zeichen noch einmal ein.',
    },
    // Signing in.
    'no-way-to-sign-in': {
      message: 'Der Server nimmt auf dieser Verbindung kein Passwort an.',
      nextStep:
        'Verwenden Sie eine verschlüsselte Verbindung (TLS, -T) oder eine andere Art der Anmeldung, wenn der Anbieter das verlangt.',
    },
    'no-way-to-sign-in-unencrypted': {
      message: 'Der Server nimmt auf dieser Verbindung kein Passwort an.',
      nextStep:
        'Verwenden Sie eine verschlüsselte Verbindung: TLS (-T) oder STARTTLS (--starttls).',
    },
    'only-other-ways-to-sign-in': {
      message: 'Dieser Server nimmt nur {{offered}} an; das kann Mailstow nicht.',
      nextStep: 'Fragen Sie Ihren Anbieter nach einer anderen Art der Anmeldung.',
    },
    'sign-in-way-not-offered': {
      message: 'Dieser Server bietet {{way}} nicht an. Er nimmt nur {{offered}} an.',
      nextStep: 'Wählen Sie eine davon, oder überlassen Sie Mailstow die Wahl.',
    },
    'no-sign-in-by-provider': {
      message: 'Dieser Server nimmt die Anmeldung beim Anbieter nicht an, nur {{offered}}.',
      nextStep: 'Verwenden Sie stattdessen Ihr Passwort oder ein App-Passwort.',
    },
    'only-sign-in-by-provider': {
      message: 'Dieser Server nimmt kein Passwort an, nur die Anmeldung beim Anbieter.',
      nextStep:
        'Melden Sie sich bei Ihrem Anbieter an oder lassen Sie sich von ihm ein App-Passwort geben.',
    },
    'sign-in-needed': {
      message: 'Der Anbieter erkennt Ihre Anmeldung nicht mehr an.',
      nextStep: 'Melden Sie sich noch einmal bei Ihrem Anbieter an.',
    },
    'sign-in-again': {
      message: 'Ihre Anmeldung bei {{provider}} ist abgelaufen oder wurde widerrufen.',
      nextStep: 'Melden Sie sich noch einmal an. Alles bisher Gespeicherte bleibt erhalten.',
    },
    'signed-in-as-other': {
      message:
        'Sie haben sich als {{found}} angemeldet, nicht als {{wanted}}. Es wurde nichts gespeichert.',
      nextStep:
        'Melden Sie sich noch einmal als {{wanted}} an. Ist es ein anderer Name desselben Postfachs, machen Sie mit {{found}} weiter.',
    },
    'sign-in-denied': {
      message: '{{provider}} durfte Mailstow keinen Zugriff auf Ihre E-Mails geben.',
      nextStep:
        'Melden Sie sich noch einmal an und erlauben Sie den Zugriff. In einer Organisation muss ihn vielleicht zuerst die Administration erlauben.',
    },
    'sign-in-timed-out': {
      message: 'Die Anmeldung wurde nicht rechtzeitig abgeschlossen.',
      nextStep: 'Melden Sie sich noch einmal an.',
    },
    'sign-in-cancelled': {
      message: 'Sie haben die Anmeldung abgebrochen.',
      nextStep: 'Es wurde nichts gespeichert. Melden Sie sich an, wenn Sie so weit sind.',
    },
    'sign-in-ended': {
      message: 'Diese Anmeldung ist vorbei.',
      nextStep: 'Melden Sie sich noch einmal an.',
    },
    'mail-not-granted': {
      message: '{{provider}} hat Sie angemeldet, aber ohne Zugriff auf Ihre E-Mails.',
      nextStep: 'Melden Sie sich noch einmal an und lassen Sie den Zugriff auf E-Mails angekreuzt.',
    },
    'issuer-mismatch': {
      message: 'Die Antwort kam nicht von {{host}}, deshalb hat Mailstow sie nicht verwendet.',
      nextStep:
        'Melden Sie sich noch einmal an. Passiert es wieder, greift vielleicht jemand ein: Sagen Sie es Ihrem Anbieter.',
    },
    'redirect-not-understood': {
      message: 'Das ist nicht die Adresse, bei der die Anmeldung endet.',
      nextStep:
        'Kopieren Sie nach der Anmeldung die ganze Adresse aus dem Browser; sie beginnt mit {{start}}.',
    },
    'redirect-of-other-sign-in': {
      message: 'Diese Adresse gehört zu einer anderen Anmeldung.',
      nextStep:
        'Kopieren Sie die Adresse von der Seite dieser Anmeldung oder beginnen Sie von vorn.',
    },
    'client-id-needed': {
      message: 'Diese Version von Mailstow hat für {{provider}} noch keine Client-ID.',
      nextStep:
        'Verwenden Sie eine eigene Client-ID oder ein App-Passwort, falls {{provider}} welche hat.',
    },
    'client-id-refused': {
      message: '{{provider}} nimmt die Client-ID nicht an.',
      nextStep:
        'Prüfen Sie die Client-ID und die Weiterleitungsadresse, die dafür eingetragen ist.',
    },
    'no-provider-sign-in': {
      message: 'Mailstow hat für {{host}} keine Anmeldeseite gefunden.',
      nextStep: 'Verwenden Sie Ihr Passwort oder ein App-Passwort.',
    },
    'no-device-code': {
      message: 'Bei {{provider}} kann man sich für E-Mails nicht mit einem Code anmelden.',
      nextStep: 'Melden Sie sich im Browser an.',
    },
    'cannot-listen-for-sign-in': {
      message: 'Mailstow konnte auf diesem Computer nicht auf den Browser warten.',
      nextStep: 'Melden Sie sich mit einem Code an oder versuchen Sie es noch einmal.',
    },
    'provider-not-reached': {
      message: '{{host}}, wo Sie sich anmelden, hat nicht geantwortet.',
      nextStep: 'Prüfen Sie das Netzwerk und versuchen Sie es noch einmal.',
    },
    'provider-unavailable': {
      message: '{{host}}, wo Sie sich anmelden, ist im Moment nicht verfügbar.',
      nextStep: 'Versuchen Sie es später noch einmal.',
    },
    'provider-answer-not-understood': {
      message: '{{host}} hat auf die Anmeldung etwas geantwortet, das Mailstow nicht lesen kann.',
      nextStep:
        'Versuchen Sie es noch einmal. In einem öffentlichen Netz öffnen Sie zuerst dessen eigene Anmeldeseite.',
    },
    'provider-refused': {
      message: '{{provider}} hat die Anmeldung abgelehnt.',
      nextStep: 'Lesen Sie die Begründung und melden Sie sich dann noch einmal an.',
    },
    'sign-in-being-renewed': {
      message: 'Ein anderes Mailstow erneuert diese Anmeldung gerade und wird nicht fertig.',
      nextStep: 'Beenden Sie es und versuchen Sie es noch einmal.',
    },
    'server-not-genuine': {
      message:
        'Der Server konnte nicht beweisen, dass er Ihr Passwort kennt; vielleicht ist es nicht Ihr Mailserver.',
      nextStep:
        'Melden Sie sich dort nicht an. Prüfen Sie den Servernamen und das Netz, und fragen Sie Ihren Anbieter.',
    },
    'sign-in-broken': {
      message:
        'Der Server hat sich nicht an die Regeln von {{mechanism}} gehalten; Mailstow hat die Anmeldung abgebrochen.',
      nextStep:
        'Wählen Sie eine andere Art der Anmeldung, oder wenden Sie sich an den Administrator des Servers.',
    },
    'sign-in-effort-refused': {
      message:
        'Um Ihr Passwort zu prüfen, verlangt der Server {{rounds}} Rechenrunden. Mailstow nimmt 4096 bis 1.000.000 an.',
      nextStep:
        'Wählen Sie eine andere Art der Anmeldung, oder wenden Sie sich an den Administrator des Servers.',
    },
    'user-name-not-sendable': {
      message:
        'Der Benutzername enthält einen Zeilenumbruch, ein NUL-Zeichen oder ein unvollständiges Zeichen und wurde nicht gesendet.',
      nextStep: 'Geben Sie den Benutzernamen noch einmal ein.',
    },
    'password-not-sendable': {
      message:
        'Das Passwort enthält einen Zeilenumbruch, ein NUL-Zeichen oder ein unvollständiges Zeichen und wurde nicht gesendet.',
      nextStep: 'Geben Sie das Passwort noch einmal ein.',
    },
    'login-not-understood': {
      message: 'Der Server versteht {{command}} nicht.',
      nextStep:
        'Lesen Sie, was der Server meldet; vielleicht verlangt er eine andere Art der Anmeldung.',
    },
    'login-refused': {
      message: 'Der Server hat den Benutzernamen oder das Passwort abgelehnt.',
      nextStep:
        'Prüfen Sie beides; viele Anbieter verlangen statt des üblichen Passworts ein App-Passwort.',
    },
    'password-needed': {
      message: 'Das Passwort von {{user}} wird benötigt.',
      nextStep: 'Geben Sie es ein; gespeichert wird es nur, wenn Sie das möchten.',
    },
    'password-store-refused': {
      message: 'Der Passwortspeicher Ihres Systems hat das Passwort nicht angenommen.',
      nextStep:
        'Entsperren Sie ihn und versuchen Sie es noch einmal, oder lassen Sie Mailstow jedes Mal nach dem Passwort fragen.',
    },
    // The connection.
    'connect-timeout': {
      message: '{{address}} hat nicht innerhalb von {{seconds}} Sekunden geantwortet.',
      nextStep: 'Prüfen Sie Servername, Port und Netzwerk und versuchen Sie es noch einmal.',
    },
    'name-not-found': {
      message: 'Es gibt keinen Server namens {{host}}.',
      nextStep: 'Prüfen Sie die Schreibweise und ob dieser Computer online ist.',
    },
    'connection-refused': {
      message: '{{address}} hat die Verbindung abgelehnt.',
      nextStep: 'Prüfen Sie Servername, Port und Netzwerk und versuchen Sie es noch einmal.',
    },
    'no-route': {
      message: '{{address}} ist von diesem Netzwerk aus nicht erreichbar.',
      nextStep: 'Prüfen Sie Servername, Port und Netzwerk und versuchen Sie es noch einmal.',
    },
    'host-silent': {
      message: '{{address}} antwortet nicht.',
      nextStep: 'Prüfen Sie Servername, Port und Netzwerk und versuchen Sie es noch einmal.',
    },
    'connection-failed': {
      message: 'Mailstow konnte keine Verbindung zu {{address}} herstellen: {{reason}}.',
      nextStep: 'Prüfen Sie Servername, Port und Netzwerk und versuchen Sie es noch einmal.',
    },
    'not-tls': {
      message: '{{address}} nimmt keine verschlüsselten Verbindungen an.',
      nextStep: 'Prüfen Sie den Port: 993 ist üblicherweise für TLS, 143 für STARTTLS.',
    },
    'tls-hung-up': {
      message: '{{address}} hat die Verbindung beendet, bevor sie verschlüsselt war.',
      nextStep: 'Prüfen Sie den Port: 993 ist üblicherweise für TLS, 143 für STARTTLS.',
    },
    'tls-failed': {
      message: 'Die Verbindung zu {{address}} konnte nicht verschlüsselt werden: {{reason}}.',
      nextStep: 'Prüfen Sie den Port: 993 ist üblicherweise für TLS, 143 für STARTTLS.',
    },
    'tls-too-old': {
      message: 'Die Verschlüsselung dieses Servers ist zu alt ({{address}}: {{reason}}).',
      nextStep:
        'Fragen Sie den Anbieter nach einem Server mit TLS 1.2 oder neuer und aktuellen Verschlüsselungsverfahren, oder bitten Sie den Betreiber, ihn zu aktualisieren.',
    },
    'tls-hung-up-in-app': {
      message: '{{address}} hat die Verbindung beendet, bevor sie verschlüsselt war.',
      nextStep:
        'Prüfen Sie den Port: 993 ist üblicherweise für TLS, 143 für STARTTLS. Ein alter Server will vielleicht auf eine Art verschlüsseln, die die App nicht kennt; über die Befehlszeile (imapcl) ist er möglicherweise noch erreichbar.',
    },
    'tls-failed-in-app': {
      message: 'Die Verbindung zu {{address}} konnte nicht verschlüsselt werden: {{reason}}.',
      nextStep:
        'Prüfen Sie den Port: 993 ist üblicherweise für TLS, 143 für STARTTLS. Ein alter Server will vielleicht auf eine Art verschlüsseln, die die App nicht kennt; über die Befehlszeile (imapcl) ist er möglicherweise noch erreichbar.',
    },
    'tls-too-old-in-app': {
      message: 'Die Verschlüsselung dieses Servers ist zu alt ({{address}}: {{reason}}).',
      nextStep:
        'Prüfen Sie den Port: 993 ist üblicherweise für TLS, 143 für STARTTLS. Ein alter Server will vielleicht auf eine Art verschlüsseln, die die App nicht kennt; über die Befehlszeile (imapcl) ist er möglicherweise noch erreichbar.',
    },
    'sending-failed': {
      message: 'Das Senden an {{address}} ist fehlgeschlagen: {{reason}}.',
      nextStep: 'Versuchen Sie es noch einmal. Nichts wird zweimal heruntergeladen.',
    },
    'connection-lost': {
      message: 'Die Verbindung zu {{address}} ist abgebrochen: {{reason}}.',
      nextStep: 'Versuchen Sie es noch einmal. Nichts wird zweimal heruntergeladen.',
    },
    'compression-unreadable': {
      message: 'Die komprimierten Daten von {{address}} sind nicht lesbar: {{reason}}.',
      nextStep:
        'Versuchen Sie es noch einmal. Mailstow lässt sich die Mails dann ohne Komprimierung schicken.',
    },
    'connection-closed': {
      message: 'Die Verbindung zu {{address}} ist abgebrochen: Der Server hat sie beendet.',
      nextStep: 'Versuchen Sie es noch einmal. Nichts wird zweimal heruntergeladen.',
    },
    'certificate-file-unreadable': {
      message: 'Die Zertifikatsdatei {{path}} kann nicht gelesen werden: {{reason}}.',
      nextStep: 'Wählen Sie eine lesbare Datei mit Zertifikaten im PEM-Format.',
    },
    'certificate-file-damaged': {
      message: 'Die Zertifikatsdatei {{path}} enthält ein beschädigtes Zertifikat.',
      nextStep:
        'Wählen Sie eine Datei mit Zertifikaten im PEM-Format („-----BEGIN CERTIFICATE-----“).',
    },
    'certificate-file-empty': {
      message: 'Die Zertifikatsdatei {{path}} enthält kein Zertifikat.',
      nextStep:
        'Wählen Sie eine Datei mit Zertifikaten im PEM-Format („-----BEGIN CERTIFICATE-----“).',
    },
    'certificate-folder-unreadable': {
      message: 'Der Zertifikatsordner {{path}} kann nicht gelesen werden: {{reason}}.',
      nextStep: 'Wählen Sie einen lesbaren Ordner mit Zertifikaten.',
    },
    'certificate-of-other-name': {
      message: 'Das Zertifikat von {{host}} gehört zu einem anderen Server: Es gilt für {{names}}.',
      nextStep:
        'Verwenden Sie den Servernamen von Ihrem Anbieter. Ist es dieser, fängt möglicherweise jemand die Verbindung ab.',
    },
    'certificate-expired': {
      message: 'Das Zertifikat von {{host}} ist am {{date}} abgelaufen.',
      nextStep:
        'Prüfen Sie das Datum dieses Computers. Stimmt es, muss der Betreiber des Servers das Zertifikat erneuern.',
    },
    'issuer-certificate-expired': {
      message:
        'Das Zertifikat von {{host}} gilt nicht mehr: Sein Aussteller „{{issuer}}“ ist am {{date}} abgelaufen.',
      nextStep:
        'Prüfen Sie das Datum dieses Computers. Stimmt es, muss der Betreiber des Servers das Zertifikat erneuern.',
    },
    'certificate-not-yet-valid': {
      message: 'Das Zertifikat von {{host}} gilt erst ab {{date}}.',
      nextStep: 'Prüfen Sie das Datum dieses Computers.',
    },
    'issuer-certificate-not-yet-valid': {
      message:
        'Das Zertifikat von {{host}} gilt noch nicht: Sein Aussteller „{{issuer}}“ gilt erst ab {{date}}.',
      nextStep: 'Prüfen Sie das Datum dieses Computers.',
    },
    'certificate-self-signed': {
      message:
        'Das Zertifikat von {{host}} ist selbst signiert, und dieser Computer vertraut ihm nicht.',
      nextStep:
        'Ist es Ihr eigener Server, wählen Sie seine Zertifikatsdatei aus, um ihr zu vertrauen.',
    },
    'certificate-issuer-unknown': {
      message:
        'Dieser Computer vertraut dem Aussteller des Zertifikats von {{host}} nicht: „{{issuer}}“.',
      nextStep:
        'Wenn Sie diesem Aussteller vertrauen, wählen Sie seine Zertifikatsdatei oder seinen Zertifikatsordner aus.',
    },
    'certificate-chain-refused': {
      message: 'Die Zertifikatskette von {{host}} ist nicht gültig: {{reason}}.',
      nextStep: 'Der Betreiber des Servers muss das Zertifikat in Ordnung bringen.',
    },
    // Threads and defects.
    'writing-out-of-memory': {
      message:
        'Dem Teil von Mailstow, der auf den Datenträger schreibt, ging der Arbeitsspeicher aus.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte. Von Ihrem Archiv geht nichts verloren.',
    },
    'writing-ended': {
      message:
        'Der Teil von Mailstow, der auf den Datenträger schreibt, wurde unerwartet beendet: {{reason}}.',
      nextStep:
        'Versuchen Sie es noch einmal. Von Ihrem Archiv geht nichts verloren. Mehr dazu steht im Protokoll.',
    },
    'library-out-of-memory': {
      message: 'Dem Teil von Mailstow, der die Bibliothek führt, ging der Arbeitsspeicher aus.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte. Von Ihrem Archiv geht nichts verloren.',
    },
    'library-ended': {
      message:
        'Der Teil von Mailstow, der die Bibliothek führt, wurde unerwartet beendet: {{reason}}.',
      nextStep:
        'Versuchen Sie es noch einmal. Von Ihrem Archiv geht nichts verloren. Mehr dazu steht im Protokoll.',
    },
    'indexing-out-of-memory': {
      message: 'Dem Teil von Mailstow, der den Suchindex anlegt, ging der Arbeitsspeicher aus.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte. Von Ihrem Archiv geht nichts verloren.',
    },
    'indexing-ended': {
      message:
        'Der Teil von Mailstow, der den Suchindex anlegt, wurde unerwartet beendet: {{reason}}.',
      nextStep:
        'Versuchen Sie es noch einmal. Von Ihrem Archiv geht nichts verloren. Mehr dazu steht im Protokoll.',
    },
    'searching-out-of-memory': {
      message: 'Dem Teil von Mailstow, der sucht, ging der Arbeitsspeicher aus.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte. Von Ihrem Archiv geht nichts verloren.',
    },
    'searching-ended': {
      message: 'Der Teil von Mailstow, der sucht, wurde unerwartet beendet: {{reason}}.',
      nextStep:
        'Versuchen Sie es noch einmal. Von Ihrem Archiv geht nichts verloren. Mehr dazu steht im Protokoll.',
    },
    'reading-out-of-memory': {
      message: 'Dem Teil von Mailstow, der Nachrichten liest, ging der Arbeitsspeicher aus.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte. Von Ihrem Archiv geht nichts verloren.',
    },
    'reading-ended': {
      message:
        'Der Teil von Mailstow, der Nachrichten liest, wurde unerwartet beendet: {{reason}}.',
      nextStep:
        'Versuchen Sie es noch einmal. Von Ihrem Archiv geht nichts verloren. Mehr dazu steht im Protokoll.',
    },
    'checking-out-of-memory': {
      message: 'Dem Teil von Mailstow, der Archive prüft, ging der Arbeitsspeicher aus.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte. Von Ihrem Archiv geht nichts verloren.',
    },
    'checking-ended': {
      message: 'Der Teil von Mailstow, der Archive prüft, wurde unerwartet beendet: {{reason}}.',
      nextStep:
        'Versuchen Sie es noch einmal. Von Ihrem Archiv geht nichts verloren. Mehr dazu steht im Protokoll.',
    },
    'archiving-out-of-memory': {
      message: 'Dem Teil von Mailstow, der E-Mails archiviert, ging der Arbeitsspeicher aus.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte. Von Ihrem Archiv geht nichts verloren.',
    },
    'archiving-ended': {
      message:
        'Der Teil von Mailstow, der E-Mails archiviert, wurde unerwartet beendet: {{reason}}.',
      nextStep:
        'Versuchen Sie es noch einmal. Von Ihrem Archiv geht nichts verloren. Mehr dazu steht im Protokoll.',
    },
    'looking-out-of-memory': {
      message: 'Dem Teil von Mailstow, der in Ordner sieht, ging der Arbeitsspeicher aus.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte. Von Ihrem Archiv geht nichts verloren.',
    },
    'looking-ended': {
      message: 'Der Teil von Mailstow, der in Ordner sieht, wurde unerwartet beendet: {{reason}}.',
      nextStep:
        'Versuchen Sie es noch einmal. Von Ihrem Archiv geht nichts verloren. Mehr dazu steht im Protokoll.',
    },
    'reading-took-too-long': {
      message: 'Das Lesen hat zu lange gedauert und wurde abgebrochen.',
      nextStep:
        'Zeigen Sie die Datei der Nachricht an und öffnen Sie sie mit einem anderen E-Mail-Programm.',
    },
    closing: {
      message: 'Mailstow wird beendet.',
      nextStep: 'Starten Sie es wieder, um weiterzumachen.',
    },
    'unknown-state': {
      message: 'In Mailstow ist etwas Unerwartetes passiert: {{reason}}',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte mit dieser Meldung.',
    },
    // The app and its services.
    'log-not-writable': {
      message: 'Das Protokoll {{path}} kann nicht geschrieben werden: {{reason}}.',
      nextStep: 'Wählen Sie eine andere Datei, in einem Ordner, in den Sie schreiben dürfen.',
    },
    'trace-not-writable': {
      message: 'Die Aufzeichnung {{path}} kann nicht geschrieben werden: {{reason}}.',
      nextStep: 'Wählen Sie eine andere Datei, in einem Ordner, in den Sie schreiben dürfen.',
    },
    'not-an-address': {
      message: 'Das ist keine vollständige E-Mail-Adresse.',
      nextStep: 'Schreiben Sie sie wie in name@example.org.',
    },
    'account-gone': {
      message: 'Dieses Konto ist nicht mehr eingerichtet.',
      nextStep: 'Richten Sie es wieder ein oder wählen Sie ein anderes.',
    },
    'damaged-accounts-file': {
      message:
        'Die Datei mit Ihren Konten war beschädigt und nicht lesbar. Sie wurde als {{path}} aufbewahrt.',
      nextStep:
        'Vom Archiv ist nichts verloren. Machen Sie weiter und richten Sie neu ein, was fehlt.',
    },
    'later-accounts-file': {
      message: 'Die Datei mit Ihren Konten stammt von einer neueren Version von Mailstow.',
      nextStep: 'Installieren Sie diese Version oder eine neuere.',
    },
    'damaged-archives-file': {
      message:
        'Die Datei mit den geöffneten Archiven war beschädigt und nicht lesbar. Sie wurde als {{path}} aufbewahrt.',
      nextStep: 'Von den Archiven ist nichts verloren. Öffnen Sie sie noch einmal.',
    },
    'later-archives-file': {
      message:
        'Die Datei mit den geöffneten Archiven stammt von einer neueren Version von Mailstow.',
      nextStep: 'Installieren Sie diese Version oder eine neuere.',
    },
    'damaged-clients-file': {
      message:
        'Die Datei mit Ihren Client-IDs war beschädigt und nicht lesbar. Sie wurde als {{path}} aufbewahrt.',
      nextStep:
        'Vom Archiv ist nichts verloren. Geben Sie eigene Client-IDs bei der Anmeldung noch einmal an.',
    },
    'later-clients-file': {
      message: 'Die Datei mit Ihren Client-IDs stammt von einer neueren Version von Mailstow.',
      nextStep: 'Installieren Sie diese Version oder eine neuere.',
    },
    'damaged-passwords-file': {
      message:
        'Die Datei mit Ihren Passwörtern war beschädigt und nicht lesbar. Sie wurde als {{path}} aufbewahrt.',
      nextStep:
        'Vom Archiv ist nichts verloren. Machen Sie weiter und richten Sie neu ein, was fehlt.',
    },
    'later-passwords-file': {
      message: 'Die Datei mit Ihren Passwörtern stammt von einer neueren Version von Mailstow.',
      nextStep: 'Installieren Sie diese Version oder eine neuere.',
    },
    'damaged-settings-file': {
      message:
        'Die Datei mit Ihren Einstellungen war beschädigt und nicht lesbar. Sie wurde als {{path}} aufbewahrt.',
      nextStep:
        'Vom Archiv ist nichts verloren. Machen Sie weiter und richten Sie neu ein, was fehlt.',
    },
    'later-settings-file': {
      message: 'Die Datei mit Ihren Einstellungen stammt von einer neueren Version von Mailstow.',
      nextStep: 'Installieren Sie diese Version oder eine neuere.',
    },
    'damaged-server-password-file': {
      message:
        'Die Datei mit dem Passwort dieses Servers war beschädigt und nicht lesbar. Sie wurde als {{path}} aufbewahrt.',
      nextStep:
        'Vom Archiv ist nichts verloren. Machen Sie weiter und richten Sie neu ein, was fehlt.',
    },
    'later-server-password-file': {
      message:
        'Die Datei mit dem Passwort dieses Servers stammt von einer neueren Version von Mailstow.',
      nextStep: 'Installieren Sie diese Version oder eine neuere.',
    },
    'unknown-call': {
      message: 'Mailstow kennt den Aufruf {{name}} nicht.',
      nextStep:
        'Laden Sie das Fenster neu; es gehört vielleicht zu einer anderen Version von Mailstow.',
    },
    'bad-input': {
      message: '{{name}} ist mit diesen Angaben nicht möglich: {{reason}}.',
      nextStep:
        'Prüfen Sie, was Sie ausgefüllt haben. Ist alles richtig, melden Sie bitte diese Meldung.',
    },
    'no-report-yet': {
      message: 'Für dieses Konto gibt es noch keinen Bericht.',
      nextStep: 'Archivieren Sie es einmal; jede Archivierung hinterlässt einen Bericht.',
    },
    'checked-now': {
      message: 'Dieses Archiv wird gerade geprüft.',
      nextStep: 'Warten Sie, bis die Prüfung fertig ist, oder brechen Sie sie ab.',
    },
    'archived-now': {
      message: 'Dieses Konto wird gerade archiviert.',
      nextStep: 'Prüfen Sie das Archiv, wenn die Archivierung fertig ist.',
    },
    'nothing-running': {
      message: 'Für dieses Konto läuft gerade keine Archivierung.',
      nextStep: 'Starten Sie sie, wenn Sie möchten.',
    },
    'folder-dialog-not-here': {
      message: 'Der Ordnerdialog des Systems ist hier nicht verfügbar.',
      nextStep: 'Wählen Sie den Ordner auf der Seite aus.',
    },
    'certificate-dialog-not-here': {
      message: 'Der Dateidialog des Systems ist hier nicht verfügbar.',
      nextStep: 'Wählen Sie das Zertifikat auf der Seite aus.',
    },
    'pdf-not-made': {
      message: 'Aus dieser Nachricht konnte kein PDF gemacht werden.',
      nextStep:
        'Speichern Sie sie stattdessen als Datei und drucken Sie sie aus einem E-Mail-Programm.',
    },
    'not-printed': {
      message: 'Die Nachricht wurde nicht gedruckt: {{reason}}.',
      nextStep:
        'Prüfen Sie, ob ein Drucker eingerichtet und eingeschaltet ist, und versuchen Sie es noch einmal.',
    },
    'no-mail-program': {
      message: 'Ihr System hat kein E-Mail-Programm, mit dem Sie antworten können.',
      nextStep:
        'Wählen Sie in den Einstellungen Ihres Systems ein E-Mail-Programm, oder kopieren Sie die Adresse und antworten Sie auf der Seite Ihres Anbieters.',
    },
    'nobody-to-reply-to': {
      message: 'Diese Nachricht nennt keine Adresse, an die man antworten kann.',
      nextStep: 'Suchen Sie in ihrem Text oder in ihren Kopfzeilen nach einer Adresse.',
    },
    'too-much-to-drag': {
      message:
        'Es lassen sich höchstens {{messages}} Nachrichten oder {{megabytes}} MB auf einmal ziehen.',
      nextStep: 'Speichern Sie sie stattdessen als ZIP oder in einen Ordner.',
    },
    'nothing-chosen': {
      message: 'Keine der ausgewählten Nachrichten ist noch da.',
      nextStep:
        'Wählen Sie Nachrichten in der Liste aus, wie sie jetzt ist, und versuchen Sie es noch einmal.',
    },
    'not-in-browser': {
      message: 'Das geht nur in der Mailstow-App, nicht im Browser.',
      nextStep:
        'Speichern Sie die Nachrichten stattdessen als ZIP, oder drucken Sie mit Ihrem Browser.',
    },
    'not-opened-in-browser': {
      message: '{{name}} kann nicht aus dem Browser geöffnet werden.',
      nextStep: 'Speichern Sie die Datei und öffnen Sie sie von dort.',
    },
    'path-on-other-computer': {
      message: 'Hier ist es: {{path}}',
      nextStep: 'Öffnen Sie es auf dem Computer, auf dem Mailstow läuft.',
    },
    'cannot-listen': {
      message: 'Mailstow kann auf {{bind}}, Port {{port}}, keine Verbindungen annehmen.',
      nextStep: 'Geben Sie ein anderes --bind oder --port an.',
    },
    'port-taken': {
      message:
        'Mailstow kann auf {{bind}} keine Verbindungen annehmen: Port {{port}} ist bereits belegt.',
      nextStep: 'Vielleicht läuft Mailstow schon. Wenn nicht, geben Sie ein anderes --port an.',
    },
    'server-without-password': {
      message: 'Wer {{bind}} erreicht, könnte alle E-Mails lesen: Es gibt noch kein Passwort.',
      nextStep:
        'Legen Sie mit „mailstow serve --set-password“ eines fest, oder lassen Sie --bind weg.',
    },
    'window-not-built': {
      message: 'Das Fenster von Mailstow fehlt und konnte nicht gebaut werden.',
      nextStep: 'Führen Sie im Ordner von Mailstow npm ci aus und versuchen Sie es noch einmal.',
    },
    'not-signed-in': {
      message: 'Ihre Sitzung ist beendet.',
      nextStep:
        'Laden Sie diese Seite neu und melden Sie sich an, oder führen Sie den Befehl, mit dem Mailstow gestartet wurde, noch einmal aus, um einen neuen Link zu bekommen.',
    },
    'not-reached': {
      message: 'Mailstow antwortet nicht.',
      nextStep:
        'Prüfen Sie, ob es dort noch läuft, wo Sie es gestartet haben, und versuchen Sie es noch einmal.',
    },
    'answer-not-understood': {
      message: 'Mailstow hat eine Antwort gegeben, die dieses Fenster nicht versteht.',
      nextStep: 'Laden Sie das Fenster neu. Passiert es wieder, installieren Sie Mailstow neu.',
    },
  },
  /** For failures that carry no code, of an earlier version for instance: what their kind tells. */
  kinds: {
    arguments: {
      message: 'Mit diesen Angaben kann Mailstow das nicht tun.',
      nextStep:
        'Prüfen Sie, was Sie ausgefüllt oder ausgewählt haben, und versuchen Sie es noch einmal.',
    },
    'credentials-file': {
      message: 'Die Datei mit Benutzername und Passwort kann nicht verwendet werden.',
      nextStep: 'Prüfen Sie die Datei und versuchen Sie es noch einmal.',
    },
    'output-folder': {
      message: 'Eine Datei oder ein Ordner, den Mailstow braucht, kann nicht verwendet werden.',
      nextStep:
        'Prüfen Sie, ob es sie gibt, ob ihr Laufwerk angeschlossen ist und ob Sie dort schreiben dürfen.',
    },
    'uidvalidity-file-missing': {
      message: 'Die Datei mit den Nummern der Nachrichten fehlt.',
      nextStep:
        'Stellen Sie sie aus einer Sicherung wieder her. In den Details steht, welche Datei es ist.',
    },
    'uidvalidity-file-malformed': {
      message: 'Die Datei mit den Nummern der Nachrichten ist beschädigt.',
      nextStep:
        'Stellen Sie sie aus einer Sicherung wieder her. In den Details steht, welche Datei es ist.',
    },
    'name-not-found': {
      message: 'Es gibt keinen Server mit diesem Namen, oder dieser Computer ist offline.',
      nextStep: 'Prüfen Sie den Namen des Servers und Ihre Internetverbindung.',
    },
    connection: {
      message: 'Mailstow konnte keine Verbindung zum Server herstellen.',
      nextStep:
        'Prüfen Sie Server, Port und Internetverbindung, oder versuchen Sie es später noch einmal.',
    },
    certificate: {
      message: 'Die Echtheit des Servers lässt sich nicht überprüfen.',
      nextStep: 'Fragen Sie den Betreiber des Servers nach dessen Zertifikat.',
    },
    'unknown-response': {
      message: 'Der Server hat eine Antwort gegeben, die Mailstow nicht erwartet hat.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, wenden Sie sich an den Betreiber des Servers.',
    },
    transmit: {
      message: 'Die Verbindung ist abgebrochen, während Mailstow gesendet hat.',
      nextStep: 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
    },
    receive: {
      message: 'Die Verbindung ist abgebrochen, während der Server gesendet hat.',
      nextStep: 'Prüfen Sie Ihre Internetverbindung und versuchen Sie es noch einmal.',
    },
    'no-answer': {
      message: 'Der Server antwortet nicht.',
      nextStep: 'Versuchen Sie es in einer Weile noch einmal.',
    },
    'unparsable-response': {
      message: 'Der Server hat eine Antwort gegeben, die sich nicht verstehen lässt.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, wenden Sie sich an den Betreiber des Servers.',
    },
    'no-uids': {
      message: 'Der Server hat nicht gesagt, welche Nachrichten in dem Ordner sind.',
      nextStep:
        'Versuchen Sie es später noch einmal. Bleibt es dabei, wenden Sie sich an den Betreiber des Servers.',
    },
    'no-uidvalidity': {
      message: 'Der Server nummeriert die Nachrichten dieses Ordners nicht zuverlässig.',
      nextStep:
        'Archivieren Sie noch einmal. Bleibt es dabei, wenden Sie sich an den Betreiber des Servers.',
    },
    'message-not-stored': {
      message: 'Eine Nachricht konnte nicht gespeichert werden.',
      nextStep:
        'Archivieren Sie noch einmal, um es erneut zu versuchen; warum es nicht ging, steht in den Details.',
    },
    removal: {
      message: 'Alte Kopien von Nachrichten konnten nicht aus dem Archiv entfernt werden.',
      nextStep:
        'In den Details steht, welcher Ordner zu löschen ist; archivieren Sie danach noch einmal.',
    },
    'login-refused': {
      message: 'Der Server hat den Benutzernamen oder das Passwort abgelehnt.',
      nextStep: 'Prüfen Sie beides. Manche Anbieter verlangen ein App-Passwort.',
    },
    'sign-in-needed': {
      message: 'Sie müssen sich bei Ihrem Anbieter anmelden.',
      nextStep: 'Melden Sie sich noch einmal bei Ihrem Anbieter an.',
    },
    'mailbox-not-found': {
      message: 'Ein E-Mail-Ordner ist auf dem Server nicht zu finden oder lässt sich nicht öffnen.',
      nextStep:
        'Sehen Sie in Ihrem E-Mail-Programm nach, ob es ihn noch gibt, und archivieren Sie noch einmal.',
    },
    'mailbox-not-listed': {
      message: 'Ein Ordner wurde nicht archiviert: Die Angaben des Servers dazu sind nicht lesbar.',
      nextStep:
        'Alle anderen Ordner sind archiviert. Teilen Sie Ihrem Anbieter mit, was der Server meldet.',
    },
    'folder-in-use': {
      message: 'Dieses Archiv wird bereits verwendet.',
      nextStep:
        'Warten Sie, bis die andere Archivierung fertig ist, und versuchen Sie es noch einmal.',
    },
    'disk-full': {
      message: 'Der Datenträger ist voll.',
      nextStep:
        'Geben Sie Speicherplatz frei und versuchen Sie es noch einmal; alles bisher Gespeicherte bleibt erhalten.',
    },
    'other-account': {
      message: 'Dieser Ordner enthält bereits das Archiv eines anderen Kontos.',
      nextStep:
        'Wählen Sie einen anderen Ordner, damit die beiden Konten nicht durcheinandergeraten.',
    },
    stopped: {
      message: 'Sie haben den Vorgang vorzeitig gestoppt.',
      nextStep:
        'Starten Sie ihn noch einmal, um weiterzumachen. Alles bisher Gespeicherte bleibt erhalten.',
    },
    defect: {
      message: 'In Mailstow ist etwas schiefgegangen.',
      nextStep:
        'Versuchen Sie es noch einmal. Passiert es wieder, melden Sie es bitte mit den Details.',
    },
  },
  /** What a code’s {{reason}} or {{issuer}} can be. */
  words: {
    'no-permission': 'die Berechtigung fehlt',
    'read-only-disk': 'der Datenträger ist schreibgeschützt',
    'file-in-the-way': 'wo ein Ordner sein soll, liegt eine Datei',
    'folder-missing': 'ein Ordner auf dem Weg dorthin fehlt',
    'disk-error': 'der Datenträger meldet einen Lese- oder Schreibfehler',
    'not-there': 'nicht vorhanden',
    'a-folder': 'das ist ein Ordner',
    'no-folder': 'das ist kein Ordner',
    'no-name': 'ohne Namen',
  },
} as const;
