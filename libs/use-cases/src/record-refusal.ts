import { auditDecider, auditStream, type AuditEvent } from '@madoguchi/accounts';
import { type Actor, derivedId, type EventStore, handleCommand, startOf } from '@madoguchi/event-sourcing';

export type RefusedAccess = Extract<AuditEvent, { type: 'AccessRefused' }>['data'] & {
  readonly tenantId: string;
  /** The agent that the person is, when they are one. */
  readonly agentId: string | null;
};

/** Puts into the log that somebody was refused. @param refusalId a uuid, new for each refusal */
export const recordRefusal = async (store: EventStore, refusalId: string, refused: RefusedAccess, now: () => Date): Promise<void> => {
  const { tenantId, agentId, ...what } = refused;
  const actor: Actor = agentId === null ? { kind: 'admin', id: what.userId } : { kind: 'agent', id: agentId };
  const cause = startOf(tenantId, actor, derivedId('refusal', refusalId));
  await handleCommand(store, auditDecider, auditStream(refusalId), { type: 'RecordRefusal', ...what }, cause, { now });
};
