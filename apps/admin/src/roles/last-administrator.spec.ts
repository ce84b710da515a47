import { randomUUID } from 'node:crypto';
import { listUsers } from '@madoguchi/sign-in';
import { newAgent } from '../testing/new-agent.js';
import { type Admin, type Answer, ask, type Person, startAdmin } from '../testing/start-admin.js';

let centre: Admin;
beforeAll(async () => {
  centre = await startAdmin();
});
afterAll(() => centre.stop());

/** An administrator who answers customers as well. */
interface Both extends Person {
  readonly agentId: string;
}

const both = async (tenant: string, by: Person): Promise<Both> => {
  const body = newAgent();
  const agent = await by.ask('POST', 'agents', { body });
  expect(agent).toMatchObject({ status: 201 });
  const { id } = (await listUsers(centre.database, tenant)).find(({ agentId }) => agentId === agent.body.id)!;
  expect(await by.ask('PUT', `members/${id}/role`, { body: { role: 'admin' } })).toMatchObject({ status: 200 });
  const { token } = await centre.signIn.signIn({ ...body, address: '127.0.0.1' });
  return { id, token, agentId: agent.body.id, ask: (method, path, asked) => ask(centre.url, token, method, path, asked) };
};

/** A tenant of two, of whom each can take the other's right away. */
const pair = async () => {
  const tenant = await centre.tenant(`Pair ${randomUUID()}`);
  const first = await centre.person(tenant, 'admin');
  const [one, other] = [await both(tenant, first), await both(tenant, first)];
  expect(await one.ask('PUT', `members/${first.id}/role`, { body: { role: 'agent' } })).toMatchObject({ status: 200 });
  return { tenant, one, other };
};
const demote = (by: Both, { id }: Both) => by.ask('PUT', `members/${id}/role`, { body: { role: 'agent' } });
const archive = (by: Both, { agentId }: Both) => by.ask('DELETE', `agent-profiles/${agentId}`);
const administratorsOf = async (tenant: string) =>
  (await listUsers(centre.database, tenant)).filter(({ role, suspendedAt }) => role === 'admin' && suspendedAt === null);

describe('the last administrator stays one, also when two take the right from each other at once, in many tenants,', () => {
  it.each<[string, (by: Both, whom: Both) => Promise<Answer>, (by: Both, whom: Both) => Promise<Answer>]>([
    ['by giving each other another role', demote, demote],
    ['by archiving each other', archive, archive],
    ['by one way and the other', demote, archive],
  ])('%s', async (_, way, otherWay) => {
    const pairs: Awaited<ReturnType<typeof pair>>[] = [];
    for (let made = 0; made < 6; made += 1) pairs.push(await pair());
    await Promise.all(pairs.flatMap(({ one, other }) => [way(one, other), otherWay(other, one)]));
    for (const { tenant } of pairs) expect(await administratorsOf(tenant)).toHaveLength(1);
  });

  it('by a repeated request, which changes nothing any more', async () => {
    const { tenant, one, other } = await pair();
    const key = randomUUID();
    const again = () => one.ask('DELETE', `agent-profiles/${other.agentId}`, { key });
    expect([(await again()).status, (await again()).status]).toEqual([200, 200]);
    expect(await archive(other, one)).toMatchObject({ status: 401 });
    expect(await administratorsOf(tenant)).toMatchObject([{ id: one.id }]);
  });
});
