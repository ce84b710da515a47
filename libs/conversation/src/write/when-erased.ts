import type { ConversationCommand } from '../commands.js';
import type { ConversationEvent } from '../events.js';
import { conversationClosed, customerErased } from './refusals.js';

/**
 * What a conversation does whose customer was erased: the customer's next message opens another one, people are told, and what platforms
 * and senders tell of the past is left. Undefined: as always.
 */
export const whenErased = (command: ConversationCommand): readonly ConversationEvent[] | undefined => {
  switch (command.type) {
    case 'ReceiveCustomerMessage':
      throw conversationClosed();
    case 'ReopenConversation':
    case 'ReplyToCustomer':
    case 'ResendReply':
    case 'TransferConversation':
    case 'ReturnToQueue':
    case 'AssignBySupervisor':
    case 'SnoozeConversation':
    case 'CorrectLanguage':
    case 'GiveToBot':
    case 'TakeOver':
    case 'ReactAsAgent':
    case 'AddNote':
    case 'RequestMediaAgain':
    case 'RecordMediaStored':
      throw customerErased();
    case 'EditCustomerMessage':
    case 'UnsendCustomerMessage':
    case 'ReactToMessage':
    case 'RecordReceipt':
    case 'LearnLanguage':
    case 'WakeConversation':
    case 'OverflowToQueue':
    case 'RecordPassedTargets':
    case 'SayAutomatically':
    case 'CloseAfterSilence':
    case 'AnswerAsBot':
    case 'HandOver':
    case 'ReceiveOtherAppMessage':
    case 'ReportThreadControl':
    case 'ReportThreadRequest':
    case 'RecordThreadControl':
    case 'RecordAccepted':
    case 'RecordFailed':
    case 'RecordUnknown':
    case 'DeferSending':
    case 'StartSending':
    case 'RecordMediaFailed':
    case 'RecordReactionFailed':
      return [];
    case 'RequestAgent':
    case 'OfferToAgent':
    case 'ReturnOffer':
    case 'AssignToAgent':
    case 'CloseConversation':
    case 'EraseConversation':
      return undefined;
  }
};
