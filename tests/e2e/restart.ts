import type { DesktopSession } from '../electron-runtime/desktop-session.ts';
import { fakeClock } from '../fake-clock.ts';
import { type BrowserMode, startBrowserMode } from './browser-mode.ts';
import { type DesktopApp, startElectron } from './electron-host.ts';
import { electronProgram } from './fixture.ts';
import type { Host } from './host.ts';

/** What can be left and started again with all that the person has. */
export interface Restartable extends Host {
  /** Ends it and starts it on a computer whose clock is that many days on. */
  again(days: number): Promise<Restartable>;
}

export async function startRestartable(session: DesktopSession | undefined): Promise<Restartable> {
  return session === undefined
    ? ofBrowser(await startBrowserMode())
    : ofDesktop(session, await startElectron({ program: electronProgram(), session }));
}

function ofBrowser(mode: BrowserMode): Restartable {
  return {
    ...mode,
    async again(days) {
      await mode.leave();
      return ofBrowser(await startBrowserMode({ data: mode.data, env: fakeClock(days) }));
    },
  };
}

/** Electron does not start between libfaketime and the system: its process is told another time as soon as it runs. */
function ofDesktop(session: DesktopSession, desktop: DesktopApp): Restartable {
  return {
    ...desktop,
    async again(days) {
      await desktop.leave();
      const { person } = desktop;
      const next = await startElectron({ program: electronProgram(), session, person });
      await next.app.evaluate((_electron, milliseconds) => {
        const now = Date.now.bind(Date);
        Date.now = () => now() + milliseconds;
      }, days * 86_400_000);
      return ofDesktop(session, next);
    },
  };
}
