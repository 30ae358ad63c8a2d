/** What a person should know although nothing failed, in German. */
export const warnings = {
  // The server and the connection.
  'server-says': 'Der Server meldet: {{text}}',
  'answer-skipped': 'Eine Antwort des Servers war nicht lesbar und wurde übersprungen: {{reason}}',
  'certificate-expires':
    'Das Zertifikat des Servers läuft am {{date}} ab. Wenn der Betreiber des Servers es nicht erneuert, verbindet sich Mailstow danach nicht mehr.',
  'certificate-damaged': 'Ein beschädigtes Zertifikat in {{folder}} wurde übersprungen.',
  'certificate-folder-empty': 'Der Zertifikatsordner {{folder}} enthält kein Zertifikat.',
  'file-without-certificate': '{{path}} wurde übersprungen: Die Datei enthält kein Zertifikat.',
  'certificate-file-skipped': '{{path}} wurde übersprungen: {{reason}}.',
  'fewer-connections': 'Es geht mit weniger Verbindungen weiter: {{message}}',
  'fewer-connections-server':
    'Es geht mit weniger Verbindungen weiter: {{message}} Der Server meldet: {{serverText}}',
  // The account and its mailboxes.
  'account-renamed':
    'Das Konto war bisher {{held}} auf {{heldHost}} und ist von nun an {{user}} auf {{host}}. Verglichene Nachrichten, die gleich sind: {{found, number}} von {{sampled, number}}.',
  'pattern-unused': 'Kein Ordner passt zu „{{pattern}}“.',
  'mailbox-renamed_one':
    '{{count, number}} Nachricht aus {{mailbox}} war vorher in {{former}}; ihre Datei bleibt dort und wurde nicht noch einmal heruntergeladen.',
  'mailbox-renamed_other':
    '{{count, number}} Nachrichten aus {{mailbox}} waren vorher in {{former}}; ihre Dateien bleiben dort und wurden nicht noch einmal heruntergeladen.',
  'messages-unlisted':
    'Der Server zählt in {{mailbox}} mehr Nachrichten ({{onServer, number}}), als er auflistet ({{listed, number}}).',
  'no-lasting-numbers':
    'Der Server gibt den Nachrichten in {{mailbox}} keine dauerhaften Nummern (UIDVALIDITY 0), darum erkennt jede Archivierung sie an ihrem Inhalt.',
  'numbers-reused':
    '{{mailbox}}: Unter Nummern, die schon archiviert sind (UID {{uids}}), hat der Server jetzt andere Nachrichten; vielleicht wurde er aus einer Sicherung wiederhergestellt. Auch diese Nachrichten werden archiviert, und die früheren Dateien bleiben unter superseded erhalten.',
  'copies-not-recognised':
    '{{mailbox}}: Der Server hat nicht gesagt, woran die Nachrichten dieses Ordners zu erkennen sind. Was auch in anderen Ordnern liegt, wird dort noch einmal gespeichert.',
  'cut-short_one':
    '{{mailbox}}: {{count, number}} Nachricht ist kürzer, als der Server sagt; sie ist gespeichert, wie er sie gesendet hat (Bytes gesendet/angekündigt: {{named}}).',
  'cut-short_other':
    '{{mailbox}}: {{count, number}} Nachrichten sind kürzer, als der Server sagt; sie sind gespeichert, wie er sie gesendet hat (Bytes gesendet/angekündigt: {{named}}).',
  // Files of the archive.
  'uidvalidity-line-missing':
    '{{mailbox}}: In .uidvalidity fehlte die Zeile für diesen Ordner; sie wurde neu geschrieben.',
  'uidvalidity-differs':
    '{{mailbox}}: In .uidvalidity steht {{listed}}, im Journal {{recorded}}; Mailstow vergleicht die Nachrichten mit denen auf dem Server.',
  'journal-unreadable_one':
    '{{count, number}} Zeile im Journal von {{mailbox}} war nicht lesbar; alle Dateien wurden geprüft und behalten.',
  'journal-unreadable_other':
    '{{count, number}} Zeilen im Journal von {{mailbox}} waren nicht lesbar; alle Dateien wurden geprüft und behalten.',
  'files-added_one':
    '{{mailbox}}: {{count, number}} Datei stand nicht im Journal; sie wurde mit dem Server verglichen und aufgenommen.',
  'files-added_other':
    '{{mailbox}}: {{count, number}} Dateien standen nicht im Journal; sie wurden mit dem Server verglichen und aufgenommen.',
  'files-replaced_one':
    '{{mailbox}}: {{count, number}} Datei enthielt etwas anderes, als ihr Name sagt; sie wurde neu heruntergeladen, ihr alter Inhalt bleibt unter superseded erhalten.',
  'files-replaced_other':
    '{{mailbox}}: {{count, number}} Dateien enthielten etwas anderes, als ihr Name sagt; sie wurden neu heruntergeladen, ihr alter Inhalt bleibt unter superseded erhalten.',
  'files-lost_one':
    '{{mailbox}}: {{count, number}} Datei wurde seit der letzten Archivierung gelöscht oder umbenannt; sie wurde neu heruntergeladen.',
  'files-lost_other':
    '{{mailbox}}: {{count, number}} Dateien wurden seit der letzten Archivierung gelöscht oder umbenannt; sie wurden neu heruntergeladen.',
  'files-changed_one':
    '{{count, number}} Datei von {{mailbox}} hat sich geändert, seit sie gespeichert wurde: Wenn der Server die Nachricht noch hat, wird sie neu heruntergeladen; was jetzt in der Datei steht, bleibt in {{folder}} erhalten.',
  'files-changed_other':
    '{{count, number}} Dateien von {{mailbox}} haben sich geändert, seit sie gespeichert wurden: Was der Server noch hat, wird neu heruntergeladen; was jetzt in den Dateien steht, bleibt in {{folder}} erhalten.',
  'names-refused_one':
    'Eine Zeile von {{path}} stammt nicht von Mailstow und würde aus dem Ordner hinausführen, der im Archiv dafür vorgesehen ist; sie wird nicht verwendet.',
  'names-refused_other':
    '{{count, number}} Zeilen von {{path}} stammen nicht von Mailstow und würden aus den Ordnern hinausführen, die im Archiv dafür vorgesehen sind; sie werden nicht verwendet.',
  'names-lost_one':
    '{{count, number}} Nachrichtendatei ist unter einem gekürzten Namen gespeichert ({{name}}), und Mailstow weiß noch nicht, welcher Ordner auf dem Server das ist. Die nächste Archivierung dieses Ordners findet es heraus.',
  'names-lost_other':
    '{{count, number}} Nachrichtendateien sind unter einem gekürzten Namen gespeichert ({{name}}), und Mailstow weiß noch nicht, welcher Ordner auf dem Server das ist. Die nächste Archivierung dieses Ordners findet es heraus.',
  'more-names-lost_one':
    '{{count, number}} Nachrichtendatei ist unter einem gekürzten Namen gespeichert ({{name}}, weitere: {{more, number}}), und Mailstow weiß noch nicht, welcher Ordner auf dem Server das ist. Die nächste Archivierung dieses Ordners findet es heraus.',
  'more-names-lost_other':
    '{{count, number}} Nachrichtendateien sind unter gekürzten Namen gespeichert ({{name}}, weitere: {{more, number}}), und Mailstow weiß noch nicht, welche Ordner auf dem Server das sind. Die nächste Archivierung dieser Ordner findet es heraus.',
  'made-private':
    'Andere Benutzer dieses Computers konnten die E-Mails in {{folder}} lesen; jetzt können sie es nicht mehr (mit --shared-folder bleibt der Ordner für sie lesbar).',
  'names-visible':
    'Andere Benutzer dieses Computers können die Namen der Dateien in {{folder}} sehen, aber nicht die E-Mails. Um auch die Namen zu verbergen, führen Sie „chmod 700“ für diesen Ordner aus.',
  'not-in-history': '{{message}} {{nextStep}}',
  // What is kept beside the messages.
  'rows-refused_one':
    'Eine Zeile von index.csv ist nicht so, wie Mailstow sie schreibt; sie wird nicht verwendet.',
  'rows-refused_other':
    '{{count, number}} Zeilen von index.csv sind nicht so, wie Mailstow sie schreibt; sie werden nicht verwendet.',
  'extras-name-taken':
    'Ein Ordner dieses Archivs heißt {{folder}}. Die Liste index.csv und die Ordner der Labels brauchen diesen Namen und wurden nicht geschrieben.',
  'no-hard-links':
    'Auf diesem Datenträger gibt es keine Hardlinks, darum können Labels hier keine Ordner sein; in index.csv stehen die Labels jeder Nachricht.',
  'labels-not-linked_one':
    '{{count, number}} Nachricht liegt nicht im Ordner eines ihrer Labels: Dort hat eine andere Datei den Namen, oder der Datenträger lässt keine weiteren Links zu.',
  'labels-not-linked_other':
    '{{count, number}} Nachrichten liegen nicht im Ordner eines ihrer Labels: Dort hat eine andere Datei den Namen, oder der Datenträger lässt keine weiteren Links zu.',
  'extras-failed': '{{folder}} ließ sich nicht aktualisieren: {{message}}',
  'extras-refused': '{{folder}} ließ sich nicht aktualisieren: {{reason}}',
  // Deletion on a POP3 server.
  'server-deletes-at-once':
    'Dieser Server löscht Nachrichten, sobald sie heruntergeladen sind und die Sitzung wie üblich endet. Mailstow beendet sie anders, damit die Nachrichten dort bleiben.',
  'server-deletes_one':
    'Dieser Server löscht Nachrichten von selbst, {{count, number}} Tag nachdem sie eingetroffen sind oder heruntergeladen wurden.',
  'server-deletes_other':
    'Dieser Server löscht Nachrichten von selbst, {{count, number}} Tage nachdem sie eingetroffen sind oder heruntergeladen wurden.',
  'deletion-put-off_one':
    '{{count, number}} Datei ist nicht so, wie sie gespeichert wurde; ihre Nachricht wurde auf dem Server nicht gelöscht, und die nächste Archivierung lädt sie neu herunter.',
  'deletion-put-off_other':
    '{{count, number}} Dateien sind nicht so, wie sie gespeichert wurden; ihre Nachrichten wurden auf dem Server nicht gelöscht, und die nächste Archivierung lädt sie neu herunter.',
  'deleted-after-a-day_one':
    '{{count, number}} Nachricht wurde auf dem Server gelöscht, wie Sie es gewählt haben (nach 1 Tag); die Liste steht in .mailstow/deleted.jsonl.',
  'deleted-after-a-day_other':
    '{{count, number}} Nachrichten wurden auf dem Server gelöscht, wie Sie es gewählt haben (nach 1 Tag); die Liste steht in .mailstow/deleted.jsonl.',
  'deleted-after-days_one':
    '{{count, number}} Nachricht wurde auf dem Server gelöscht, wie Sie es gewählt haben (nach {{days, number}} Tagen); die Liste steht in .mailstow/deleted.jsonl.',
  'deleted-after-days_other':
    '{{count, number}} Nachrichten wurden auf dem Server gelöscht, wie Sie es gewählt haben (nach {{days, number}} Tagen); die Liste steht in .mailstow/deleted.jsonl.',
  'deletion-unclear':
    'Der Server hat nicht alle Nachrichten gelöscht, die er löschen sollte ({{serverText}}).',
  'deletion-refused_one': 'Der Server hat es abgelehnt, {{count, number}} Nachricht zu löschen.',
  'deletion-refused_other':
    'Der Server hat es abgelehnt, {{count, number}} Nachrichten zu löschen.',
} as const;
