/** What went wrong, in French. */
export const failures = {
  /** One for each code of shared/model/failure-codes.ts: what happened, and what the person can do about it. */
  codes: {
    // Command line, which speaks English alone.
    'wrong-command-line': { message: '{{problem}}', nextStep: '{{advice}}' },
    'credentials-file-unusable': {
      message: '{{problem}}.',
      nextStep: 'Le fichier contient deux lignes : username = NOM et password = MOT DE PASSE.',
    },
    'variable-without-password': {
      message: 'La variable d’environnement {{name}} est vide ou non définie.',
      nextStep:
        'Définissez {{name}}, ou omettez cette option et saisissez le mot de passe quand il est demandé.',
    },
    'no-terminal-for-password': {
      message: 'Mailstow ne peut pas demander votre mot de passe : il n’y a pas de terminal.',
      nextStep:
        'Utilisez --password-variable NOM, --password-command COMMANDE ou --auth-file FICHIER, ou enregistrez-le une fois : mailstow sign-in COMPTE',
    },
    'terminal-gone': {
      message: 'Le terminal a été fermé.',
      nextStep: 'Utilisez --auth-file FICHIER ou --password-variable NOM.',
    },
    'no-password-typed': {
      message: 'Vous n’avez pas saisi de mot de passe.',
      nextStep: 'Réessayez, ou utilisez --auth-file FICHIER ou --password-variable NOM.',
    },
    'stopped-at-password': {
      message: 'Vous avez arrêté avant de saisir le mot de passe.',
      nextStep: 'Rien n’a été modifié.',
    },
    'password-command-failed': {
      message: '{{program}} n’a pas donné de mot de passe : {{problem}}.',
      nextStep: 'Lancez-le à la main. Il doit écrire le mot de passe sur sa première ligne.',
    },
    'keyring-locked': {
      message: 'Le trousseau de votre système est verrouillé.',
      nextStep:
        'Déverrouillez-le et réessayez. Pour des archivages sans lui, connectez-vous une fois de plus avec --vault-password-file FICHIER pendant qu’il est déverrouillé.',
    },
    'keyring-not-here': {
      message: 'Le trousseau de votre système n’est pas accessible d’ici.',
      nextStep:
        'Lancez la commande dans votre session de bureau. Pour des archivages sans lui, connectez-vous-y une fois de plus avec --vault-password-file FICHIER.',
    },
    'keyring-without-key': {
      message: 'Le trousseau de votre système n’a plus la clé de vos connexions enregistrées.',
      nextStep: 'Connectez-vous de nouveau : mailstow sign-in COMPTE',
    },
    'vault-password-needed': {
      message:
        'Vos connexions enregistrées demandent un mot de passe, et il n’y a pas de terminal pour le saisir.',
      nextStep: 'Utilisez --vault-password-variable NOM ou --vault-password-file FICHIER.',
    },
    'vault-password-wrong': {
      message: 'Ce mot de passe n’ouvre pas vos connexions enregistrées.',
      nextStep:
        'Utilisez le bon. S’il est perdu, supprimez {{folder}} et connectez-vous de nouveau.',
    },
    'vault-without-password': {
      message:
        'Vos connexions enregistrées n’ont pas de mot de passe ; le trousseau de votre système les ouvre.',
      nextStep:
        'Omettez l’option --vault-password, ou connectez-vous une fois de plus avec elle pour en définir un.',
    },
    'vault-password-file-open': {
      message:
        'D’autres utilisateurs de cet ordinateur peuvent lire {{path}}, qui n’a donc pas été utilisé.',
      nextStep: 'Exécutez : chmod 600 {{path}}',
    },
    'vault-password-file-unusable': {
      message: '{{problem}}.',
      nextStep:
        'La première ligne du fichier doit être le mot de passe de vos connexions enregistrées.',
    },
    'vault-damaged': {
      message:
        '{{path}} est endommagé : Mailstow ne peut pas lire la connexion qui y est enregistrée.',
      nextStep: 'Supprimez ce fichier, puis connectez-vous de nouveau : mailstow sign-in COMPTE',
    },
    'vault-of-later-version': {
      message:
        'Vos connexions enregistrées ont été écrites par une version plus récente de Mailstow.',
      nextStep: 'Installez cette version ou une version plus récente.',
    },
    'saved-sign-in-unreadable': {
      message:
        'La connexion enregistrée de {{user}} sur {{host}} ne peut pas être ouverte : elle a été modifiée, ou sa clé remplacée.',
      nextStep: 'Connectez-vous de nouveau : mailstow sign-in COMPTE',
    },
    'saved-sign-in-ended': {
      message: 'La connexion enregistrée de {{user}} n’est plus acceptée.',
      nextStep: 'Connectez-vous de nouveau : {{command}}',
    },
    'saved-password-refused': {
      message: 'Le serveur a refusé le mot de passe enregistré de {{user}}.',
      nextStep: 'S’il a changé, enregistrez le nouveau : {{command}}',
    },
    'no-saved-sign-in': {
      message: 'Aucune connexion n’est enregistrée pour {{account}}.',
      nextStep: 'Pour en créer une : mailstow sign-in COMPTE',
    },
    'client-id-needed-here': {
      message:
        'Cette version de Mailstow n’a pas encore d’identifiant client pour {{provider}}, et {{provider}} n’accepte pas de mots de passe.',
      nextStep:
        'Obtenez votre propre identifiant client auprès de {{from}}, puis ajoutez --client-id ID.',
    },
    'client-id-or-password-needed': {
      message: 'Cette version de Mailstow n’a pas encore d’identifiant client pour {{provider}}.',
      nextStep:
        'Enregistrez un mot de passe d’application avec --password, ou obtenez votre propre identifiant client auprès de {{from}} et ajoutez --client-id ID.',
    },
    'signed-in-as-other-here': {
      message:
        'Vous vous êtes connecté en tant que {{found}}, et non {{wanted}}. Rien n’a été enregistré.',
      nextStep:
        'Connectez-vous de nouveau en tant que {{wanted}}. Si c’est un autre nom de la même boîte, ajoutez --as {{found}}.',
    },
    'no-report-in-folder': {
      message: 'Le dossier {{folder}} ne contient aucun rapport d’exhaustivité.',
      nextStep:
        'Archivez dans ce dossier avec « mailstow archive » ; chaque archivage laisse un rapport.',
    },
    'no-good-report-in-folder': {
      message: 'Le dossier {{folder}} ne contient aucun rapport d’un archivage complet.',
      nextStep:
        'Archivez dans ce dossier avec « mailstow archive » ; chaque archivage laisse un rapport.',
    },
    'no-such-attachment': {
      message: 'Ce message n’a pas de pièce jointe {{number}} ; il en a {{attachments}}.',
      nextStep: 'Affichez-les sans --attachment.',
    },
    'verification-stopped': {
      message: 'Vous avez arrêté la vérification.',
      nextStep: 'Rien n’a été modifié. Relancez-la pour tout vérifier.',
    },
    'no-server-found': {
      message: 'Aucun serveur de messagerie n’a été trouvé pour {{domain}}.',
      nextStep: 'Demandez à votre fournisseur le nom de son serveur IMAP et utilisez --server.',
    },
    'provider-without-imap': {
      message:
        '{{provider}} ne propose ni IMAP ni POP3 : Mailstow ne peut donc pas archiver ces messages.',
      nextStep:
        'Si un autre programme de cet ordinateur donne accès à ces messages par IMAP, utilisez --server.',
    },
    'search-stopped': {
      message: 'Vous avez arrêté la recherche.',
      nextStep: 'Rien n’a été modifié.',
    },
    // Folders and files on the disk. `failed-…` say why in {{reason}}.
    'disk-full-using-folder': {
      message: 'Le disque est plein : Mailstow n’a pas pu utiliser le dossier {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-using-folder': {
      message: 'Mailstow n’a pas pu utiliser le dossier {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-keeping-report': {
      message:
        'Le disque est plein : Mailstow n’a pas pu enregistrer le rapport d’exhaustivité dans {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-keeping-report': {
      message:
        'Mailstow n’a pas pu enregistrer le rapport d’exhaustivité dans {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-keeping-history': {
      message: 'Le disque est plein : Mailstow n’a pas pu compléter l’historique dans {{path}}.',
      nextStep:
        'Libérez de l’espace. Les messages sont enregistrés ; seule une ligne de l’historique manque.',
    },
    'failed-keeping-history': {
      message: 'Mailstow n’a pas pu compléter l’historique dans {{path}} : {{reason}}.',
      nextStep:
        'Autorisez l’écriture dans ce dossier. Les messages sont enregistrés ; seule une ligne de l’historique manque.',
    },
    'disk-full-writing-journal': {
      message: 'Le disque est plein : Mailstow n’a pas pu écrire son journal dans {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-writing-journal': {
      message: 'Mailstow n’a pas pu écrire son journal dans {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-storing-messages': {
      message:
        'Le disque est plein : Mailstow n’a pas pu enregistrer les messages dans le dossier.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-storing-messages': {
      message: 'Mailstow n’a pas pu enregistrer les messages dans le dossier : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-keeping-raw-bytes': {
      message:
        'Le disque est plein : Mailstow n’a pas pu enregistrer les données brutes d’un message dans {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-keeping-raw-bytes': {
      message:
        'Mailstow n’a pas pu enregistrer les données brutes d’un message dans {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-keeping-server-state': {
      message:
        'Le disque est plein : Mailstow n’a pas pu enregistrer l’état du serveur dans {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-keeping-server-state': {
      message: 'Mailstow n’a pas pu enregistrer l’état du serveur dans {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-planning-renames': {
      message:
        'Le disque est plein : Mailstow n’a pas pu préparer le renommage des messages enregistrés dans {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-planning-renames': {
      message:
        'Mailstow n’a pas pu préparer le renommage des messages enregistrés dans {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-renaming-messages': {
      message:
        'Le disque est plein : Mailstow n’a pas pu renommer les messages enregistrés dans {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-renaming-messages': {
      message: 'Mailstow n’a pas pu renommer les messages enregistrés dans {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-writing-file': {
      message: 'Le disque est plein : Mailstow n’a pas pu écrire {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-writing-file': {
      message: 'Mailstow n’a pas pu écrire {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-reading': {
      message: 'Le disque est plein : Mailstow n’a pas pu lire {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-reading': {
      message: 'Mailstow n’a pas pu lire {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-making-folder': {
      message: 'Le disque est plein : Mailstow n’a pas pu créer le dossier {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-making-folder': {
      message: 'Mailstow n’a pas pu créer le dossier {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-looking-into-folder': {
      message: 'Le disque est plein : Mailstow n’a pas pu lire le contenu de {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-looking-into-folder': {
      message: 'Mailstow n’a pas pu lire le contenu de {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-saving-profile': {
      message: 'Le disque est plein : Mailstow n’a pas pu enregistrer le profil {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-saving-profile': {
      message: 'Mailstow n’a pas pu enregistrer le profil {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'disk-full-removing-profile': {
      message: 'Le disque est plein : Mailstow n’a pas pu supprimer le profil {{path}}.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'failed-removing-profile': {
      message: 'Mailstow n’a pas pu supprimer le profil {{path}} : {{reason}}.',
      nextStep:
        'Choisissez un autre dossier, ou autorisez l’écriture dans celui-ci, puis réessayez.',
    },
    'path-too-long': {
      message: 'Le chemin d’un fichier est trop long pour ce disque.',
      nextStep:
        'Placez l’archive dans un dossier plus proche de la racine du disque, puis réessayez.',
    },
    'disk-full-listing-messages': {
      message: 'Le disque est plein : la liste des messages de {{folder}} n’est pas complète.',
      nextStep: 'Libérez de l’espace et rouvrez la liste ; les messages eux-mêmes sont conservés.',
    },
    'list-not-updated': {
      message: 'La liste des messages de {{folder}} ne peut pas être mise à jour.',
      nextStep:
        'Rouvrez-la plus tard ; les messages eux-mêmes sont conservés dans ce dossier sous forme de fichiers.',
    },
    'disk-full-indexing': {
      message: 'Le disque est plein : l’index de recherche de {{folder}} n’est pas complet.',
      nextStep:
        'Libérez de l’espace et relancez la recherche ; les messages eux-mêmes sont conservés.',
    },
    'index-not-made': {
      message: 'L’index de recherche de {{folder}} ne peut pas être mis à jour.',
      nextStep:
        'Relancez la recherche plus tard ; les messages eux-mêmes sont conservés dans ce dossier sous forme de fichiers.',
    },
    'link-in-archive': {
      message: '{{path}} est un lien ; Mailstow ne suit aucun lien à l’intérieur d’une archive.',
      nextStep: 'Supprimez le lien, ou remplacez-le par ce vers quoi il mène, puis réessayez.',
    },
    'not-a-regular-file': {
      message: '{{path}} n’est pas un fichier ordinaire, Mailstow ne l’ouvre donc pas.',
      nextStep: 'Déplacez-le hors de l’archive ou supprimez-le, puis réessayez.',
    },
    'not-a-file': {
      message: '{{path}} existe déjà et n’est pas un fichier.',
      nextStep: 'Choisissez un autre nom de fichier.',
    },
    'path-gone': {
      message: '{{path}} n’existe plus.',
      nextStep: 'Vérifiez si le dossier a été déplacé et si son disque est connecté.',
    },
    'file-not-opened': {
      message: 'Impossible d’ouvrir {{name}} : {{reason}}',
      nextStep: 'Enregistrez le fichier et ouvrez-le avec un programme adapté.',
    },
    'folder-not-allowed': {
      message: '{{path}} se trouve hors des dossiers que Mailstow peut utiliser ici.',
      nextStep:
        'Choisissez un dossier à l’intérieur de ceux-ci, ou démarrez Mailstow avec un autre --folder.',
    },
    'bad-folder-name': {
      message: '« {{name}} » ne peut pas servir de nom de dossier.',
      nextStep: 'Choisissez un nom sans barre oblique.',
    },
    // The archive.
    'other-account': {
      message:
        '{{folder}} contient déjà l’archive de {{held}} sur {{heldHost}}, et non celle de {{user}} sur {{host}}.',
      nextStep: 'Choisissez un autre dossier, pour ne pas mélanger les deux comptes.',
    },
    'archive-of-other-protocol': {
      message:
        'L’archive de {{folder}} a été créée par {{held}} ; {{wanted}} ne peut donc rien y ajouter.',
      nextStep: 'Utilisez {{held}} pour ce dossier, ou choisissez-en un autre.',
    },
    'account-not-recognised': {
      message:
        '{{folder}} contient l’archive de {{held}} sur {{heldHost}}, et {{user}} sur {{host}} n’a pas les mêmes messages.',
      nextStep:
        'Choisissez un autre dossier, pour ne pas mélanger les deux comptes. Si le transfert vers le nouveau serveur n’est pas terminé, réessayez une fois que tout est arrivé.',
    },
    'account-may-have-moved': {
      message:
        '{{folder}} contient l’archive de {{held}} sur {{heldHost}}. {{user}} sur {{host}} a les mêmes messages : le compte a peut-être déménagé.',
      nextStep:
        'Si c’est le cas, confirmez-le et relancez l’archivage (dans un terminal, ajoutez --moved) : rien n’est téléchargé deux fois. Sinon, choisissez un autre dossier.',
    },
    'no-archive': {
      message: 'Aucune archive Mailstow n’a été trouvée dans {{folder}}.',
      nextStep: 'A-t-elle été déplacée ? Choisissez le dossier dans lequel vous avez archivé.',
    },
    'archive-folder-missing': {
      message: 'L’archive qui se trouvait dans {{folder}} n’y est plus.',
      nextStep:
        'Si vous l’avez déplacée, indiquez à Mailstow où elle est maintenant. Si son disque n’est pas branché, branchez-le et réessayez.',
    },
    'archive-of-profile-missing': {
      message:
        'L’archive qui se trouvait dans {{folder}} n’y est plus ; Mailstow n’en a pas commencé de nouvelle.',
      nextStep:
        'Branchez son disque et réessayez, ou lancez « mailstow profile move {{name}} DOSSIER » si vous l’avez déplacée. Avec --new-archive, tout est téléchargé à nouveau.',
    },
    'folder-silent': {
      message: 'Le disque de {{folder}} ne répond pas.',
      nextStep: 'Vérifiez que le disque ou le lecteur réseau est connecté, puis réessayez.',
    },
    'archive-of-later-version': {
      message:
        'L’archive de {{folder}} a été créée par une version plus récente de Mailstow ; cette version peut la lire, mais pas y ajouter de messages.',
      nextStep: 'Installez la dernière version, puis archivez à nouveau. Rien n’a été modifié.',
    },
    'bad-extension': {
      message: '« {{extension}} » ne peut pas être l’extension des fichiers de messages.',
      nextStep: 'Indiquez un point suivi de lettres ou de chiffres, par exemple .txt ou .eml.',
    },
    'folder-in-use': {
      message: 'Le dossier {{folder}} est utilisé par un autre archivage.',
      nextStep: 'Attendez qu’il soit terminé, ou arrêtez-le, puis relancez celui-ci.',
    },
    'folder-in-use-by-process': {
      message:
        'Le dossier {{folder}} est utilisé par le processus {{pid}} sur {{host}} depuis {{since}} UTC.',
      nextStep: 'Attendez que cet archivage soit terminé, ou arrêtez-le, puis relancez le vôtre.',
    },
    'starting-already': {
      message: 'L’archivage de ce compte est déjà en train de démarrer.',
      nextStep: 'Patientez un instant.',
    },
    'damaged-plan': {
      message:
        'Le fichier {{path}}, qui indique comment achever un changement d’UIDVALIDITY, est endommagé.',
      nextStep:
        'Supprimez-le, puis archivez à nouveau : le dossier sera de nouveau comparé avec le serveur.',
    },
    'uidvalidity-file-vanished': {
      message: 'Le fichier {{path}} a disparu pendant son utilisation.',
      nextStep: 'Archivez à nouveau ; les messages eux-mêmes sont toujours là.',
    },
    'uidvalidity-file-unreadable': {
      message: 'Impossible de lire le fichier {{path}} ({{reason}}).',
      nextStep: 'Rendez ce fichier lisible, puis archivez à nouveau.',
    },
    'uidvalidity-line-malformed': {
      message: 'La ligne {{line}} de {{path}} n’a pas la forme NOM=NOMBRE : « {{text}} ».',
      nextStep:
        'Corrigez ou supprimez cette ligne ; Mailstow n’écrase jamais un fichier qu’il ne peut pas lire.',
    },
    'uidvalidity-number-too-large': {
      message:
        'La ligne {{line}} de {{path}} contient un nombre supérieur à {{largest}} : « {{text}} ».',
      nextStep:
        'Corrigez ou supprimez cette ligne ; Mailstow n’écrase jamais un fichier qu’il ne peut pas lire.',
    },
    'uidvalidity-mailbox-twice': {
      message:
        'La ligne {{line}} de {{path}} donne une seconde valeur à un dossier : « {{text}} ».',
      nextStep:
        'Corrigez ou supprimez cette ligne ; Mailstow n’écrase jamais un fichier qu’il ne peut pas lire.',
    },
    'uidvalidity-line-not-utf8': {
      message: 'La ligne {{line}} de {{path}} n’est pas en UTF-8 : « {{text}} ».',
      nextStep:
        'Corrigez ou supprimez cette ligne ; Mailstow n’écrase jamais un fichier qu’il ne peut pas lire.',
    },
    'superseded-not-removed': {
      message: 'Les messages remplacés de {{mailbox}} n’ont pas tous pu être supprimés.',
      nextStep: 'Supprimez vous-même le dossier {{folder}}, puis archivez à nouveau.',
    },
    'message-file-unreadable': {
      message:
        'Impossible de lire le fichier de ce message : il a été déplacé, renommé ou supprimé.',
      nextStep:
        'Archivez à nouveau : si le message est encore sur le serveur, il sera retéléchargé.',
    },
    'not-a-message-file': {
      message:
        '{{path}} n’est pas le fichier d’un message, mais un dossier, un lien, un tube ou un périphérique.',
      nextStep: 'Indiquez le fichier d’un message.',
    },
    'part-no-longer-read': {
      message: 'Cette partie du message n’est plus en cours de lecture.',
      nextStep: 'Rouvrez le message.',
    },
    'opened-file-unreadable': {
      message:
        'Impossible de lire {{path}} : le fichier n’est plus là, ou vous n’avez pas le droit de le lire.',
      nextStep: 'Cherchez où se trouve le fichier maintenant et ouvrez-le à cet endroit.',
    },
    'message-gone': {
      message: 'Ce message n’est plus dans l’archive.',
      nextStep: 'Consultez à nouveau la liste ; elle montre ce qui s’y trouve maintenant.',
    },
    'attachment-gone': {
      message: 'Cette pièce jointe n’est plus dans l’archive.',
      nextStep: 'Consultez à nouveau la liste ; elle montre ce qui s’y trouve maintenant.',
    },
    // One run.
    'run-stopped': {
      message: 'Vous avez arrêté l’archivage.',
      nextStep:
        'Tout ce qui a été enregistré jusqu’ici est conservé. Le prochain archivage reprendra à cet endroit.',
    },
    'work-stopped': {
      message: 'Vous avez arrêté l’opération avant la fin.',
      nextStep: 'Relancez-la pour continuer là où elle s’est arrêtée.',
    },
    'mailbox-line-unreadable': {
      message:
        'Un dossier n’a pas été archivé : ce que le serveur indique à son sujet est illisible.',
      nextStep:
        'Tous les autres dossiers sont archivés. Transmettez à l’administrateur du serveur ce que dit le serveur.',
    },
    'no-mailboxes': {
      message: 'Le serveur n’indique aucun dossier qui puisse être ouvert.',
      nextStep: 'Cela peut être passager : réessayez dans quelques minutes. Rien n’a été modifié.',
    },
    'no-mailbox-fits': {
      message: 'Aucun dossier ne correspond à votre choix.',
      nextStep: 'Vérifiez quels dossiers vous avez inclus et exclus.',
    },
    'no-uidvalidity': {
      message:
        'Le serveur n’indique pas selon quelle numérotation (UIDVALIDITY) il compte les messages de {{mailbox}}.',
      nextStep:
        'Sans elle, il serait impossible de distinguer les messages plus tard ; adressez-vous à l’administrateur du serveur.',
    },
    'bad-uidvalidity': {
      message:
        'Le serveur donne à {{mailbox}} une numérotation (UIDVALIDITY) qui n’est pas valable : {{number}}.',
      nextStep:
        'Sans elle, il serait impossible de distinguer les messages plus tard ; adressez-vous à l’administrateur du serveur.',
    },
    'mailbox-renumbered': {
      message:
        'Le serveur a renuméroté {{mailbox}} : on ne peut pas encore dire lesquels de ses messages sont archivés.',
      nextStep: 'Archivez le compte, puis cherchez à nouveau.',
    },
    'renumbered-during-run': {
      message: 'Le serveur a renuméroté {{mailbox}} pendant l’archivage.',
      nextStep: 'Archivez à nouveau ; tout ce qui a été enregistré est conservé.',
    },
    'account-held-back': {
      message: 'Le serveur limite ce compte et attendre n’a rien changé.',
      nextStep:
        'Archivez à nouveau plus tard, demain chez certains fournisseurs ; tout ce qui a été enregistré est conservé.',
    },
    'messages-not-named': {
      message: 'Le serveur dit que {{mailbox}} contient des messages, mais n’en indique aucun.',
      nextStep:
        'Réessayez plus tard. Si le problème persiste, signalez-le à l’administrateur du serveur.',
    },
    'message-without-content': {
      message: 'Le serveur a envoyé le message sans son contenu.',
      nextStep:
        'Tous les autres messages sont enregistrés. Archivez à nouveau pour réessayer avec celui-ci.',
    },
    'message-refused': {
      message: 'Le serveur a refusé d’envoyer le message.',
      nextStep:
        'Tous les autres messages sont enregistrés. Archivez à nouveau pour réessayer avec celui-ci.',
    },
    'message-not-sent': {
      message: 'Le serveur répond OK mais n’envoie pas le message.',
      nextStep:
        'Tous les autres messages sont enregistrés. Archivez à nouveau pour réessayer avec celui-ci.',
    },
    'message-breaks-connection': {
      message: 'La connexion s’est coupée chaque fois que le serveur devait envoyer le message.',
      nextStep:
        'Tous les autres messages sont enregistrés. Archivez à nouveau pour réessayer avec celui-ci.',
    },
    'message-too-large-for-disk': {
      message:
        'Le message est plus gros que tout fichier que le disque de l’archive peut contenir.',
      nextStep:
        'Tous les autres messages sont enregistrés. Pour conserver aussi celui-ci, placez l’archive sur un disque qui accepte des fichiers plus gros (pas FAT32).',
    },
    'message-larger-than-space': {
      message:
        'Le serveur annonce {{size}} octets pour le message, plus que la place disponible sur le disque de l’archive.',
      nextStep:
        'Tous les autres messages sont enregistrés. Archivez à nouveau pour réessayer avec celui-ci.',
    },
    'message-larger-than-any': {
      message: 'Le serveur annonce {{size}} octets pour le message, plus que n’en a aucun message.',
      nextStep:
        'Tous les autres messages sont enregistrés. Archivez à nouveau pour réessayer avec celui-ci.',
    },
    'announced-more-than-space': {
      message:
        'Le serveur annonce {{size}} octets pour le message, plus que la place disponible sur le disque de l’archive.',
      nextStep:
        'Réessayez. Si cela se reproduit, le serveur ou un proxy placé devant lui est en cause.',
    },
    'announced-more-than-any': {
      message: 'Le serveur annonce {{size}} octets pour le message, plus que n’en a aucun message.',
      nextStep:
        'Réessayez. Si cela se reproduit, le serveur ou un proxy placé devant lui est en cause.',
    },
    // What the server answers.
    'no-capabilities': {
      message: 'Le serveur a répondu OK à CAPABILITY, mais sans indiquer ses capacités.',
      nextStep: 'Réessayez. Si cela se reproduit, signalez-le à l’administrateur du serveur.',
    },
    'no-namespaces': {
      message: 'Le serveur a répondu OK à NAMESPACE, mais sans indiquer ses espaces de noms.',
      nextStep: 'Réessayez. Si cela se reproduit, signalez-le à l’administrateur du serveur.',
    },
    'no-message-count': {
      message: 'Le serveur a répondu OK à {{command}}, mais sans indiquer le nombre de messages.',
      nextStep: 'Réessayez. Si cela se reproduit, signalez-le à l’administrateur du serveur.',
    },
    'no-mailbox-status': {
      message: 'Le serveur a répondu OK à STATUS, mais sans rien indiquer sur le dossier.',
      nextStep: 'Réessayez. Si cela se reproduit, signalez-le à l’administrateur du serveur.',
    },
    'no-search-result': {
      message: 'Le serveur a répondu OK à SEARCH, mais sans indiquer ce qu’il a trouvé.',
      nextStep: 'Réessayez. Si cela se reproduit, signalez-le à l’administrateur du serveur.',
    },
    'too-many-mailboxes': {
      message: 'Le serveur indique plus de {{limit}} dossiers.',
      nextStep:
        'Précisez les dossiers à archiver ; s’il n’y en a pas autant, le serveur est en cause.',
    },
    'no-answer': {
      message: 'Le serveur n’a pas répondu à {{command}} en {{seconds}} secondes.',
      nextStep: 'Réessayez. Rien n’est téléchargé deux fois.',
    },
    'server-search-too-long': {
      message: 'La recherche sur le serveur a duré plus de {{seconds}} secondes et a été arrêtée.',
      nextStep: 'Réessayez, ou affinez la recherche.',
    },
    'server-fell-silent': {
      message:
        'Le serveur ne donne plus signe de vie : rien n’est arrivé pendant {{seconds}} secondes.',
      nextStep: 'Réessayez. Rien n’est téléchargé deux fois.',
    },
    'endless-answer': {
      message: 'Le serveur envoie des données sans fin et ne répond jamais à {{command}}.',
      nextStep:
        'Réessayez. Si le problème persiste, le serveur ou un proxy placé devant lui est en cause.',
    },
    'greeting-of-pop3': {
      message: 'Ce serveur propose le courrier par POP3, pas par IMAP.',
      nextStep:
        'Récupérez la boîte de réception seule, par POP3 (en ligne de commande : --protocol pop3), ou demandez à votre fournisseur le serveur et le port d’IMAP.',
    },
    'greeting-of-imap': {
      message: 'Ce serveur propose le courrier par IMAP, pas par POP3.',
      nextStep:
        'Récupérez tous les dossiers, par IMAP, ou demandez à votre fournisseur le serveur et le port de POP3.',
    },
    'not-a-pop3-greeting': {
      message: 'Ce serveur ne semble pas être un serveur POP3.',
      nextStep: 'Vérifiez le nom du serveur, le port, et si ce port exige TLS dès le début.',
    },
    'maildrop-in-use': {
      message:
        'Un autre programme utilise cette boîte en ce moment, et POP3 n’en admet qu’un à la fois.',
      nextStep: 'Fermez l’autre logiciel de messagerie, ou réessayez dans quelques minutes.',
    },
    'maildrop-unavailable': {
      message: 'Le serveur ne peut pas ouvrir la boîte.',
      nextStep:
        'Lisez ce que dit le serveur. Réessayez plus tard, ou demandez à votre fournisseur.',
    },
    'new-connection-wanted': {
      message: 'Le serveur demande une nouvelle connexion avant d’envoyer certains messages.',
      nextStep: 'Réessayez. Rien n’est téléchargé deux fois.',
    },
    'top-not-offered': {
      message: 'Ce serveur ne peut pas envoyer l’en-tête d’un message seul.',
      nextStep: 'Archivez les messages entiers, ou utilisez IMAP si votre fournisseur le propose.',
    },
    'not-by-pop3': {
      message: 'POP3 ne permet pas cela : {{option}}.',
      nextStep: 'N’utilisez pas cette option, ou utilisez IMAP si votre fournisseur le propose.',
    },
    'not-a-greeting': {
      message: 'Ce serveur ne semble pas être un serveur IMAP.',
      nextStep: 'Vérifiez le nom du serveur, le port, et si ce port exige TLS dès le début.',
    },
    'turned-away': {
      message: 'Le serveur a rejeté la connexion.',
      nextStep: 'Lisez ce que dit le serveur ; il suffit souvent de réessayer plus tard.',
    },
    'answer-without-command': {
      message: 'Le serveur a envoyé une réponse que Mailstow n’a pas demandée.',
      nextStep:
        'Réessayez. Si le problème persiste, le serveur ou un proxy placé devant lui est en cause.',
    },
    'unreadable-answer': {
      message: 'La réponse du serveur à {{command}} est illisible : {{reason}}.',
      nextStep:
        'Réessayez. Si le problème persiste, le serveur ou un proxy placé devant lui est en cause.',
    },
    'bytes-before-encryption': {
      message: 'Des données ont été envoyées avant que la connexion soit chiffrée (STARTTLS).',
      nextStep:
        'Quelqu’un manipule peut-être la connexion ; essayez un autre réseau, ou TLS dès le début.',
    },
    'command-refused': {
      message: 'Le serveur a refusé la commande {{command}}.',
      nextStep: 'Lisez ce que dit le serveur ; il suffit souvent de réessayer plus tard.',
    },
    'mailbox-refused': {
      message: 'Le serveur a refusé d’ouvrir le dossier {{mailbox}}.',
      nextStep: 'Vérifiez le nom du dossier et lisez ce que dit le serveur.',
    },
    'mailbox-missing': {
      message: 'Le dossier « {{mailbox}} » n’existe pas.',
      nextStep: 'Vérifiez le nom du dossier.',
    },
    'mailbox-deleted': {
      message: 'Le dossier {{mailbox}} a été supprimé du serveur pendant l’archivage.',
      nextStep:
        'Tout ce qui a été enregistré est conservé ; rien d’autre ne peut en être téléchargé.',
    },
    'new-mailbox-without-name': {
      message: 'Un dossier a besoin d’un nom.',
      nextStep: 'Saisissez-en un.',
    },
    'new-mailbox-with-control': {
      message: 'Le nom contient un caractère invisible, comme un saut de ligne ou une tabulation.',
      nextStep: 'Saisissez de nouveau le nom sans ce caractère.',
    },
    'new-mailbox-with-empty-level': {
      message: 'Dans « {{name}} », il manque le nom d’un niveau.',
      nextStep: 'Donnez un nom à chaque niveau, sans séparateur au début ni à la fin.',
    },
    'new-mailbox-with-separator': {
      message:
        '« {{name}} » contient « {{delimiter}} », qui sépare sur ce serveur un dossier de ceux qu’il contient.',
      nextStep: 'Retirez ce caractère, ou créez un dossier dans un autre.',
    },
    'new-mailbox-reserved': {
      message:
        '« {{name}} » ne peut pas être le nom d’un nouveau dossier : ce nom a un sens particulier.',
      nextStep: 'Choisissez un autre nom.',
    },
    'new-mailbox-too-long': {
      message:
        'Le nom est trop long : {{bytes}} octets. Les serveurs en acceptent {{longest}} au plus.',
      nextStep:
        'Choisissez un nom plus court. Les lettres accentuées prennent plus de place que les autres, et les autres écritures encore plus.',
    },
    'mailboxes-without-levels': {
      message: 'Ce serveur n’a pas de dossiers dans les dossiers.',
      nextStep: 'Créez-le à côté des autres.',
    },
    'mailbox-exists': {
      message: 'Il y a déjà un dossier nommé « {{mailbox}} ».',
      nextStep: 'Choisissez un autre nom.',
    },
    'mailbox-change-refused': {
      message: 'Le serveur a refusé de modifier « {{mailbox}} ».',
      nextStep: 'Lisez ce que dit le serveur. Rien n’a été modifié.',
    },
    'inbox-stays': {
      message: 'La boîte de réception ne peut être ni renommée ni supprimée.',
      nextStep: 'Archivez-la, ou déplacez ses messages dans votre logiciel de messagerie.',
    },
    'special-mailbox-stays': {
      message:
        '« {{mailbox}} » est un des dossiers dont dépendent les logiciels de messagerie : Mailstow ne le renomme pas et ne le supprime pas.',
      nextStep: 'S’il le faut, passez par la page de votre fournisseur.',
    },
    'mailbox-has-children': {
      message: '« {{mailbox}} » contient d’autres dossiers.',
      nextStep: 'Supprimez-les d’abord, un par un.',
    },
    'mailbox-into-itself': {
      message: '« {{mailbox}} » ne peut pas être déplacé dans lui-même.',
      nextStep: 'Choisissez un autre endroit.',
    },
    'mailbox-not-archived': {
      message:
        '« {{mailbox}} » n’a pas été supprimé. Messages qui ne sont pas en sûreté dans l’archive : {{missing}} sur {{messages}}.',
      nextStep: 'Archivez le compte, puis supprimez le dossier.',
    },
    'mailbox-changed-meanwhile': {
      message: '« {{mailbox}} » n’a pas été supprimé, car quelque chose y a changé entre-temps.',
      nextStep: 'Regardez-le de nouveau, puis supprimez-le.',
    },
    'starttls-refused': {
      message: 'Le serveur a refusé de chiffrer la connexion avec STARTTLS.',
      nextStep: 'Utilisez TLS dès le début (-T) si le serveur le propose.',
    },
    'starttls-not-offered': {
      message: 'Le serveur ne propose pas de chiffrer la connexion avec STARTTLS.',
      nextStep: 'Utilisez TLS dès le début (-T) si le serveur le propose.',
    },
    'line-too-long': {
      message:
        'Le serveur a envoyé une ligne de plus de {{limit}} octets ; il n’est plus possible de suivre ses réponses.',
      nextStep:
        'Réessayez. Si cela se reproduit, le serveur ou un proxy placé devant lui est en cause.',
    },
    'literal-too-large': {
      message:
        'Le serveur a envoyé un littéral plus gros que n’importe quel message ; il n’est plus possible de suivre ses réponses.',
      nextStep:
        'Réessayez. Si cela se reproduit, le serveur ou un proxy placé devant lui est en cause.',
    },
    'too-many-literals': {
      message:
        'Le serveur a envoyé une réponse de plus de {{limit}} littéraux ; il n’est plus possible de suivre ses réponses.',
      nextStep:
        'Réessayez. Si cela se reproduit, le serveur ou un proxy placé devant lui est en cause.',
    },
    'response-too-large': {
      message:
        'Le serveur a envoyé une réponse de plus de {{limit}} octets en littéraux ; il n’est plus possible de suivre ses réponses.',
      nextStep:
        'Réessayez. Si cela se reproduit, le serveur ou un proxy placé devant lui est en cause.',
    },
    'mailbox-name-with-half-character': {
      message: 'Un nom de dossier contient un caractère incomplet et ne peut pas être envoyé.',
      nextStep: 'Saisissez à nouveau le nom ; un caractère a peut-être été coupé lors d’une copie.',
    },
    'mailbox-name-with-line-break': {
      message:
        'Un nom de dossier contient un saut de ligne ou un caractère NUL et n’a pas été envoyé.',
      nextStep: 'Saisissez à nouveau le texte sans ce caractère.',
    },
    'value-with-half-character': {
      message:
        'Une valeur destinée au serveur contient un caractère incomplet et n’a pas été envoyée.',
      nextStep: 'Saisissez à nouveau le texte sans ce caractère.',
    },
    'value-with-line-break': {
      message:
        'Une valeur destinée au serveur contient un saut de ligne ou un caractère NUL et n’a pas été envoyée.',
      nextStep: 'Saisissez à nouveau le texte sans ce caractère.',
    },
    'value-with-odd-character': {
      message:
        'Une valeur destinée au serveur contient un caractère interdit à cet endroit et n’a pas été envoyée.',
      nextStep: 'Saisissez à nouveau le texte sans ce caractère.',
    },
    // Signing in.
    'no-way-to-sign-in': {
      message: 'Le serveur n’accepte pas de mot de passe sur cette connexion.',
      nextStep:
        'Utilisez une connexion chiffrée (TLS, -T), ou une autre façon de se connecter si le fournisseur l’exige.',
    },
    'no-way-to-sign-in-unencrypted': {
      message: 'Le serveur n’accepte pas de mot de passe sur cette connexion.',
      nextStep: 'Utilisez une connexion chiffrée : TLS (-T) ou STARTTLS (--starttls).',
    },
    'only-other-ways-to-sign-in': {
      message: 'Ce serveur n’accepte que {{offered}}, que Mailstow ne connaît pas.',
      nextStep: 'Demandez à votre fournisseur une autre façon de se connecter.',
    },
    'sign-in-way-not-offered': {
      message: 'Ce serveur ne propose pas {{way}}. Il n’accepte que {{offered}}.',
      nextStep: 'Choisissez l’une de ces façons, ou laissez Mailstow choisir.',
    },
    'no-sign-in-by-provider': {
      message: 'Ce serveur n’accepte pas la connexion par le fournisseur, seulement {{offered}}.',
      nextStep: 'Utilisez plutôt votre mot de passe ou un mot de passe d’application.',
    },
    'only-sign-in-by-provider': {
      message:
        'Ce serveur n’accepte pas de mot de passe, seulement la connexion par le fournisseur.',
      nextStep:
        'Connectez-vous auprès de votre fournisseur, ou demandez-lui un mot de passe d’application.',
    },
    'sign-in-needed': {
      message: 'Le fournisseur n’accepte plus votre connexion.',
      nextStep: 'Connectez-vous de nouveau chez votre fournisseur.',
    },
    'sign-in-again': {
      message: 'Votre connexion à {{provider}} a expiré ou a été révoquée.',
      nextStep: 'Connectez-vous à nouveau. Tout ce qui est déjà enregistré est conservé.',
    },
    'signed-in-as-other': {
      message:
        'Vous vous êtes connecté en tant que {{found}}, et non {{wanted}}. Rien n’a été enregistré.',
      nextStep:
        'Connectez-vous à nouveau en tant que {{wanted}}. Si c’est un autre nom de la même boîte, continuez avec {{found}}.',
    },
    'sign-in-denied': {
      message: '{{provider}} n’a pas été autorisé à donner à Mailstow l’accès à vos messages.',
      nextStep:
        'Connectez-vous à nouveau et autorisez l’accès. Dans une organisation, l’administrateur doit parfois l’autoriser d’abord.',
    },
    'sign-in-timed-out': {
      message: 'La connexion n’a pas été terminée à temps.',
      nextStep: 'Connectez-vous à nouveau.',
    },
    'sign-in-cancelled': {
      message: 'Vous avez interrompu la connexion.',
      nextStep: 'Rien n’a été enregistré. Connectez-vous quand vous serez prêt.',
    },
    'sign-in-ended': {
      message: 'Cette connexion est terminée.',
      nextStep: 'Connectez-vous à nouveau.',
    },
    'mail-not-granted': {
      message: '{{provider}} vous a connecté, mais sans accès à vos messages.',
      nextStep: 'Connectez-vous à nouveau et laissez l’accès aux messages coché.',
    },
    'issuer-mismatch': {
      message: 'La réponse ne venait pas de {{host}} ; Mailstow ne l’a donc pas utilisée.',
      nextStep:
        'Connectez-vous à nouveau. Si cela se répète, quelqu’un intervient peut-être : prévenez votre fournisseur.',
    },
    'redirect-not-understood': {
      message: 'Ce n’est pas l’adresse à laquelle la connexion se termine.',
      nextStep:
        'Une fois connecté, copiez l’adresse entière du navigateur ; elle commence par {{start}}.',
    },
    'redirect-of-other-sign-in': {
      message: 'Cette adresse appartient à une autre connexion.',
      nextStep: 'Copiez l’adresse de la page de cette connexion, ou recommencez.',
    },
    'client-id-needed': {
      message: 'Cette version de Mailstow n’a pas encore d’ID client pour {{provider}}.',
      nextStep:
        'Utilisez votre propre ID client, ou un mot de passe d’application si {{provider}} en propose.',
    },
    'client-id-refused': {
      message: '{{provider}} n’accepte pas l’ID client.',
      nextStep: 'Vérifiez l’ID client et l’adresse de redirection enregistrée pour lui.',
    },
    'no-provider-sign-in': {
      message: 'Mailstow n’a trouvé aucune page de connexion pour {{host}}.',
      nextStep: 'Utilisez votre mot de passe ou un mot de passe d’application.',
    },
    'no-device-code': {
      message: '{{provider}} ne permet pas d’accéder aux messages avec un code.',
      nextStep: 'Connectez-vous plutôt dans le navigateur.',
    },
    'cannot-listen-for-sign-in': {
      message: 'Mailstow n’a pas pu attendre le navigateur sur cet ordinateur.',
      nextStep: 'Connectez-vous avec un code, ou réessayez.',
    },
    'provider-not-reached': {
      message: '{{host}}, où vous vous connectez, n’a pas répondu.',
      nextStep: 'Vérifiez le réseau et réessayez.',
    },
    'provider-unavailable': {
      message: '{{host}}, où vous vous connectez, n’est pas disponible pour le moment.',
      nextStep: 'Réessayez plus tard.',
    },
    'provider-answer-not-understood': {
      message: '{{host}} a répondu à la connexion par quelque chose que Mailstow ne peut pas lire.',
      nextStep: 'Réessayez. Sur un réseau public, ouvrez d’abord sa propre page de connexion.',
    },
    'provider-refused': {
      message: '{{provider}} a refusé la connexion.',
      nextStep: 'Lisez ce qu’il indique, puis connectez-vous à nouveau.',
    },
    'sign-in-being-renewed': {
      message: 'Un autre Mailstow renouvelle cette connexion et n’en finit pas.',
      nextStep: 'Arrêtez-le, puis réessayez.',
    },
    'server-not-genuine': {
      message:
        'Le serveur n’a pas pu prouver qu’il connaît votre mot de passe ; ce n’est peut-être pas votre serveur de messagerie.',
      nextStep:
        'Ne vous y connectez pas. Vérifiez le nom du serveur et le réseau, et demandez à votre fournisseur.',
    },
    'sign-in-broken': {
      message:
        'Le serveur n’a pas respecté les règles de {{mechanism}} ; Mailstow a interrompu la connexion.',
      nextStep:
        'Choisissez une autre façon de se connecter, ou prévenez l’administrateur du serveur.',
    },
    'sign-in-effort-refused': {
      message:
        'Pour vérifier votre mot de passe, le serveur demande {{rounds}} tours de calcul. Mailstow en accepte de 4 096 à 1 000 000.',
      nextStep:
        'Choisissez une autre façon de se connecter, ou prévenez l’administrateur du serveur.',
    },
    'user-name-not-sendable': {
      message:
        'Le nom d’utilisateur contient un saut de ligne, un caractère NUL ou un caractère incomplet et n’a pas été envoyé.',
      nextStep: 'Saisissez à nouveau le nom d’utilisateur.',
    },
    'password-not-sendable': {
      message:
        'Le mot de passe contient un saut de ligne, un caractère NUL ou un caractère incomplet et n’a pas été envoyé.',
      nextStep: 'Saisissez à nouveau le mot de passe.',
    },
    'login-not-understood': {
      message: 'Le serveur ne comprend pas {{command}}.',
      nextStep: 'Lisez ce que dit le serveur ; il exige peut-être une autre façon de se connecter.',
    },
    'login-refused': {
      message: 'Le serveur a refusé le nom d’utilisateur ou le mot de passe.',
      nextStep:
        'Vérifiez les deux ; beaucoup de fournisseurs exigent un mot de passe d’application à la place du mot de passe habituel.',
    },
    'password-needed': {
      message: 'Le mot de passe de {{user}} est nécessaire.',
      nextStep: 'Saisissez-le ; il n’est conservé que si vous le demandez.',
    },
    'password-store-refused': {
      message: 'Le trousseau de votre système n’a pas accepté le mot de passe.',
      nextStep:
        'Déverrouillez-le et réessayez, ou laissez Mailstow demander le mot de passe à chaque fois.',
    },
    // The connection.
    'connect-timeout': {
      message: '{{address}} n’a pas répondu en {{seconds}} secondes.',
      nextStep: 'Vérifiez le nom du serveur, le port et le réseau, puis réessayez.',
    },
    'name-not-found': {
      message: 'Aucun serveur ne s’appelle {{host}}.',
      nextStep: 'Vérifiez l’orthographe et la connexion de cet ordinateur à Internet.',
    },
    'connection-refused': {
      message: '{{address}} a refusé la connexion.',
      nextStep: 'Vérifiez le nom du serveur, le port et le réseau, puis réessayez.',
    },
    'no-route': {
      message: '{{address}} n’est pas joignable depuis ce réseau.',
      nextStep: 'Vérifiez le nom du serveur, le port et le réseau, puis réessayez.',
    },
    'host-silent': {
      message: '{{address}} ne répond pas.',
      nextStep: 'Vérifiez le nom du serveur, le port et le réseau, puis réessayez.',
    },
    'connection-failed': {
      message: 'Mailstow n’a pas pu se connecter à {{address}} : {{reason}}.',
      nextStep: 'Vérifiez le nom du serveur, le port et le réseau, puis réessayez.',
    },
    'not-tls': {
      message: '{{address}} n’accepte pas les connexions chiffrées.',
      nextStep: 'Vérifiez le port : 993 sert généralement pour TLS, 143 pour STARTTLS.',
    },
    'tls-hung-up': {
      message: '{{address}} a fermé la connexion avant qu’elle soit chiffrée.',
      nextStep: 'Vérifiez le port : 993 sert généralement pour TLS, 143 pour STARTTLS.',
    },
    'tls-failed': {
      message: 'La connexion à {{address}} n’a pas pu être chiffrée : {{reason}}.',
      nextStep: 'Vérifiez le port : 993 sert généralement pour TLS, 143 pour STARTTLS.',
    },
    'tls-too-old': {
      message: 'Le chiffrement de ce serveur est trop ancien ({{address}} : {{reason}}).',
      nextStep:
        'Demandez au fournisseur un serveur avec TLS 1.2 ou plus récent et des algorithmes de chiffrement actuels, ou au propriétaire de le mettre à jour.',
    },
    'tls-hung-up-in-app': {
      message: '{{address}} a fermé la connexion avant qu’elle soit chiffrée.',
      nextStep:
        'Vérifiez le port : 993 sert généralement pour TLS, 143 pour STARTTLS. Un ancien serveur exige peut-être un chiffrement que l’application ne connaît pas ; la ligne de commande (imapcl) peut encore y parvenir.',
    },
    'tls-failed-in-app': {
      message: 'La connexion à {{address}} n’a pas pu être chiffrée : {{reason}}.',
      nextStep:
        'Vérifiez le port : 993 sert généralement pour TLS, 143 pour STARTTLS. Un ancien serveur exige peut-être un chiffrement que l’application ne connaît pas ; la ligne de commande (imapcl) peut encore y parvenir.',
    },
    'tls-too-old-in-app': {
      message: 'Le chiffrement de ce serveur est trop ancien ({{address}} : {{reason}}).',
      nextStep:
        'Vérifiez le port : 993 sert généralement pour TLS, 143 pour STARTTLS. Un ancien serveur exige peut-être un chiffrement que l’application ne connaît pas ; la ligne de commande (imapcl) peut encore y parvenir.',
    },
    'sending-failed': {
      message: 'L’envoi à {{address}} a échoué : {{reason}}.',
      nextStep: 'Réessayez. Rien n’est téléchargé deux fois.',
    },
    'connection-lost': {
      message: 'La connexion à {{address}} a été perdue : {{reason}}.',
      nextStep: 'Réessayez. Rien n’est téléchargé deux fois.',
    },
    'compression-unreadable': {
      message: 'Les données compressées par {{address}} sont illisibles : {{reason}}.',
      nextStep: 'Réessayez. Mailstow demandera alors les messages sans compression.',
    },
    'connection-closed': {
      message: 'La connexion à {{address}} a été perdue : le serveur l’a fermée.',
      nextStep: 'Réessayez. Rien n’est téléchargé deux fois.',
    },
    'certificate-file-unreadable': {
      message: 'Impossible de lire le fichier de certificat {{path}} : {{reason}}.',
      nextStep: 'Choisissez un fichier lisible contenant des certificats au format PEM.',
    },
    'certificate-file-damaged': {
      message: 'Le fichier de certificat {{path}} contient un certificat endommagé.',
      nextStep:
        'Choisissez un fichier contenant des certificats au format PEM (« -----BEGIN CERTIFICATE----- »).',
    },
    'certificate-file-empty': {
      message: 'Le fichier de certificat {{path}} ne contient aucun certificat.',
      nextStep:
        'Choisissez un fichier contenant des certificats au format PEM (« -----BEGIN CERTIFICATE----- »).',
    },
    'certificate-folder-unreadable': {
      message: 'Impossible de lire le dossier de certificats {{path}} : {{reason}}.',
      nextStep: 'Choisissez un dossier lisible contenant des certificats.',
    },
    'certificate-of-other-name': {
      message:
        'Le certificat de {{host}} appartient à un autre serveur : il est valable pour {{names}}.',
      nextStep:
        'Utilisez le nom de serveur donné par votre fournisseur. Si c’est bien celui-ci, quelqu’un intercepte peut-être la connexion.',
    },
    'certificate-expired': {
      message: 'Le certificat de {{host}} a expiré le {{date}}.',
      nextStep:
        'Vérifiez la date de cet ordinateur. Si elle est juste, l’administrateur du serveur doit renouveler le certificat.',
    },
    'issuer-certificate-expired': {
      message:
        'Le certificat de {{host}} n’est plus valable : son émetteur « {{issuer}} » a expiré le {{date}}.',
      nextStep:
        'Vérifiez la date de cet ordinateur. Si elle est juste, l’administrateur du serveur doit renouveler le certificat.',
    },
    'certificate-not-yet-valid': {
      message: 'Le certificat de {{host}} n’est pas valable avant le {{date}}.',
      nextStep: 'Vérifiez la date de cet ordinateur.',
    },
    'issuer-certificate-not-yet-valid': {
      message:
        'Le certificat de {{host}} n’est pas encore valable : son émetteur « {{issuer}} » ne l’est pas avant le {{date}}.',
      nextStep: 'Vérifiez la date de cet ordinateur.',
    },
    'certificate-self-signed': {
      message:
        'Le certificat de {{host}} est auto-signé, et cet ordinateur ne lui fait pas confiance.',
      nextStep:
        'Si c’est votre propre serveur, choisissez son fichier de certificat pour l’approuver.',
    },
    'certificate-issuer-unknown': {
      message:
        'Cet ordinateur ne fait pas confiance à l’émetteur du certificat de {{host}} : « {{issuer}} ».',
      nextStep:
        'Si vous faites confiance à cet émetteur, choisissez son fichier ou dossier de certificat.',
    },
    'certificate-chain-refused': {
      message: 'La chaîne de certificats de {{host}} n’est pas valable : {{reason}}.',
      nextStep: 'L’administrateur du serveur doit corriger le certificat.',
    },
    // Threads and defects.
    'writing-out-of-memory': {
      message: 'La partie de Mailstow qui écrit sur le disque a manqué de mémoire.',
      nextStep:
        'Réessayez. Si cela se reproduit, merci de le signaler. Rien de ce qui est archivé n’est perdu.',
    },
    'writing-ended': {
      message:
        'La partie de Mailstow qui écrit sur le disque s’est arrêtée de façon inattendue : {{reason}}.',
      nextStep: 'Réessayez. Rien de ce qui est archivé n’est perdu. Le journal en dit plus.',
    },
    'library-out-of-memory': {
      message: 'La partie de Mailstow qui gère la bibliothèque a manqué de mémoire.',
      nextStep:
        'Réessayez. Si cela se reproduit, merci de le signaler. Rien de ce qui est archivé n’est perdu.',
    },
    'library-ended': {
      message:
        'La partie de Mailstow qui gère la bibliothèque s’est arrêtée de façon inattendue : {{reason}}.',
      nextStep: 'Réessayez. Rien de ce qui est archivé n’est perdu. Le journal en dit plus.',
    },
    'indexing-out-of-memory': {
      message: 'La partie de Mailstow qui construit l’index de recherche a manqué de mémoire.',
      nextStep:
        'Réessayez. Si cela se reproduit, merci de le signaler. Rien de ce qui est archivé n’est perdu.',
    },
    'indexing-ended': {
      message:
        'La partie de Mailstow qui construit l’index de recherche s’est arrêtée de façon inattendue : {{reason}}.',
      nextStep: 'Réessayez. Rien de ce qui est archivé n’est perdu. Le journal en dit plus.',
    },
    'searching-out-of-memory': {
      message: 'La partie de Mailstow qui effectue la recherche a manqué de mémoire.',
      nextStep:
        'Réessayez. Si cela se reproduit, merci de le signaler. Rien de ce qui est archivé n’est perdu.',
    },
    'searching-ended': {
      message:
        'La partie de Mailstow qui effectue la recherche s’est arrêtée de façon inattendue : {{reason}}.',
      nextStep: 'Réessayez. Rien de ce qui est archivé n’est perdu. Le journal en dit plus.',
    },
    'reading-out-of-memory': {
      message: 'La partie de Mailstow qui lit les messages a manqué de mémoire.',
      nextStep:
        'Réessayez. Si cela se reproduit, merci de le signaler. Rien de ce qui est archivé n’est perdu.',
    },
    'reading-ended': {
      message:
        'La partie de Mailstow qui lit les messages s’est arrêtée de façon inattendue : {{reason}}.',
      nextStep: 'Réessayez. Rien de ce qui est archivé n’est perdu. Le journal en dit plus.',
    },
    'checking-out-of-memory': {
      message: 'La partie de Mailstow qui vérifie les archives a manqué de mémoire.',
      nextStep:
        'Réessayez. Si cela se reproduit, merci de le signaler. Rien de ce qui est archivé n’est perdu.',
    },
    'checking-ended': {
      message:
        'La partie de Mailstow qui vérifie les archives s’est arrêtée de façon inattendue : {{reason}}.',
      nextStep: 'Réessayez. Rien de ce qui est archivé n’est perdu. Le journal en dit plus.',
    },
    'archiving-out-of-memory': {
      message: 'La partie de Mailstow qui archive les e-mails a manqué de mémoire.',
      nextStep:
        'Réessayez. Si cela se reproduit, merci de le signaler. Rien de ce qui est archivé n’est perdu.',
    },
    'archiving-ended': {
      message:
        'La partie de Mailstow qui archive les e-mails s’est arrêtée de façon inattendue : {{reason}}.',
      nextStep: 'Réessayez. Rien de ce qui est archivé n’est perdu. Le journal en dit plus.',
    },
    'looking-out-of-memory': {
      message: 'La partie de Mailstow qui examine les dossiers a manqué de mémoire.',
      nextStep:
        'Réessayez. Si cela se reproduit, merci de le signaler. Rien de ce qui est archivé n’est perdu.',
    },
    'looking-ended': {
      message:
        'La partie de Mailstow qui examine les dossiers s’est arrêtée de façon inattendue : {{reason}}.',
      nextStep: 'Réessayez. Rien de ce qui est archivé n’est perdu. Le journal en dit plus.',
    },
    'reading-took-too-long': {
      message: 'La lecture a pris trop de temps et a été abandonnée.',
      nextStep: 'Affichez le fichier du message et ouvrez-le avec un autre logiciel de messagerie.',
    },
    closing: { message: 'Mailstow se ferme.', nextStep: 'Relancez-le pour continuer.' },
    'unknown-state': {
      message: 'Mailstow a rencontré une situation inattendue : {{reason}}',
      nextStep: 'Réessayez ; si cela se reproduit, merci de le signaler avec ce message.',
    },
    // The app and its services.
    'log-not-writable': {
      message: 'Impossible d’écrire le journal {{path}} : {{reason}}.',
      nextStep: 'Choisissez un autre fichier, dans un dossier où vous avez le droit d’écrire.',
    },
    'trace-not-writable': {
      message: 'Impossible d’écrire l’enregistrement {{path}} : {{reason}}.',
      nextStep: 'Choisissez un autre fichier, dans un dossier où vous avez le droit d’écrire.',
    },
    'not-an-address': {
      message: 'Cette adresse e-mail n’est pas complète.',
      nextStep: 'Écrivez-la comme nom@example.org.',
    },
    'account-gone': {
      message: 'Ce compte n’est plus configuré.',
      nextStep: 'Configurez-le à nouveau ou choisissez-en un autre.',
    },
    'damaged-accounts-file': {
      message:
        'Le fichier de vos comptes était endommagé et illisible. Il est conservé sous {{path}}.',
      nextStep:
        'Rien de ce qui est archivé n’est perdu. Continuez et configurez à nouveau ce qui manque.',
    },
    'later-accounts-file': {
      message: 'Le fichier de vos comptes a été écrit par une version plus récente de Mailstow.',
      nextStep: 'Installez cette version ou une version plus récente.',
    },
    'damaged-archives-file': {
      message:
        'Le fichier des archives ouvertes était endommagé et illisible. Il est conservé sous {{path}}.',
      nextStep: 'Rien de ce qui est archivé n’est perdu. Ouvrez à nouveau vos archives.',
    },
    'later-archives-file': {
      message:
        'Le fichier des archives ouvertes a été écrit par une version plus récente de Mailstow.',
      nextStep: 'Installez cette version ou une version plus récente.',
    },
    'damaged-clients-file': {
      message:
        'Le fichier de vos ID client était endommagé et illisible. Il est conservé sous {{path}}.',
      nextStep:
        'Rien de ce qui est archivé n’est perdu. Indiquez à nouveau vos propres ID client en vous connectant.',
    },
    'later-clients-file': {
      message: 'Le fichier de vos ID client a été écrit par une version plus récente de Mailstow.',
      nextStep: 'Installez cette version ou une version plus récente.',
    },
    'damaged-passwords-file': {
      message:
        'Le fichier de vos mots de passe était endommagé et illisible. Il est conservé sous {{path}}.',
      nextStep:
        'Rien de ce qui est archivé n’est perdu. Continuez et configurez à nouveau ce qui manque.',
    },
    'later-passwords-file': {
      message:
        'Le fichier de vos mots de passe a été écrit par une version plus récente de Mailstow.',
      nextStep: 'Installez cette version ou une version plus récente.',
    },
    'damaged-settings-file': {
      message:
        'Le fichier de vos paramètres était endommagé et illisible. Il est conservé sous {{path}}.',
      nextStep:
        'Rien de ce qui est archivé n’est perdu. Continuez et configurez à nouveau ce qui manque.',
    },
    'later-settings-file': {
      message: 'Le fichier de vos paramètres a été écrit par une version plus récente de Mailstow.',
      nextStep: 'Installez cette version ou une version plus récente.',
    },
    'damaged-server-password-file': {
      message:
        'Le fichier du mot de passe de ce serveur était endommagé et illisible. Il est conservé sous {{path}}.',
      nextStep:
        'Rien de ce qui est archivé n’est perdu. Continuez et configurez à nouveau ce qui manque.',
    },
    'later-server-password-file': {
      message:
        'Le fichier du mot de passe de ce serveur a été écrit par une version plus récente de Mailstow.',
      nextStep: 'Installez cette version ou une version plus récente.',
    },
    'unknown-call': {
      message: 'Mailstow ne connaît pas l’appel {{name}}.',
      nextStep: 'Rechargez la fenêtre ; elle appartient peut-être à une autre version de Mailstow.',
    },
    'bad-input': {
      message: '{{name}} est impossible avec ce qui a été indiqué : {{reason}}.',
      nextStep:
        'Vérifiez ce que vous avez saisi ; si tout est juste, merci de signaler ce message.',
    },
    'no-report-yet': {
      message: 'Il n’y a pas encore de rapport pour ce compte.',
      nextStep: 'Archivez-le une fois ; chaque archivage laisse un rapport.',
    },
    'checked-now': {
      message: 'Cette archive est en cours de vérification.',
      nextStep: 'Attendez la fin de la vérification, ou arrêtez-la.',
    },
    'archived-now': {
      message: 'Ce compte est en cours d’archivage.',
      nextStep: 'Vérifiez l’archive une fois l’archivage terminé.',
    },
    'nothing-running': {
      message: 'Aucun archivage n’est en cours pour ce compte.',
      nextStep: 'Lancez-en un si vous le souhaitez.',
    },
    'folder-dialog-not-here': {
      message: 'La boîte de dialogue des dossiers du système n’est pas disponible ici.',
      nextStep: 'Choisissez le dossier dans la page.',
    },
    'certificate-dialog-not-here': {
      message: 'La boîte de dialogue des fichiers du système n’est pas disponible ici.',
      nextStep: 'Choisissez le certificat dans la page.',
    },
    'pdf-not-made': {
      message: 'Ce message n’a pas pu être converti en PDF.',
      nextStep:
        'Enregistrez-le plutôt comme fichier et imprimez-le depuis un logiciel de messagerie.',
    },
    'not-printed': {
      message: 'Le message n’a pas été imprimé : {{reason}}.',
      nextStep: 'Vérifiez qu’une imprimante est configurée et allumée, puis réessayez.',
    },
    'no-mail-program': {
      message: 'Votre système n’a pas de logiciel de messagerie pour répondre.',
      nextStep:
        'Choisissez-en un dans les réglages du système, ou copiez l’adresse et répondez sur le site de votre fournisseur.',
    },
    'nobody-to-reply-to': {
      message: 'Ce message n’indique aucune adresse à laquelle répondre.',
      nextStep: 'Cherchez une adresse dans son texte ou dans ses en-têtes.',
    },
    'too-much-to-drag': {
      message: 'On peut faire glisser {{messages}} messages ou {{megabytes}} Mo au plus à la fois.',
      nextStep: 'Enregistrez-les plutôt dans un ZIP ou dans un dossier.',
    },
    'nothing-chosen': {
      message: 'Aucun des messages sélectionnés n’est encore là.',
      nextStep: 'Sélectionnez des messages dans la liste actuelle, puis réessayez.',
    },
    'not-in-browser': {
      message: 'Cela n’est possible que dans l’application Mailstow, pas dans un navigateur.',
      nextStep:
        'Enregistrez plutôt les messages dans un ZIP, ou imprimez-les avec votre navigateur.',
    },
    'not-opened-in-browser': {
      message: '{{name}} ne peut pas être ouvert depuis un navigateur.',
      nextStep: 'Enregistrez le fichier et ouvrez-le à cet endroit.',
    },
    'path-on-other-computer': {
      message: 'C’est ici : {{path}}',
      nextStep: 'Ouvrez-le sur l’ordinateur où Mailstow fonctionne.',
    },
    'cannot-listen': {
      message: 'Mailstow ne peut pas recevoir de connexions sur {{bind}}, port {{port}}.',
      nextStep: 'Indiquez un autre --bind ou --port.',
    },
    'port-taken': {
      message:
        'Mailstow ne peut pas recevoir de connexions sur {{bind}} : le port {{port}} est déjà utilisé.',
      nextStep: 'Mailstow est peut-être déjà lancé. Sinon, indiquez un autre --port.',
    },
    'server-without-password': {
      message:
        'Toute personne qui peut atteindre {{bind}} pourrait lire tous les e-mails : il n’y a pas encore de mot de passe.',
      nextStep: 'Définissez-en un avec « mailstow serve --set-password », ou omettez --bind.',
    },
    'window-not-built': {
      message: 'La fenêtre de Mailstow est absente et n’a pas pu être construite.',
      nextStep: 'Exécutez npm ci dans le dossier de Mailstow, puis réessayez.',
    },
    'not-signed-in': {
      message: 'Votre session est terminée.',
      nextStep:
        'Rechargez cette page et connectez-vous, ou exécutez à nouveau la commande qui a lancé Mailstow pour obtenir un nouveau lien.',
    },
    'not-reached': {
      message: 'Mailstow ne répond pas.',
      nextStep: 'Vérifiez qu’il fonctionne encore là où vous l’avez lancé, puis réessayez.',
    },
    'answer-not-understood': {
      message: 'Mailstow a donné une réponse que cette fenêtre ne comprend pas.',
      nextStep: 'Rechargez la fenêtre ; si cela se reproduit, réinstallez Mailstow.',
    },
  },
  /** For failures that carry no code, of an earlier version for instance: what their kind tells. */
  kinds: {
    arguments: {
      message: 'Mailstow ne peut pas faire cela avec ce qui a été indiqué.',
      nextStep: 'Vérifiez ce que vous avez saisi ou choisi, puis réessayez.',
    },
    'credentials-file': {
      message: 'Le fichier contenant le nom d’utilisateur et le mot de passe est inutilisable.',
      nextStep: 'Vérifiez le fichier, puis réessayez.',
    },
    'output-folder': {
      message: 'Un fichier ou un dossier dont Mailstow a besoin est inutilisable.',
      nextStep:
        'Vérifiez qu’il existe, que son disque est connecté et que vous avez le droit d’y écrire.',
    },
    'uidvalidity-file-missing': {
      message: 'Le fichier des numéros de messages est absent.',
      nextStep:
        'Restaurez-le à partir d’une sauvegarde. Les détails indiquent de quel fichier il s’agit.',
    },
    'uidvalidity-file-malformed': {
      message: 'Le fichier des numéros de messages est endommagé.',
      nextStep:
        'Restaurez-le à partir d’une sauvegarde. Les détails indiquent de quel fichier il s’agit.',
    },
    'name-not-found': {
      message: 'Aucun serveur ne porte ce nom, ou cet ordinateur est hors ligne.',
      nextStep: 'Vérifiez le nom du serveur et votre connexion Internet.',
    },
    connection: {
      message: 'Mailstow n’a pas pu se connecter au serveur.',
      nextStep: 'Vérifiez le serveur, le port et votre connexion Internet, ou réessayez plus tard.',
    },
    certificate: {
      message: 'L’identité du serveur n’a pas pu être vérifiée.',
      nextStep: 'Renseignez-vous sur son certificat auprès de l’administrateur du serveur.',
    },
    'unknown-response': {
      message: 'Le serveur a donné une réponse que Mailstow n’attendait pas.',
      nextStep: 'Réessayez. Si cela se reproduit, signalez-le à l’administrateur du serveur.',
    },
    transmit: {
      message: 'La connexion s’est coupée pendant un envoi de Mailstow.',
      nextStep: 'Vérifiez votre connexion Internet et réessayez.',
    },
    receive: {
      message: 'La connexion s’est coupée pendant un envoi du serveur.',
      nextStep: 'Vérifiez votre connexion Internet et réessayez.',
    },
    'no-answer': { message: 'Le serveur ne répond pas.', nextStep: 'Réessayez dans un moment.' },
    'unparsable-response': {
      message: 'Le serveur a donné une réponse incompréhensible.',
      nextStep: 'Réessayez. Si cela se reproduit, signalez-le à l’administrateur du serveur.',
    },
    'no-uids': {
      message: 'Le serveur n’a pas indiqué quels messages le dossier contient.',
      nextStep:
        'Réessayez plus tard. Si le problème persiste, signalez-le à l’administrateur du serveur.',
    },
    'no-uidvalidity': {
      message: 'Le serveur ne numérote pas les messages de ce dossier de façon fiable.',
      nextStep:
        'Archivez à nouveau. Si le problème persiste, signalez-le à l’administrateur du serveur.',
    },
    'message-not-stored': {
      message: 'Un message n’a pas pu être enregistré.',
      nextStep: 'Archivez à nouveau pour réessayer ; les détails indiquent pourquoi.',
    },
    removal: {
      message: 'D’anciennes copies de messages n’ont pas pu être supprimées de l’archive.',
      nextStep: 'Les détails indiquent quel dossier supprimer ; archivez ensuite à nouveau.',
    },
    'login-refused': {
      message: 'Le serveur a refusé le nom d’utilisateur ou le mot de passe.',
      nextStep: 'Vérifiez les deux. Certains fournisseurs exigent un mot de passe d’application.',
    },
    'sign-in-needed': {
      message: 'Vous devez vous connecter chez votre fournisseur.',
      nextStep: 'Connectez-vous de nouveau chez votre fournisseur.',
    },
    'mailbox-not-found': {
      message: 'Un dossier d’e-mails est introuvable sur le serveur ou ne peut pas y être ouvert.',
      nextStep:
        'Vérifiez dans votre logiciel de messagerie s’il existe encore, puis archivez à nouveau.',
    },
    'mailbox-not-listed': {
      message:
        'Un dossier n’a pas été archivé : ce que le serveur indique à son sujet est illisible.',
      nextStep:
        'Tous les autres dossiers sont archivés. Transmettez à votre fournisseur ce que dit le serveur.',
    },
    'folder-in-use': {
      message: 'Cette archive est déjà utilisée.',
      nextStep: 'Attendez que l’autre archivage soit terminé, puis réessayez.',
    },
    'disk-full': {
      message: 'Le disque est plein.',
      nextStep:
        'Libérez de l’espace et réessayez ; tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    'other-account': {
      message: 'Ce dossier contient déjà l’archive d’un autre compte.',
      nextStep: 'Choisissez un autre dossier, pour ne pas mélanger les deux comptes.',
    },
    stopped: {
      message: 'Vous avez arrêté l’opération avant la fin.',
      nextStep: 'Relancez-la pour continuer. Tout ce qui a été enregistré jusqu’ici est conservé.',
    },
    defect: {
      message: 'Un problème est survenu dans Mailstow.',
      nextStep: 'Réessayez ; si cela se reproduit, merci de le signaler avec les détails.',
    },
  },
  /** What a code’s {{reason}} or {{issuer}} can be. */
  words: {
    'no-permission': 'l’autorisation manque',
    'read-only-disk': 'le disque est en lecture seule',
    'file-in-the-way': 'un fichier se trouve là où il faut un dossier',
    'folder-missing': 'un dossier du chemin est absent',
    'disk-error': 'le disque signale une erreur de lecture ou d’écriture',
    'not-there': 'introuvable',
    'a-folder': 'c’est un dossier',
    'no-folder': 'ce n’est pas un dossier',
    'no-name': 'sans nom',
  },
} as const;
