/** The page's other app: a bot platform's. */
export interface BotApp {
  readonly appId: string;
  readonly name: string;
  /** Of the page, issued to that app: with it a test speaks as the bot. */
  readonly token: string;
  readonly role: 'primary' | 'secondary';
  /** It talks by itself; see `play-bot.ts`. */
  readonly plays: boolean;
  /** Whether it passes the thread when it is asked for it. */
  readonly grants: boolean;
}

export interface ThreadState {
  owner: string;
  /** When customer or owner last did something; milliseconds. */
  activeAt: number;
}
