import type { FastifyInstance } from 'fastify';
import type { AddressInfo } from 'node:net';

/** Where others reach a listener: under the name that the stand-ins were given, else at the address to which it is bound. */
export const baseAddress = ({ server }: FastifyInstance, name?: string): string => {
  const { address, family, port } = server.address() as AddressInfo;
  return `http://${name ?? (family === 'IPv6' ? `[${address}]` : address)}:${port}`;
};
