import { setTimeout as sleep } from 'node:timers/promises';
import { derivedId } from '@madoguchi/event-sourcing';
import { jsonCall } from './json-call.js';

const PATIENCE_MS = 30_000;
/** For what only read models tell: over an old log they may have to be made first. */
export const READ_MODELS_PATIENCE_MS = 300_000;
const PAUSE_MS = 250;

interface Login {
  readonly email: string;
  readonly password: string;
}

/** The admin service's HTTP API, as the administrator of the demo uses it. */
export class AdminApi {
  private constructor(
    private readonly admin: string,
    private readonly token: string,
  ) {}

  static async signIn({ desk, admin }: { desk: string; admin: string }, { email, password }: Login): Promise<AdminApi> {
    const answer = (await jsonCall(`${desk}/api/v1/sessions`, 'POST', {}, { email, password, bearer: true })) as { token: string };
    return new AdminApi(admin, answer.token);
  }

  get(path: string): Promise<unknown> {
    return jsonCall(`${this.admin}/api/v1/${path}`, 'GET', this.headers);
  }

  /** @param name of the command inside the demo: repeated, it stays the same command */
  post(path: string, name: string, body: object = {}): Promise<unknown> {
    return jsonCall(`${this.admin}/api/v1/${path}`, 'POST', { ...this.headers, 'idempotency-key': derivedId('demo-command', name) }, body);
  }

  patch(path: string, name: string, body: object): Promise<unknown> {
    return jsonCall(`${this.admin}/api/v1/${path}`, 'PATCH', { ...this.headers, 'idempotency-key': derivedId('demo-command', name) }, body);
  }

  private get headers() {
    return { authorization: `Bearer ${this.token}` };
  }
}

/** What was just written is readable a moment later: tries again until then, half a minute where nothing else is said. */
export const patiently = async <T>(work: () => Promise<T>, patienceMs = PATIENCE_MS): Promise<T> => {
  for (const deadline = Date.now() + patienceMs; ;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(PAUSE_MS);
    }
  }
};
