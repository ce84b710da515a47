import type { AddNote } from './write/add-note.js';
import type { AnswerAsBot } from './write/answer-as-bot.js';
import type { AssignBySupervisor } from './write/assign-by-supervisor.js';
import type { AssignToAgent } from './write/assign-to-agent.js';
import type { ChangeCustomerMessage } from './write/change-customer-message.js';
import type { CloseAfterSilence } from './write/close-after-silence.js';
import type { CloseConversation } from './write/close-conversation.js';
import type { CorrectLanguage } from './write/correct-language.js';
import type { EraseConversation } from './write/erase-conversation.js';
import type { GiveToBot } from './write/give-to-bot.js';
import type { HandOver } from './write/hand-over.js';
import type { LearnLanguage } from './write/learn-language.js';
import type { OfferToAgent } from './write/offer-to-agent.js';
import type { OverflowToQueue } from './write/overflow-to-queue.js';
import type { ReactAsAgent } from './write/react-as-agent.js';
import type { ReceiveCustomerMessage } from './write/receive-customer-message.js';
import type { RecordPassedTargets } from './write/record-passed-targets.js';
import type { RecordOutcome, RecordReceipt } from './write/record-outcome.js';
import type { ReplyToCustomer } from './write/reply-to-customer.js';
import type { ReceiveOtherAppMessage } from './write/receive-other-app-message.js';
import type { RecordThreadControl, ReportThreadControl, ReportThreadRequest } from './write/thread-control.js';
import type { ReopenConversation } from './write/reopen-conversation.js';
import type { RequestAgent } from './write/request-agent.js';
import type { RequestMediaAgain } from './write/request-media-again.js';
import type { ResendAfterOutage } from './write/resend-after-outage.js';
import type { ResendReply } from './write/resend-reply.js';
import type { ReturnOffer } from './write/return-offer.js';
import type { ReturnToQueue } from './write/return-to-queue.js';
import type { SayAutomatically } from './write/say-automatically.js';
import type { SettleMedia } from './write/settle-media.js';
import type { SnoozeConversation, WakeConversation } from './write/snooze-conversation.js';
import type { DeferSending, StartSending } from './write/start-sending.js';
import type { TakeOver } from './write/take-over.js';
import type { TransferConversation } from './write/transfer-conversation.js';

/** Everything that can be asked of a conversation. */
export type ConversationCommand =
  | ReceiveCustomerMessage
  | ReopenConversation
  | ChangeCustomerMessage
  | RequestAgent
  | OfferToAgent
  | ReturnOffer
  | AssignToAgent
  | GiveToBot
  | TakeOver
  | HandOver
  | AnswerAsBot
  | ReceiveOtherAppMessage
  | ReportThreadControl
  | ReportThreadRequest
  | RecordThreadControl
  | ReplyToCustomer
  | ResendReply
  | ResendAfterOutage
  | StartSending
  | DeferSending
  | RecordOutcome
  | RecordReceipt
  | SettleMedia
  | RequestMediaAgain
  | ReactAsAgent
  | AddNote
  | TransferConversation
  | ReturnToQueue
  | AssignBySupervisor
  | SnoozeConversation
  | WakeConversation
  | OverflowToQueue
  | LearnLanguage
  | CorrectLanguage
  | RecordPassedTargets
  | SayAutomatically
  | CloseAfterSilence
  | CloseConversation
  | EraseConversation;
