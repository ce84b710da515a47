import type { Decider } from '@madoguchi/event-sourcing';
import type { ConversationCommand } from './commands.js';
import type { ConversationEvent } from './events.js';
import { type Conversation, evolve, initialConversation } from './state.js';
import { addNote } from './write/add-note.js';
import { answerAsBot } from './write/answer-as-bot.js';
import { assignBySupervisor } from './write/assign-by-supervisor.js';
import { assignToAgent } from './write/assign-to-agent.js';
import { changeCustomerMessage } from './write/change-customer-message.js';
import { closeAfterSilence } from './write/close-after-silence.js';
import { closeConversation } from './write/close-conversation.js';
import { correctLanguage } from './write/correct-language.js';
import { eraseConversation } from './write/erase-conversation.js';
import { giveToBot } from './write/give-to-bot.js';
import { handOver } from './write/hand-over.js';
import { learnLanguage } from './write/learn-language.js';
import { offerToAgent } from './write/offer-to-agent.js';
import { overflowToQueue } from './write/overflow-to-queue.js';
import { reactAsAgent } from './write/react-as-agent.js';
import { receiveCustomerMessage } from './write/receive-customer-message.js';
import { recordPassedTargets } from './write/record-passed-targets.js';
import { recordOutcome, recordReceipt } from './write/record-outcome.js';
import { replyToCustomer } from './write/reply-to-customer.js';
import { receiveOtherAppMessage } from './write/receive-other-app-message.js';
import { recordThreadControl, reportThreadControl, reportThreadRequest } from './write/thread-control.js';
import { reopenConversation } from './write/reopen-conversation.js';
import { requestAgent } from './write/request-agent.js';
import { requestMediaAgain } from './write/request-media-again.js';
import { resendAfterOutage } from './write/resend-after-outage.js';
import { resendReply } from './write/resend-reply.js';
import { returnOffer } from './write/return-offer.js';
import { returnToQueue } from './write/return-to-queue.js';
import { sayAutomatically } from './write/say-automatically.js';
import { settleMedia } from './write/settle-media.js';
import { snoozeConversation, wakeConversation } from './write/snooze-conversation.js';
import { deferSending, startSending } from './write/start-sending.js';
import { takeOver } from './write/take-over.js';
import { transferConversation } from './write/transfer-conversation.js';
import { whenErased } from './write/when-erased.js';

const decide = (command: ConversationCommand, conversation: Conversation): readonly ConversationEvent[] => {
  const instead = conversation.erased && whenErased(command);
  if (instead) return instead;
  switch (command.type) {
    case 'ReceiveCustomerMessage':
      return receiveCustomerMessage(command, conversation);
    case 'ReopenConversation':
      return reopenConversation(command, conversation);
    case 'EditCustomerMessage':
    case 'UnsendCustomerMessage':
    case 'ReactToMessage':
      return changeCustomerMessage(command);
    case 'RequestAgent':
      return requestAgent(command, conversation);
    case 'OfferToAgent':
      return offerToAgent(command, conversation);
    case 'ReturnOffer':
      return returnOffer(command, conversation);
    case 'AssignToAgent':
      return assignToAgent(command, conversation);
    case 'GiveToBot':
      return giveToBot(command, conversation);
    case 'TakeOver':
      return takeOver(command, conversation);
    case 'HandOver':
      return handOver(command, conversation);
    case 'AnswerAsBot':
      return answerAsBot(command, conversation);
    case 'ReceiveOtherAppMessage':
      return receiveOtherAppMessage(command, conversation);
    case 'ReportThreadControl':
      return reportThreadControl(command, conversation);
    case 'ReportThreadRequest':
      return reportThreadRequest(command, conversation);
    case 'RecordThreadControl':
      return recordThreadControl(command, conversation);
    case 'ReplyToCustomer':
      return replyToCustomer(command, conversation);
    case 'ResendReply':
      return resendReply(command, conversation);
    case 'ResendAfterOutage':
      return resendAfterOutage(command, conversation);
    case 'StartSending':
      return startSending(command, conversation);
    case 'DeferSending':
      return deferSending(command, conversation);
    case 'RecordAccepted':
    case 'RecordFailed':
    case 'RecordUnknown':
      return recordOutcome(command, conversation);
    case 'RecordReceipt':
      return recordReceipt(command, conversation);
    case 'RecordMediaStored':
    case 'RecordMediaFailed':
      return settleMedia(command, conversation);
    case 'RequestMediaAgain':
      return requestMediaAgain(command, conversation);
    case 'ReactAsAgent':
    case 'RecordReactionFailed':
      return reactAsAgent(command, conversation);
    case 'AddNote':
      return addNote(command, conversation);
    case 'TransferConversation':
      return transferConversation(command, conversation);
    case 'ReturnToQueue':
      return returnToQueue(command, conversation);
    case 'AssignBySupervisor':
      return assignBySupervisor(command, conversation);
    case 'SnoozeConversation':
      return snoozeConversation(command, conversation);
    case 'WakeConversation':
      return wakeConversation(command, conversation);
    case 'OverflowToQueue':
      return overflowToQueue(command, conversation);
    case 'LearnLanguage':
      return learnLanguage(command, conversation);
    case 'CorrectLanguage':
      return correctLanguage(command, conversation);
    case 'RecordPassedTargets':
      return recordPassedTargets(command, conversation);
    case 'SayAutomatically':
      return sayAutomatically(command, conversation);
    case 'CloseAfterSilence':
      return closeAfterSilence(command, conversation);
    case 'CloseConversation':
      return closeConversation(command, conversation);
    case 'EraseConversation':
      return eraseConversation(command, conversation);
    default:
      return neverReached(command);
  }
};

const neverReached = (command: never): never => {
  throw new TypeError(`no such command: ${JSON.stringify(command)}`);
};

/** Everything that can happen in a conversation. */
export const conversationDecider: Decider<Conversation, ConversationCommand, ConversationEvent> = {
  initialState: initialConversation,
  evolve,
  decide,
  subjectOf: (event) => (event.type === 'ConversationOpened' ? event.data.contactId : undefined),
};
