import type { Page } from '@playwright/test';

/** Something that shows the window. */
export interface Host {
  /** The folder that the person's archives go to; the dialogues offer it. */
  readonly folder: string;
  /** Whose dialogue the folder is chosen in: one of the system answers by itself. */
  readonly folderDialog: 'page' | 'system';
  /**
   * The window, open and signed in.
   * @param page of the browser, an empty one
   * @param watch is told of the window as early as the host has it
   */
  open(page: Page, watch: (window: Page) => void): Promise<Page>;
  /** Names of the files that the person has kept so far. */
  saved(): readonly string[];
  /** Whether what answers there is the app itself. */
  owns(url: string): boolean;
  close(): Promise<void>;
}
