import { randomUUID } from 'node:crypto';
import type { Addresses } from './addresses.js';
import { Desk } from './desk.js';

const CALL_DEADLINE_MS = 60_000;

/** The administrator of the demo, speaking to the API as a program does. */
export class Admin {
  private constructor(
    private readonly url: string,
    private readonly bearer: string,
  ) {}

  static async signIn(addresses: Addresses): Promise<Admin> {
    return new Admin(addresses.admin, (await Desk.signIn(addresses, 'admin')).bearer);
  }

  get<T>(path: string): Promise<T> {
    return this.call('GET', path);
  }

  add(path: string, body: object): Promise<{ readonly id: string }> {
    return this.call('POST', path, body);
  }

  change(path: string, body: object): Promise<unknown> {
    return this.call('PATCH', path, body);
  }

  private async call<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}/api/v1/${path}`, {
      method,
      headers: { authorization: this.bearer, 'content-type': 'application/json', 'idempotency-key': randomUUID() },
      body: body && JSON.stringify(body),
      signal: AbortSignal.timeout(CALL_DEADLINE_MS),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
    return JSON.parse(text) as T;
  }
}
