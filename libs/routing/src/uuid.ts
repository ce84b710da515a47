import { Refusal } from '@madoguchi/event-sourcing';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isUuid = (id: unknown): id is string => typeof id === 'string' && UUID.test(id);

/** @throws Refusal `bad-id` with the path of the field */
export const checkedUuid = (id: string, path: string): string => {
  if (!isUuid(id)) throw new Refusal('bad-id', 'This is given by its id, a lower-case uuid.', { path });
  return id;
};
