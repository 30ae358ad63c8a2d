import type { ElectronApplication } from 'playwright';

/** A question that the system put to the person. */
export interface Question {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
}

/** In the app's own process: what was asked, and what is answered next. */
interface Answers {
  readonly asked: Question[];
  readonly opened: string[];
  button: string | undefined;
  chosen: string;
}

type WithAnswers = typeof globalThis & { answers: Answers };

/** The person in front of the system's dialogues: nobody is there to answer them, and they would wait for ever. */
export class Dialogs {
  readonly #app: ElectronApplication;

  private constructor(app: ElectronApplication) {
    this.#app = app;
  }

  /** @param folder is chosen as long as nothing else is said; @param kept takes what is saved */
  static async answer(app: ElectronApplication, folder: string, kept: string): Promise<Dialogs> {
    await app.evaluate(
      ({ dialog, shell }, { folder, kept }) => {
        const answers = { asked: [], opened: [], button: undefined, chosen: folder } as Answers;
        (globalThis as WithAnswers).answers = answers;
        dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [answers.chosen] });
        dialog.showSaveDialog = async (...given: unknown[]) => {
          const { defaultPath = '' } = given.at(-1) as Electron.SaveDialogOptions;
          return { canceled: false, filePath: `${kept}/${defaultPath.split(/[\\/]/).at(-1)}` };
        };
        // Nothing is done that only the system was to confirm, unless the test says so.
        dialog.showMessageBox = async (...given: unknown[]) => {
          const asked = given.at(-1) as Electron.MessageBoxOptions;
          const { message, detail = '', buttons = [], cancelId = 0 } = asked;
          answers.asked.push({ message, detail, buttons });
          const index = answers.button === undefined ? -1 : buttons.indexOf(answers.button);
          return { response: index < 0 ? cancelId : index, checkboxChecked: false };
        };
        shell.openExternal = async address => {
          answers.opened.push(address);
        };
        shell.openPath = async path => {
          answers.opened.push(path);
          return '';
        };
        shell.showItemInFolder = path => {
          answers.opened.push(path);
        };
      },
      { folder, kept },
    );
    return new Dialogs(app);
  }

  /** From now on questions are answered by the button of this name; those without one by what cancels. */
  press(button: string): Promise<void> {
    return this.#app.evaluate((_electron, button) => {
      (globalThis as WithAnswers).answers.button = button;
    }, button);
  }

  choose(path: string): Promise<void> {
    return this.#app.evaluate((_electron, path) => {
      (globalThis as WithAnswers).answers.chosen = path;
    }, path);
  }

  /** All that the person was asked so far. */
  asked(): Promise<readonly Question[]> {
    return this.#app.evaluate(() => (globalThis as WithAnswers).answers.asked);
  }

  /** Addresses and paths that were handed to the system's programs. */
  opened(): Promise<readonly string[]> {
    return this.#app.evaluate(() => (globalThis as WithAnswers).answers.opened);
  }
}
