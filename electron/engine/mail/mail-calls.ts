import type { MessageView, ViewOptions } from './message-view.ts';

/** What the thread that reads messages answers. */
export type MailCalls = {
  readonly view: {
    readonly input: ViewOptions & { readonly path: string };
    readonly output: MessageView;
  };
  readonly source: {
    readonly input: { readonly path: string };
    readonly output: { readonly text: string; readonly cut: boolean };
  };
};
