import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Bridge,
  Invitation,
  Message,
  Output,
  Preview,
  Protection,
  ShownFailure,
} from '../../shared/contract.ts';
import type { WindowServices } from './window-services.ts';

/** The message that is looked at closer. */
interface Which {
  readonly accountId: string;
  readonly messageId: number;
}

interface Previewed {
  /** The attachment. */
  readonly index: number;
  readonly status: 'loading' | 'ready' | 'failed';
  readonly preview: Preview | undefined;
  readonly failure: ShownFailure | undefined;
}

export interface CloseUpState {
  readonly which: Which | undefined;
  readonly invitations: readonly Invitation[];
  /** Undefined until it is known, and where nothing is to be known. */
  readonly protection: Protection | undefined;
  readonly protectionFailure: ShownFailure | undefined;
  readonly previewed: Previewed | undefined;
  /** Files are being saved. */
  readonly isSaving: boolean;
  readonly saveFailure: ShownFailure | undefined;
  /** Asks for what a message has of these; what an earlier one had is forgotten. */
  lookAt(accountId: string, message: Message): void;
  preview(index: number): Promise<void>;
  closePreview(): void;
  /** @returns what came of it; undefined where it failed */
  saveAll(indexes: readonly number[]): Promise<Output<'library.saveAttachments'> | undefined>;
}

const calendar = /^(text\/(x-v)?calendar|application\/ics)$/;

/** What is in a message beside its words: previews of its files, invitations, signatures. */
export function createCloseUpStore(
  bridge: Bridge,
  services: Pick<WindowServices, 'download'>,
): StoreApi<CloseUpState> {
  return createStore<CloseUpState>((set, get) => {
    const none = {
      invitations: [],
      protection: undefined,
      protectionFailure: undefined,
      previewed: undefined,
      saveFailure: undefined,
    };
    const isHere = (which: Which) => get().which === which;

    async function findInvitations(which: Which): Promise<void> {
      const answer = await bridge.call('library.invitations', which);
      // The files that hold them can be saved all the same.
      if (answer.ok && isHere(which)) set({ invitations: answer.value });
    }

    async function findProtection(which: Which): Promise<void> {
      const answer = await bridge.call('library.protection', which);
      if (!isHere(which)) return;
      set(answer.ok ? { protection: answer.value } : { protectionFailure: answer.failure });
    }

    return {
      which: undefined,
      ...none,
      isSaving: false,
      lookAt(accountId, message) {
        const known = get().which;
        if (known?.accountId === accountId && known.messageId === message.id) return;
        const which = { accountId, messageId: message.id };
        set({ ...none, which });
        const { attachments, isProtected } = message;
        const holdsDates = attachments.some(
          ({ name, type }) => calendar.test(type) || /\.(ics|vcs)$/i.test(name),
        );
        if (holdsDates) void findInvitations(which);
        if (isProtected === true) void findProtection(which);
      },
      async preview(index) {
        const { which } = get();
        if (which === undefined) return;
        const waiting = { preview: undefined, failure: undefined };
        set({ previewed: { index, status: 'loading', ...waiting } });
        const answer = await bridge.call('library.previewAttachment', { ...which, index });
        // Somebody who goes through the files quickly has left this one.
        if (!isHere(which) || get().previewed?.index !== index) return;
        const previewed: Previewed = answer.ok
          ? { index, status: 'ready', preview: answer.value, failure: undefined }
          : { index, status: 'failed', preview: undefined, failure: answer.failure };
        set({ previewed });
      },
      closePreview: () => set({ previewed: undefined }),
      async saveAll(indexes) {
        const { which, isSaving } = get();
        if (which === undefined || isSaving) return undefined;
        set({ isSaving: true, saveFailure: undefined });
        const input = { ...which, indexes: [...indexes] };
        const answer = await bridge.call('library.saveAttachments', input);
        set({ isSaving: false });
        if (!answer.ok) {
          if (isHere(which)) set({ saveFailure: answer.failure });
          return undefined;
        }
        for (const address of answer.value.downloads ?? []) services.download(address);
        return answer.value;
      },
    };
  });
}
