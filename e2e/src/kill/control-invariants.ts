import type { ConversationEvent } from '@madoguchi/conversation';
import type { RecordedEvent } from '@madoguchi/event-sourcing';

type ConversationLog = readonly (RecordedEvent & ConversationEvent)[];

/** Bots say something under the control that they have, agents in what is theirs. */
export const onlyWhoHasControlSpeaks = (stream: string, events: ConversationLog): string[] => {
  let bot: { readonly epoch: number } | undefined;
  let owner: string | undefined;
  return events.flatMap((event): string[] => {
    switch (event.type) {
      case 'ControlPassed':
        bot = event.data.to === 'bot' ? { epoch: event.data.epoch } : undefined;
        if (bot) owner = undefined;
        return [];
      case 'ConversationAssigned':
        [owner, bot] = [event.data.agentId, undefined];
        return [];
      case 'AgentRequested':
      case 'ConversationSnoozed':
        owner = undefined;
        return [];
      case 'ReplyQueued': {
        const { botId, agentId, epoch } = event.data;
        if (botId !== undefined && bot?.epoch !== epoch) return [`a bot spoke in ${stream} at version ${event.version} without control`];
        if (agentId !== undefined && agentId !== owner)
          return [`${agentId} spoke in ${stream} at version ${event.version}, which was not theirs`];
        return [];
      }
      default:
        return [];
    }
  });
};

/** What was handed over asks for an agent; what slept has woken at its time, or when the customer wrote. */
export const handedOverAndWoken = (stream: string, events: ConversationLog): string[] =>
  events.flatMap((event, index): string[] => {
    const [next] = events.slice(index + 1);
    if (event.type === 'ControlPassed' && event.data.to === 'nobody') {
      if (event.data.queueId === undefined || next?.type === 'AgentRequested') return [];
      return [`${stream} was handed over at version ${event.version}, and nobody was asked to take it`];
    }
    if (event.type !== 'ConversationSnoozed') return [];
    const { until } = event.data;
    const later = events.slice(index + 1);
    const woken = later.find(({ type }) => type === 'AgentRequested' || type === 'ConversationClosed');
    if (!woken) {
      const answered = later.some((one) => one.type === 'CustomerMessageReceived' && !one.data.notice);
      return until !== undefined || answered
        ? [`${stream} was put to sleep until ${until ?? 'the customer answers'} and still sleeps`]
        : [];
    }
    const early = until !== undefined && woken.type === 'AgentRequested' && woken.data.reason === 'snooze over' && woken.recordedAt < until;
    return early ? [`${stream} woke at ${woken.recordedAt}, before ${until}`] : [];
  });

/** Whom a bot has not answered is with people by now. */
export const nobodyWaitsForABot = (stream: string, events: ConversationLog): string[] => {
  let waits = false;
  let withBot = false;
  for (const event of events) {
    if (event.type === 'ControlPassed') withBot = event.data.to === 'bot';
    if (event.type === 'ConversationAssigned' || event.type === 'ConversationClosed') withBot = false;
    if (event.type === 'CustomerMessageReceived' && !event.data.notice) waits = true;
    if (event.type === 'ReplyQueued' || event.type === 'BotStayedSilent') waits = false;
  }
  return withBot && waits ? [`the customer of ${stream} still waits for a bot`] : [];
};
