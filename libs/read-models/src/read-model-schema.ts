import type { MigrationInterface } from 'typeorm';
import { accountShelfProjector } from './account-shelf/account-shelf.projector.js';
import { AccountShelfV11795400000015 } from './account-shelf/account-shelf-v1.migration.js';
import { AccountShelfV21795400000120 } from './account-shelf/account-shelf-v2.migration.js';
import { AccountShelfV1Gone1795400000131 } from './account-shelf/account-shelf-v1-gone.migration.js';
import { ShelvedItemRow } from './account-shelf/shelved-item-row.entity.js';
import { AgentInboxRow } from './agent-inbox/agent-inbox-row.entity.js';
import { AgentInboxV11795400000001 } from './agent-inbox/agent-inbox-v1.migration.js';
import { AgentInboxV21795400000009 } from './agent-inbox/agent-inbox-v2.migration.js';
import { AgentInboxV31795400000012 } from './agent-inbox/agent-inbox-v3.migration.js';
import { WorkInHand1795400000090 } from './agent-inbox/work-in-hand.migration.js';
import { AgentInboxNotRouted1795400000014 } from './agent-inbox/agent-inbox-not-routed.migration.js';
import { BotsInDesk1795400000070 } from './bots/bots-in-desk.migration.js';
import { agentInboxProjector } from './agent-inbox/agent-inbox.projector.js';
import { AgentRow } from './agents/agent-row.entity.js';
import { AgentsV11795400000004 } from './agents/agents.migration.js';
import { agentsProjector } from './agents/agents.projector.js';
import { QueueRow } from './agents/queue-row.entity.js';
import { queuesProjector } from './agents/queues.projector.js';
import { AuditRow } from './audit/audit-row.entity.js';
import { AuditV11795400000061 } from './audit/audit.migration.js';
import { auditProjector } from './audit/audit.projector.js';
import { ChannelHealthConversation, ChannelHealthRow } from './channel-health/channel-health-row.entity.js';
import { ChannelHealthV11795400000080 } from './channel-health/channel-health.migration.js';
import { ChannelHealthV21795400000130 } from './channel-health/channel-health-v2.migration.js';
import { channelHealthProjector } from './channel-health/channel-health.projector.js';
import { ClockHoursRow } from './clocks/clock-hours-row.entity.js';
import { ClockQueueRow } from './clocks/clock-queue-row.entity.js';
import { ClockRow } from './clocks/clock-row.entity.js';
import { ClocksV11795400000110 } from './clocks/clocks-v1.migration.js';
import { clocksProjector } from './clocks/clocks.projector.js';
import { ContactRow } from './contacts/contact-row.entity.js';
import { ContactsV11795400000002 } from './contacts/contacts-v1.migration.js';
import { ContactsV21795400000011 } from './contacts/contacts-v2.migration.js';
import { contactsProjector } from './contacts/contacts.projector.js';
import { IntegrationAccountRow } from './integration-accounts/integration-account-row.entity.js';
import { IntegrationAccountsV11795400000003 } from './integration-accounts/integration-accounts-v1.migration.js';
import { IntegrationAccountsV21795400000008 } from './integration-accounts/integration-accounts-v2.migration.js';
import { IntegrationAccountsV31795400000013 } from './integration-accounts/integration-accounts-v3.migration.js';
import { integrationAccountsProjector } from './integration-accounts/integration-accounts.projector.js';
import { LiveConversationRow } from './live-figures/live-conversation-row.entity.js';
import { LiveCountRow } from './live-figures/live-count-row.entity.js';
import { LiveFiguresV11795400000095 } from './live-figures/live-figures.migration.js';
import { liveFiguresProjector } from './live-figures/live-figures.projector.js';
import { LiveTargetRow } from './live-figures/live-target-row.entity.js';
import { LiveWorkRow } from './live-figures/live-work-row.entity.js';
import { OfferRow } from './offers/offer-row.entity.js';
import { OffersV11795400000005 } from './offers/offers.migration.js';
import { offersProjector } from './offers/offers.projector.js';
import type { Projector } from './projector.js';
import { ProjectorCheckpoint } from './projector-checkpoint.entity.js';
import { ProjectorCheckpoints1795400000000, ProjectorCheckpointsV21795400000050 } from './projector-checkpoint.migration.js';
import { RoutingAgentRow } from './routing/routing-agent-row.entity.js';
import { RoutingConversationRow } from './routing/routing-conversation-row.entity.js';
import { RoutingHoursRow } from './routing/routing-hours-row.entity.js';
import { RoutingLastOwnerRow } from './routing/routing-last-owner-row.entity.js';
import { RoutingOfferRow } from './routing/routing-offer-row.entity.js';
import { RoutingQueueRow } from './routing/routing-queue-row.entity.js';
import { RoutingV11795400000007 } from './routing/routing.migration.js';
import { RoutingV21795400000075 } from './routing/routing-v2.migration.js';
import { SettingRow } from './settings/setting-row.entity.js';
import { SettingsV11795400000060 } from './settings/settings.migration.js';
import { settingsProjector } from './settings/settings.projector.js';
import { MediaRow } from './timeline/media-row.entity.js';
import { MessageMarkRow } from './timeline/message-mark-row.entity.js';
import { TimelineEntryRow } from './timeline/timeline-entry-row.entity.js';
import { TimelineV11795400000006 } from './timeline/timeline-v1.migration.js';
import { TimelineV21795400000010 } from './timeline/timeline-v2.migration.js';
import { timelineProjector } from './timeline/timeline.projector.js';
import { WrapUpRow } from './wrap-ups/wrap-up-row.entity.js';
import { wrapUpsProjector } from './wrap-ups/wrap-ups.projector.js';

