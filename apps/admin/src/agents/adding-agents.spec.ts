import { randomUUID } from 'node:crypto';
import { newAgent } from '../testing/new-agent.js';
import { type Admin, type Person, startAdmin } from '../testing/start-admin.js';

let centre: Admin;
let admin: Person;
let stranger: Person;

beforeAll(async () => {
  centre = await startAdmin();
  admin = await centre.person(await centre.tenant('Ours'), 'admin');
  stranger = await centre.person(await centre.tenant('Theirs'), 'admin');
});
afterAll(() => centre.stop());

const listed = async (by = admin) => {
  await centre.settled();
  return (await by.ask('GET', 'agent-profiles?limit=200')).body.items as { readonly id: string; readonly email: string | null }[];
};

describe('an agent whose address somebody has', () => {
  it('is not added, also when it is somebody of another tenant; with another address it is, once', async () => {
    const taken = newAgent();
    expect(await stranger.ask('POST', 'agents', { body: taken })).toMatchObject({ status: 201 });
    const body = newAgent({ email: taken.email.toUpperCase() });
    expect(await admin.ask('POST', 'agents', { body })).toMatchObject({ status: 409, body: { code: 'email-taken' } });
    expect(await listed()).toEqual([]);
    const own = newAgent();
    expect(await admin.ask('POST', 'agents', { body: own })).toMatchObject({ status: 201 });
    expect((await listed()).map(({ email }) => email)).toEqual([own.email]);
  });

  it('is not listed without a log-in either when many want the address at once', async () => {
    const body = newAgent();
    const answers = await Promise.all(Array.from({ length: 6 }, () => admin.ask('POST', 'agents', { body })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array(5).fill(409)]);
    const all = await listed();
    expect(all.filter(({ email }) => email === null)).toEqual([]);
    expect(all.filter(({ email }) => email === body.email)).toHaveLength(1);
  });

  it('by the same request, is there already', async () => {
    const [body, key] = [newAgent(), randomUUID()];
    const answers = await Promise.all(Array.from({ length: 4 }, () => admin.ask('POST', 'agents', { body, key })));
    expect(new Set(answers.map(({ status, body: { id } }) => `${status} ${id}`)).size).toBe(1);
    expect(await admin.ask('POST', 'agents', { body, key })).toMatchObject({ status: 201, body: { id: answers[0]!.body.id } });
    expect((await listed()).filter(({ email }) => email === body.email)).toHaveLength(1);
  });
});
