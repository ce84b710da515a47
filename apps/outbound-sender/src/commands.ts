import { type ContactCommand, type ConversationCommand } from '@madoguchi/conversation';
import { CONTACT_COMMANDS, CONVERSATION_COMMANDS, type CommandReply } from '@madoguchi/contracts';
import type { Cause } from '@madoguchi/event-sourcing';
import type { CommandClient } from '@madoguchi/jetstream';

/** What this service asks of the owner of conversations and contacts. */
export const commandsTo = (client: CommandClient) => ({
  conversation: (id: string, command: ConversationCommand, cause: Cause): Promise<CommandReply> =>
    client.send(CONVERSATION_COMMANDS, { id, command, cause }),
  contact: (id: string, command: ContactCommand, cause: Cause): Promise<CommandReply> =>
    client.send(CONTACT_COMMANDS, { id, command, cause }),
});

export type Commands = ReturnType<typeof commandsTo>;
