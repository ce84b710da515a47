import { randomUUID } from 'node:crypto';

/** The body of a request that adds an agent; nobody else has the address. */
export const newAgent = (change: object = {}) => ({
  name: 'Aiko',
  email: `${randomUUID()}@ours.example`,
  password: 'correct horse',
  capacity: 3,
  queueIds: [],
  ...change,
});
