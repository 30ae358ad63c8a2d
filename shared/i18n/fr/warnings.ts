/** What a person should know although nothing failed, in French. */
export const warnings = {
  // The server and the connection.
  'server-says': 'Le serveur indique : {{text}}',
  'answer-skipped': 'Une réponse du serveur était illisible et a été ignorée : {{reason}}',
  'certificate-expires':
    'Le certificat du serveur expire le {{date}}. Si l’administrateur du serveur ne le renouvelle pas, Mailstow ne s’y connectera plus.',
  'certificate-damaged': 'Un certificat endommagé dans {{folder}} a été ignoré.',
  'certificate-folder-empty': 'Le dossier de certificats {{folder}} ne contient aucun certificat.',
  'file-without-certificate': '{{path}} a été ignoré : il ne contient aucun certificat.',
  'certificate-file-skipped': '{{path}} a été ignoré : {{reason}}.',
  'fewer-connections': 'L’archivage continue avec moins de connexions : {{message}}',
  'fewer-connections-server':
    'L’archivage continue avec moins de connexions : {{message}} Le serveur indique : {{serverText}}',
  // The account and its mailboxes.
  'account-renamed':
    'Le compte était {{held}} sur {{heldHost}} et est désormais {{user}} sur {{host}}. Messages comparés qui sont identiques : {{found, number}} sur {{sampled, number}}.',
  'pattern-unused': 'Aucun dossier ne correspond à « {{pattern}} ».',
  'mailbox-renamed_one':
    '{{count, number}} message de {{mailbox}} se trouvait auparavant dans {{former}} ; son fichier y reste et n’a pas été téléchargé à nouveau.',
  'mailbox-renamed_many':
    '{{count, number}} de messages de {{mailbox}} se trouvaient auparavant dans {{former}} ; leurs fichiers y restent et n’ont pas été téléchargés à nouveau.',
  'mailbox-renamed_other':
    '{{count, number}} messages de {{mailbox}} se trouvaient auparavant dans {{former}} ; leurs fichiers y restent et n’ont pas été téléchargés à nouveau.',
  'messages-unlisted':
    'Le serveur compte plus de messages dans {{mailbox}} ({{onServer, number}}) qu’il n’en indique ({{listed, number}}).',
  'no-lasting-numbers':
    'Le serveur ne donne pas de numérotation durable à {{mailbox}} (UIDVALIDITY 0) : chaque archivage reconnaît donc ses messages à leur contenu.',
  'numbers-reused':
    '{{mailbox}} : sous des numéros déjà archivés (UID {{uids}}), le serveur a maintenant d’autres messages ; il a peut-être été restauré à partir d’une sauvegarde. Ses messages sont archivés aussi, et les fichiers précédents sont conservés sous superseded.',
  'copies-not-recognised':
    '{{mailbox}} : le serveur n’a pas indiqué comment reconnaître les messages de ce dossier ; ceux qui se trouvent aussi dans d’autres dossiers y sont enregistrés à nouveau.',
  'cut-short_one':
    '{{mailbox}} : {{count, number}} message est plus court que le serveur ne l’annonce ; il est enregistré tel qu’il a été envoyé (octets envoyés/annoncés : {{named}}).',
  'cut-short_many':
    '{{mailbox}} : {{count, number}} de messages sont plus courts que le serveur ne l’annonce ; ils sont enregistrés tels qu’ils ont été envoyés (octets envoyés/annoncés : {{named}}).',
  'cut-short_other':
    '{{mailbox}} : {{count, number}} messages sont plus courts que le serveur ne l’annonce ; ils sont enregistrés tels qu’ils ont été envoyés (octets envoyés/annoncés : {{named}}).',
  // Files of the archive.
  'uidvalidity-line-missing':
    '{{mailbox}} : .uidvalidity n’avait plus de ligne pour ce dossier ; elle a été réécrite.',
  'uidvalidity-differs':
    '{{mailbox}} : .uidvalidity indique {{listed}}, le journal {{recorded}} ; Mailstow compare les messages avec ceux du serveur.',
  'journal-unreadable_one':
    '{{count, number}} ligne du journal de {{mailbox}} était illisible ; tous les fichiers ont été vérifiés et conservés.',
  'journal-unreadable_many':
    '{{count, number}} de lignes du journal de {{mailbox}} étaient illisibles ; tous les fichiers ont été vérifiés et conservés.',
  'journal-unreadable_other':
    '{{count, number}} lignes du journal de {{mailbox}} étaient illisibles ; tous les fichiers ont été vérifiés et conservés.',
  'files-added_one':
    '{{mailbox}} : {{count, number}} fichier n’était pas dans le journal ; il a été comparé avec le serveur et ajouté.',
  'files-added_many':
    '{{mailbox}} : {{count, number}} de fichiers n’étaient pas dans le journal ; ils ont été comparés avec le serveur et ajoutés.',
  'files-added_other':
    '{{mailbox}} : {{count, number}} fichiers n’étaient pas dans le journal ; ils ont été comparés avec le serveur et ajoutés.',
  'files-replaced_one':
    '{{mailbox}} : {{count, number}} fichier ne contenait pas ce que dit son nom ; il a été téléchargé à nouveau, et l’ancien contenu est conservé sous superseded.',
  'files-replaced_many':
    '{{mailbox}} : {{count, number}} de fichiers ne contenaient pas ce que dit leur nom ; ils ont été téléchargés à nouveau, et l’ancien contenu est conservé sous superseded.',
  'files-replaced_other':
    '{{mailbox}} : {{count, number}} fichiers ne contenaient pas ce que dit leur nom ; ils ont été téléchargés à nouveau, et l’ancien contenu est conservé sous superseded.',
  'files-lost_one':
    '{{mailbox}} : {{count, number}} fichier a été supprimé ou renommé depuis le dernier archivage ; il a été téléchargé à nouveau.',
  'files-lost_many':
    '{{mailbox}} : {{count, number}} de fichiers ont été supprimés ou renommés depuis le dernier archivage ; ils ont été téléchargés à nouveau.',
  'files-lost_other':
    '{{mailbox}} : {{count, number}} fichiers ont été supprimés ou renommés depuis le dernier archivage ; ils ont été téléchargés à nouveau.',
  'files-changed_one':
    '{{count, number}} fichier de {{mailbox}} a changé depuis son enregistrement : il est téléchargé à nouveau si le serveur a encore le message, et son contenu actuel est conservé dans {{folder}}.',
  'files-changed_many':
    '{{count, number}} de fichiers de {{mailbox}} ont changé depuis leur enregistrement : ils sont téléchargés à nouveau si le serveur a encore les messages, et leur contenu actuel est conservé dans {{folder}}.',
  'files-changed_other':
    '{{count, number}} fichiers de {{mailbox}} ont changé depuis leur enregistrement : ils sont téléchargés à nouveau si le serveur a encore les messages, et leur contenu actuel est conservé dans {{folder}}.',
  'names-refused_one':
    'Une ligne de {{path}} ne vient pas de Mailstow et mènerait hors du dossier prévu dans l’archive ; elle n’est pas utilisée.',
  'names-refused_many':
    '{{count, number}} de lignes de {{path}} ne viennent pas de Mailstow et mèneraient hors du dossier prévu dans l’archive ; elles ne sont pas utilisées.',
  'names-refused_other':
    '{{count, number}} lignes de {{path}} ne viennent pas de Mailstow et mèneraient hors du dossier prévu dans l’archive ; elles ne sont pas utilisées.',
  'names-lost_one':
    '{{count, number}} fichier de message est enregistré sous un nom abrégé ({{name}}), et Mailstow ne sait pas encore de quel dossier du serveur il s’agit ; le prochain archivage de ce dossier le trouvera.',
  'names-lost_many':
    '{{count, number}} de fichiers de messages sont enregistrés sous un nom abrégé ({{name}}), et Mailstow ne sait pas encore de quel dossier du serveur il s’agit ; le prochain archivage de ce dossier le trouvera.',
  'names-lost_other':
    '{{count, number}} fichiers de messages sont enregistrés sous un nom abrégé ({{name}}), et Mailstow ne sait pas encore de quel dossier du serveur il s’agit ; le prochain archivage de ce dossier le trouvera.',
  'more-names-lost_one':
    '{{count, number}} fichier de message est enregistré sous un nom abrégé ({{name}}, autres : {{more, number}}), et Mailstow ne sait pas encore de quel dossier du serveur il s’agit ; le prochain archivage de ce dossier le trouvera.',
  'more-names-lost_many':
    '{{count, number}} de fichiers de messages sont enregistrés sous des noms abrégés ({{name}}, autres : {{more, number}}), et Mailstow ne sait pas encore de quels dossiers du serveur il s’agit ; le prochain archivage de ces dossiers le trouvera.',
  'more-names-lost_other':
    '{{count, number}} fichiers de messages sont enregistrés sous des noms abrégés ({{name}}, autres : {{more, number}}), et Mailstow ne sait pas encore de quels dossiers du serveur il s’agit ; le prochain archivage de ces dossiers le trouvera.',
  'made-private':
    'D’autres utilisateurs de cet ordinateur pouvaient lire les messages dans {{folder}} ; ils ne le peuvent plus (avec --shared-folder, le dossier reste partagé).',
  'names-visible':
    'D’autres utilisateurs de cet ordinateur peuvent voir les noms des fichiers dans {{folder}}, mais pas les messages ; pour cacher aussi les noms, exécutez « chmod 700 » sur ce dossier.',
  'not-in-history': '{{message}} {{nextStep}}',
  // What is kept beside the messages.
  'rows-refused_one':
    'Une ligne de index.csv n’est pas telle que Mailstow les écrit ; elle n’est pas utilisée.',
  'rows-refused_many':
    '{{count, number}} de lignes de index.csv ne sont pas telles que Mailstow les écrit ; elles ne sont pas utilisées.',
  'rows-refused_other':
    '{{count, number}} lignes de index.csv ne sont pas telles que Mailstow les écrit ; elles ne sont pas utilisées.',
  'extras-name-taken':
    'Un dossier de cette archive s’appelle {{folder}} ; index.csv et les dossiers des libellés ont besoin de ce nom et n’ont pas été écrits.',
  'no-hard-links':
    'Ce disque ne connaît pas les liens physiques : les libellés ne peuvent donc pas y être des dossiers ; index.csv indique les libellés de chaque message.',
  'labels-not-linked_one':
    '{{count, number}} message n’est pas dans le dossier d’un de ses libellés : un autre fichier y porte ce nom, ou le disque n’accepte plus de liens.',
  'labels-not-linked_many':
    '{{count, number}} de messages ne sont pas dans le dossier d’un de leurs libellés : un autre fichier y porte ce nom, ou le disque n’accepte plus de liens.',
  'labels-not-linked_other':
    '{{count, number}} messages ne sont pas dans le dossier d’un de leurs libellés : un autre fichier y porte ce nom, ou le disque n’accepte plus de liens.',
  'extras-failed': '{{folder}} n’a pas pu être mis à jour : {{message}}',
  'extras-refused': '{{folder}} n’a pas pu être mis à jour : {{reason}}',
  // Deletion on a POP3 server.
  'server-deletes-at-once':
    'Ce serveur supprime les messages dès qu’ils ont été téléchargés et que la session se termine normalement ; Mailstow la termine autrement, pour qu’ils y restent.',
  'server-deletes_one':
    'Ce serveur supprime de lui-même les messages, {{count, number}} jour après leur arrivée ou leur téléchargement.',
  'server-deletes_many':
    'Ce serveur supprime de lui-même les messages, {{count, number}} de jours après leur arrivée ou leur téléchargement.',
  'server-deletes_other':
    'Ce serveur supprime de lui-même les messages, {{count, number}} jours après leur arrivée ou leur téléchargement.',
  'deletion-put-off_one':
    '{{count, number}} fichier n’est pas tel qu’il a été enregistré ; son message n’a pas été supprimé du serveur, et le prochain archivage le téléchargera à nouveau.',
  'deletion-put-off_many':
    '{{count, number}} de fichiers ne sont pas tels qu’ils ont été enregistrés ; leurs messages n’ont pas été supprimés du serveur, et le prochain archivage les téléchargera à nouveau.',
  'deletion-put-off_other':
    '{{count, number}} fichiers ne sont pas tels qu’ils ont été enregistrés ; leurs messages n’ont pas été supprimés du serveur, et le prochain archivage les téléchargera à nouveau.',
  'deleted-after-a-day_one':
    '{{count, number}} message a été supprimé du serveur, selon votre choix (après 1 jour) ; la liste se trouve dans .mailstow/deleted.jsonl.',
  'deleted-after-a-day_many':
    '{{count, number}} de messages ont été supprimés du serveur, selon votre choix (après 1 jour) ; la liste se trouve dans .mailstow/deleted.jsonl.',
  'deleted-after-a-day_other':
    '{{count, number}} messages ont été supprimés du serveur, selon votre choix (après 1 jour) ; la liste se trouve dans .mailstow/deleted.jsonl.',
  'deleted-after-days_one':
    '{{count, number}} message a été supprimé du serveur, selon votre choix (après {{days, number}} jours) ; la liste se trouve dans .mailstow/deleted.jsonl.',
  'deleted-after-days_many':
    '{{count, number}} de messages ont été supprimés du serveur, selon votre choix (après {{days, number}} jours) ; la liste se trouve dans .mailstow/deleted.jsonl.',
  'deleted-after-days_other':
    '{{count, number}} messages ont été supprimés du serveur, selon votre choix (après {{days, number}} jours) ; la liste se trouve dans .mailstow/deleted.jsonl.',
  'deletion-unclear':
    'Le serveur n’a pas supprimé tous les messages qu’il devait supprimer ({{serverText}}).',
  'deletion-refused_one': 'Le serveur a refusé de supprimer {{count, number}} message.',
  'deletion-refused_many': 'Le serveur a refusé de supprimer {{count, number}} de messages.',
  'deletion-refused_other': 'Le serveur a refusé de supprimer {{count, number}} messages.',
} as const;
