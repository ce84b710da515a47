import type { AgentHeartbeats } from '@madoguchi/contracts';
import type { LiveSocket } from './live-socket.js';

/** Whose pages are open here, by tenant. A page that is there answers the pings of its socket, or the socket is closed. */
export const heartbeatsOf = (sockets: Iterable<Pick<LiveSocket, 'signedIn'>>): readonly AgentHeartbeats[] => {
  const byTenant = new Map<string, Set<string>>();
  for (const { signedIn } of sockets) {
    const { agentId } = signedIn.user;
    if (agentId !== null) byTenant.set(signedIn.tenant.id, (byTenant.get(signedIn.tenant.id) ?? new Set()).add(agentId));
  }
  return [...byTenant].map(([tenantId, agentIds]) => ({ tenantId, agentIds: [...agentIds].sort() }));
};
