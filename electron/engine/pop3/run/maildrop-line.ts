import { type LineOptions, ReconnectingLine } from '../../run/connection/reconnecting-session.ts';
import { connectPop3, type Pop3Session } from '../session/pop3-session.ts';

/** A {@link ReconnectingLine} by POP3. */
export class MaildropLine extends ReconnectingLine<Pop3Session> {
  /** @param mayDelete DELE may be sent on its connections */
  constructor(options: LineOptions, mayDelete = false) {
    super(options, session => connectPop3(session, mayDelete));
  }
}
