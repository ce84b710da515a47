/**
 * What `{admin}/api/v1` answers: first part of the path → methods. The desk gives it under its own origin, and nothing else of admin; each
 * route of admin stands here, or is named below. Agents are read at the desk, which has its own `GET /agents`.
 */
export const ADMIN_RESOURCES = {
  'integration-accounts': ['GET', 'POST', 'PATCH', 'DELETE'],
  'integration-account-types': ['GET'],
  forms: ['GET', 'POST'],
  home: ['GET'],
  'page-choices': ['GET', 'POST'],
  'contact-windows': ['GET', 'POST', 'PATCH', 'DELETE'],
  'channel-health': ['GET', 'POST'],
  bots: ['GET', 'POST', 'PATCH', 'DELETE'],
  queues: ['GET', 'POST', 'PATCH', 'DELETE'],
  agents: ['POST'],
  'agent-profiles': ['GET', 'POST', 'PATCH', 'DELETE'],
  skills: ['GET', 'POST', 'PATCH', 'DELETE'],
  'business-hours': ['GET', 'POST', 'PATCH', 'DELETE'],
  'content-profiles': ['GET', 'POST', 'PATCH', 'DELETE'],
  'reply-templates': ['GET', 'POST', 'PATCH', 'DELETE'],
  organisation: ['GET', 'PATCH'],
  permissions: ['GET'],
  roles: ['GET', 'POST', 'PATCH', 'DELETE'],
  members: ['GET', 'POST', 'PUT'],
  contacts: ['GET', 'POST'],
  erasures: ['GET'],
  audit: ['GET'],
  events: ['GET'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** Routes of admin that the desk answers by itself. */
export const ANSWERED_BY_DESK: readonly string[] = ['GET /api/v1/agents'];
