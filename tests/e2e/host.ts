import type { Page } from '@playwright/test';

/** Something that shows the window. */
export interface Host {
  /** The folder that the person's archives go to; the dialogues offer it. */
  readonly folder: string;
  /** Whose dialogue files and folders are chosen in: one of the system answers by itself. */
  readonly fileDialog: 'page' | 'system';
  /**
   * The window, open and signed in.
   * @param page of the browser, an empty one
   * @param watch is told of the window as early as the host has it
   */
  open(page: Page, watch: (window: Page) => void): Promise<Page>;
  /** Says which file or folder the person chooses next in a dialogue of the system. */
  choose(path: string): Promise<void>;
  /** Names of the files that the person has kept so far. */
  saved(): readonly string[];
  /** Addresses and paths that were handed to programs of the system; a page opens what it opens by itself. */
  opened(): Promise<readonly string[]>;
  /** Whether what answers there is the app itself. */
  owns(url: string): boolean;
  /** Longest delay of the event loop of the process behind the window since the last call, milliseconds. */
  longestDelay(): Promise<number>;
  /** The processes that draw the window. */
  pageProcesses(window: Page): Promise<readonly number[]>;
  close(): Promise<void>;
}
