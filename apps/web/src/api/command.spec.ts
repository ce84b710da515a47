import { command } from './command.js';
import type { ApiProblem } from './http.js';

const answers: (() => Promise<Response>)[] = [];
const calls: { key: string | undefined; body: unknown }[] = [];

beforeEach(() => {
  answers.length = 0;
  calls.length = 0;
  vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
    calls.push({ key: (init.headers as Record<string, string>)['idempotency-key'], body: JSON.parse(String(init.body)) });
    return answers.shift()!();
  });
});
afterEach(() => vi.unstubAllGlobals());

const accepted = () => Promise.resolve(Response.json({ position: '1', version: 1 }, { status: 202 }));
const refused = (status: number, code: string) => () =>
  Promise.resolve(
    new Response(JSON.stringify({ type: 'about:blank', title: code, status, code }), {
      status,
      headers: { 'content-type': 'application/problem+json' },
    }),
  );
const noLine = () => Promise.reject(new TypeError('Failed to fetch'));

describe('a command', () => {
  it('bears the same key and the same body when it is asked again after no answer came', async () => {
    answers.push(noLine, refused(503, 'unavailable'), accepted);
    const reply = (version: number) => command('POST', '/conversations/a/replies', { text: 'hello', version }, 'reply hello');
    await expect(reply(1)).rejects.toMatchObject({ code: 'no-connection' });
    await expect(reply(2)).rejects.toMatchObject({ code: 'unavailable' });
    await reply(3);
    expect(new Set(calls.map((call) => call.key)).size).toBe(1);
    expect(calls.map((call) => call.body)).toEqual([1, 1, 1].map((version) => ({ text: 'hello', version })));
  });

  it('bears a new key once it was answered', async () => {
    answers.push(accepted, accepted);
    await command('POST', '/conversations/a/notes', { text: 'same words' });
    await command('POST', '/conversations/a/notes', { text: 'same words' });
    expect(new Set(calls.map((call) => call.key)).size).toBe(2);
  });

  it('bears a new key once it was refused: nothing was done', async () => {
    answers.push(refused(409, 'it-changed'), accepted);
    await expect(command('POST', '/x', {}, 'x')).rejects.toSatisfy(
      (problem: ApiProblem) => problem.isRefusal && problem.code === 'it-changed',
    );
    await command('POST', '/x', {}, 'x');
    expect(new Set(calls.map((call) => call.key)).size).toBe(2);
  });
});
