import { derivedId, startOf } from '@madoguchi/event-sourcing';
import type { LostAgent } from '@madoguchi/read-models';
import type { Router } from '../router.js';

const AUTOMATION = 'when-an-agents-connection-is-lost-then-take-them-offline';

export const whenAnAgentsConnectionIsLostThenTakeThemOffline = (router: Router, { agentId, tenantId, seenAt }: LostAgent) =>
  router.agent(
    agentId,
    { type: 'LoseConnection' },
    startOf(tenantId, { kind: 'system', automation: AUTOMATION }, derivedId(AUTOMATION, agentId, seenAt)),
  );
