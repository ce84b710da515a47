import type {
  AccountSign,
  AgentHeartbeats,
  CommandReply,
  CommandRequest,
  InboundMessage,
  PlatformSign,
  TemplateList,
  TemplatesRequest,
  ReopenClosed,
} from '@madoguchi/contracts';
import type { ContactCommand, ConversationCommand } from '@madoguchi/conversation';
import type { RecordedEvent } from '@madoguchi/event-sourcing';
import type { AgentCommand, QueueCommand } from '@madoguchi/routing';

/** What goes over the subjects of `libs/contracts/src/subjects.ts`; `docs/asyncapi.json` is made from it. Events are in the catalogue. */
export interface Messages {
  /** An event as the log has it: what all of them have in common. */
  readonly event: RecordedEvent;
  /** One thing that a platform told us, translated, on its way to the log. */
  readonly inbound: InboundMessage;
  /** What ingress saw of an account itself: a proof of the platform, or a wrong token. */
  readonly accountSign: AccountSign;
  /** A command to a conversation. */
  readonly conversationCommand: CommandRequest<ConversationCommand>;
  /** A command to what is known of a person. */
  readonly contactCommand: CommandRequest<ContactCommand>;
  /** What was kept while a link was off, to be received now. */
  readonly importCommand: CommandRequest<InboundMessage>;
  /** To a closed conversation: that somebody goes on with it. */
  readonly reopenCommand: CommandRequest<ReopenClosed>;
  /** A command to an agent. */
  readonly agentCommand: CommandRequest<AgentCommand>;
  /** A command to a queue. */
  readonly queueCommand: CommandRequest<QueueCommand>;
  /** What became of a command: a refusal is an answer too. */
  readonly commandReply: CommandReply;
  /** Whose pages are open. */
  readonly agentHeartbeats: AgentHeartbeats;
  /** What the customer may see while an agent works. */
  readonly platformSign: PlatformSign;
  /** Asks for the templates of the account of a conversation. */
  readonly templatesRequest: TemplatesRequest;
  /** What the platform has approved. */
  readonly templates: TemplateList;
}