/** What agent-desktop keeps up to date; every service may read it. */
export const deskProjectors: readonly Projector[] = [
  agentInboxProjector,
  timelineProjector,
  offersProjector,
  agentsProjector,
  queuesProjector,
  contactsProjector,
  integrationAccountsProjector,
  accountShelfProjector,
  channelHealthProjector,
  settingsProjector,
  auditProjector,
  liveFiguresProjector,
  clocksProjector,
  wrapUpsProjector,
];

/** For the `entities` of a DataSource. */
export const readModelEntities = [
  ProjectorCheckpoint,
  AgentInboxRow,
  TimelineEntryRow,
  MessageMarkRow,
  MediaRow,
  OfferRow,
  AgentRow,
  QueueRow,
  ContactRow,
  IntegrationAccountRow,
  ShelvedItemRow,
  ChannelHealthRow,
  ChannelHealthConversation,
  RoutingConversationRow,
  RoutingOfferRow,
  RoutingAgentRow,
  RoutingQueueRow,
  RoutingHoursRow,
  RoutingLastOwnerRow,
  SettingRow,
  AuditRow,
  LiveConversationRow,
  LiveWorkRow,
  LiveCountRow,
  LiveTargetRow,
  ClockRow,
  ClockQueueRow,
  ClockHoursRow,
  WrapUpRow,
];

/** For the `migrations` of a DataSource that is opened with the owner's address. */
export const readModelMigrations: readonly (new () => MigrationInterface)[] = [
  ProjectorCheckpoints1795400000000,
  AgentInboxV11795400000001,
  ContactsV11795400000002,
  IntegrationAccountsV11795400000003,
  AgentsV11795400000004,
  OffersV11795400000005,
  TimelineV11795400000006,
  RoutingV11795400000007,
  IntegrationAccountsV21795400000008,
  AgentInboxV21795400000009,
  TimelineV21795400000010,
  ContactsV21795400000011,
  AgentInboxV31795400000012,
  IntegrationAccountsV31795400000013,
  AgentInboxNotRouted1795400000014,
  AccountShelfV11795400000015,
  AccountShelfV21795400000120,
  ProjectorCheckpointsV21795400000050,
  SettingsV11795400000060,
  AuditV11795400000061,
  RoutingV21795400000075,
  BotsInDesk1795400000070,
  ChannelHealthV11795400000080,
  ClocksV11795400000110,
  WorkInHand1795400000090,
  LiveFiguresV11795400000095,
  ChannelHealthV21795400000130,
  AccountShelfV1Gone1795400000131,
];
