import { createStore, type StoreApi } from 'zustand/vanilla';
import type {
  Account,
  Answer,
  Bridge,
  Output,
  ServerFolder,
  ServerFolders,
  ShownFailure,
} from '../../shared/contract.ts';
import { parentOf } from './server-folder-rows.ts';
import { Wait } from './wait.ts';

/** What a person is asked about, in front of the folders. */
type FolderQuestion =
  /** A new one; `inside`: absent for the top. */
  | { readonly about: 'new'; readonly inside?: ServerFolder }
  | { readonly about: 'rename'; readonly folder: ServerFolder }
  | { readonly about: 'delete'; readonly folder: ServerFolder };

/** What would go with a folder. */
type Outlook = Output<'mailboxes.lookBeforeDeletion'>;

export interface ServerFoldersState {
  readonly accountId: string | undefined;
  readonly listed: ServerFolders | undefined;
  /** Why the folders could not be listed, or one be changed outside of a question. */
  readonly failure: ShownFailure | undefined;
  readonly question: FolderQuestion | undefined;
  /** Why what the question is about was not done. */
  readonly refused: ShownFailure | undefined;
  /** Of a folder that is to be deleted, once it was compared. */
  readonly outlook: Outlook | undefined;
  /** The server is being asked. */
  readonly busy: boolean;
  /** Lists the folders of an account, and counts the bytes that its server does not add up. */
  load(account: Account, password?: string): Promise<void>;
  ask(question: FolderQuestion): void;
  /** Leaves the question; what the server was asked for it is ended. */
  leave(): void;
  /** @returns whether it was done */
  create(name: string, subscribe: boolean): Promise<boolean>;
  rename(name: string): Promise<boolean>;
  subscribe(mailbox: string, subscribed: boolean): Promise<boolean>;
  /** Deletes the folder that was compared. */
  remove(): Promise<boolean>;
  /** Nobody looks any more. */
  close(): void;
}

const nothingAsked = { question: undefined, refused: undefined, outlook: undefined, busy: false };
const nothing = { accountId: undefined, listed: undefined, failure: undefined, ...nothingAsked };

/** The folders on the server of one account, and what is done with them. */
export function createServerFoldersStore(bridge: Bridge): StoreApi<ServerFoldersState> {
  const wait = new Wait(bridge);
  const counting = new Wait(bridge);
  return createStore((set, get) => {
    bridge.subscribe('mailboxes.counted', ({ waitId, mailboxes }) => {
      const { listed } = get();
      if (listed === undefined || !counting.is(waitId)) return;
      const bytes = new Map(mailboxes.map(each => [each.name, each.bytes]));
      const folders = listed.folders.map(each => withBytes(each, bytes.get(each.name)));
      set({ listed: { ...listed, folders } });
    });

    /** Sizes that were counted stay, where the messages are as many. */
    const show = (listed: ServerFolders) => {
      const before = new Map(get().listed?.folders.map(each => [each.name, each]));
      const folders = listed.folders.map(each => {
        const known = before.get(each.name);
        if (each.bytes !== undefined || known?.messages !== each.messages) return each;
        return withBytes(each, known?.bytes);
      });
      set({ listed: { ...listed, folders } });
    };

    /** @param asking the answer; undefined where it was cancelled @returns whether it was done */
    const settle = async (
      asking: Promise<Answer<ServerFolders> | undefined>,
      tell: 'failure' | 'refused',
    ): Promise<boolean> => {
      set({ busy: true, failure: undefined, refused: undefined });
      const answer = await asking;
      if (answer === undefined) return false;
      set({ busy: false });
      if (!answer.ok) {
        set({ [tell]: answer.failure });
        return false;
      }
      set(nothingAsked);
      show(answer.value);
      return true;
    };

    const look = async (mailbox: string) => {
      set({ busy: true });
      const input = { accountId: get().accountId ?? '', mailbox };
      const answer = await wait.ask('mailboxes.lookBeforeDeletion', input);
      if (answer === undefined) return;
      set(
        answer.ok
          ? { busy: false, outlook: answer.value }
          : { busy: false, refused: answer.failure },
      );
    };

    return {
      ...nothing,
      async load(account, password) {
        const { id: accountId, profile } = account;
        if (get().accountId !== accountId) set({ ...nothing, accountId });
        const given = { accountId, ...(password !== undefined && { password }) };
        if (!(await settle(wait.ask('mailboxes.list', given), 'failure'))) return;
        const isUnsized = ({ selectable, messages = 0, bytes }: ServerFolder) =>
          selectable && messages > 0 && bytes === undefined;
        if (!get().listed?.folders.some(isUnsized)) return;
        const { server, user } = profile;
        await counting.ask('accounts.count', { server, user, accountId });
      },
      ask(question) {
        wait.cancel();
        set({ ...nothingAsked, question });
        if (question.about === 'delete') void look(question.folder.name);
      },
      leave() {
        wait.cancel();
        set(nothingAsked);
      },
      create(folder, subscribe) {
        const { question, accountId = '' } = get();
        const inside = question?.about === 'new' ? question.inside?.name : undefined;
        const parent = inside === undefined ? {} : { parent: inside };
        const input = { accountId, folder, subscribe, ...parent };
        return settle(wait.ask('mailboxes.create', input), 'refused');
      },
      async rename(name) {
        const { question, accountId = '', listed } = get();
        if (question?.about !== 'rename') return false;
        const { folder } = question;
        const above = parentOf(folder, listed?.folders ?? []);
        const parent = above === undefined ? {} : { parent: above };
        const input = { accountId, mailbox: folder.name, folder: name, ...parent };
        return settle(wait.ask('mailboxes.rename', input), 'refused');
      },
      subscribe(mailbox, subscribed) {
        const input = { accountId: get().accountId ?? '', mailbox, subscribed };
        return settle(wait.ask('mailboxes.subscribe', input), 'failure');
      },
      async remove() {
        const { question, outlook, accountId = '' } = get();
        if (question?.about !== 'delete' || outlook === undefined) return false;
        const { messages } = outlook;
        const input = { accountId, mailbox: question.folder.name, messages };
        return settle(wait.ask('mailboxes.delete', input), 'refused');
      },
      close() {
        wait.cancel();
        counting.cancel();
        set(nothing);
      },
    };
  });
}

function withBytes(folder: ServerFolder, bytes: number | undefined): ServerFolder {
  return bytes === undefined ? folder : { ...folder, bytes };
}
