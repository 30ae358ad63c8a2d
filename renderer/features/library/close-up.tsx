import { type ReactElement, useEffect } from 'react';
import { useStore } from 'zustand';
import type { Message } from '../../../shared/contract.ts';
import { useStores } from '../../store/stores.ts';
import { Attachments } from './attachments.tsx';
import { InvitationCard } from './invitation-card.tsx';
import { Protections } from './protections.tsx';

interface Props {
  readonly message: Message;
  readonly accountId: string;
}

/** What is in a message beside its words: who signed it, what it invites to, its files. */
export function CloseUp({ message, accountId }: Props): ReactElement {
  const { closeUp } = useStores();
  const { lookAt } = closeUp.getState();
  useEffect(() => lookAt(accountId, message), [lookAt, accountId, message]);
  const { which, invitations, ...known } = useStore(closeUp);
  const isLooked = which?.accountId === accountId && which.messageId === message.id;
  return (
    <>
      {isLooked && message.isProtected === true && (
        <Protections protection={known.protection} failure={known.protectionFailure} />
      )}
      {isLooked && invitations.map(each => <InvitationCard key={each.index} invitation={each} />)}
      {message.attachments.length > 0 && <Attachments attachments={message.attachments} />}
    </>
  );
}
