import { type AdminApi, patiently } from './admin-api.js';
import { DEMO_AGENTS, DEMO_CAPACITY, DEMO_QUEUES, DEMO_SKILLS, type DemoQueue } from './demo-centre.js';

/**
 * Skills, queues with their policies, and agents with what they can do. What a command of an earlier start has made stays as people have
 * left it.
 *
 * @returns the ids of the queues
 */
export const seedCentre = async (api: AdminApi, password: string): Promise<Readonly<Record<DemoQueue, string>>> => {
  await Promise.all(DEMO_SKILLS.map((skill) => api.post('skills', `${skill.kind} ${skill.key}`, skill)));
  const [service, billing] = await Promise.all([addQueue(api, 'service', 'queue'), addQueue(api, 'billing', 'queue billing')]);
  const queues = { service, billing };
  await Promise.all(
    DEMO_AGENTS.map(async ({ email, name, queues: served, skills, languages }) => {
      const login = { name, email, password, capacity: DEMO_CAPACITY, queueIds: served.map((queue) => queues[queue]) };
      const { id } = (await patiently(() => api.post('agents', email, login))) as { id: string };
      await patiently(() => api.patch(`agent-profiles/${id}`, `profile of ${email}`, { skills, languages }));
    }),
  );
  return queues;
};

const addQueue = async (api: AdminApi, queue: DemoQueue, name: string): Promise<string> => {
  const { policy, ...fields } = DEMO_QUEUES[queue];
  const { id } = (await api.post('queues', name, fields)) as { id: string };
  await patiently(() => api.patch(`queues/${id}`, `policy of ${queue}`, { policy }));
  return id;
};
