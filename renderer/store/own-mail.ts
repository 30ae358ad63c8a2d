import { specialFolder } from '../../shared/model/special-folder.ts';

/** What mail programs call these folders in other languages. */
const elsewhere =
  /^(gesendete?( (elemente|objekte|nachrichten))?|entwürfe|(messages |éléments |courriers )?envoyés|brouillons|(elementos |mensajes )?enviados|borradores|odeslan[éá]( pošta)?|koncepty|(posta )?inviata|bozze|verzonden( items)?|concepten|(elementy )?wysłane|robocze|rascunhos)$/i;

const separators = /[/.\\]/;

/** Mail in it is the person's own: whom it was written to says more than who wrote it. */
export function isOutgoing(mailbox: string): boolean {
  return mailbox.split(separators).some(level => {
    const use = specialFolder(level);
    return use === 'sent' || use === 'drafts' || elsewhere.test(level);
  });
}
