import type { ConversationEvent } from '@madoguchi/conversation';
import { idOf, type Recorded } from '@madoguchi/event-sourcing';
import { type AgentEvent, CLAIMED, type OtherWork, type Outcome, type RecordedWait, type Wish, WHOLE_PLACE } from '@madoguchi/routing';
import type { RoutingConversationRow } from '../routing/routing-conversation-row.entity.js';
import type { RoutingInMemory } from './routing-in-memory.js';

type Writable<Value> = { -readonly [Field in keyof Value]: Value[Field] };
type Wait = Writable<RecordedWait> & { changes: RecordedWait['changes'][number][]; refusals: RecordedWait['refusals'][number][] };
type AgentRequested = Extract<Recorded<ConversationEvent>, { type: 'AgentRequested' }>;

/** An offer that has not come to nothing. */
interface Offer {
  readonly queueId: string;
  readonly rule: string;
  readonly ring?: number;
  readonly policyVersion?: number;
  readonly weight: number;
  readonly interruptible: boolean;
  readonly offeredAt: number;
  takenAt?: number;
}

/** Who waited in the period and what became of them, beside the tables of routing that it folds. */
export class WaitsInPeriod {
  private readonly waits: Wait[] = [];
  private readonly otherWork: Writable<OtherWork>[] = [];
  /** By conversation: who waits now. */
  private readonly current = new Map<string, Wait>();
  private readonly offers = new Map<string, Offer>();
  /** By agent and conversation: what takes a place. */
  private readonly inHand = new Map<string, { releasedAt?: number }>();
  /** By conversation: nobody has answered yet. */
  private readonly unanswered = new Map<string, Writable<Outcome>>();

  constructor(
    private readonly routing: RoutingInMemory,
    private readonly from: number,
  ) {}

  all() {
    return { waits: this.waits, otherWork: this.otherWork };
  }

  /** What there is when the period begins. */
  begin(): void {
    for (const row of this.routing.rows.conversations.values()) if (row.waitingSince) this.start(row, this.from);
    this.waits.sort((one, other) => one.waitingSince - other.waitingSince);
    for (const { id, agentId, conversationId, queueId, explanation, weight, interruptible, state } of this.routing.openOffers()) {
      const { rule, ring, policyVersion } = explanation;
      if (state === 'open') this.offers.set(id, { queueId, rule, ring, policyVersion, weight, interruptible, offeredAt: this.from });
      else this.hold(agentId, conversationId, { takenAt: this.from, weight, interruptible });
    }
  }

  addConversationEvent(event: Recorded<ConversationEvent>, at: number): void {
    const id = idOf(event.stream);
    const before = this.routing.rows.conversations.get(id);
    const language = before?.language;
    this.routing.fold(event);
    const wait = this.current.get(id);
    switch (event.type) {
      case 'AgentRequested':
        if (wait) this.change(wait, event, at);
        else if (before) this.start(before, at, event);
        return;
      case 'ConversationAssigned':
        this.assign(id, event.data.agentId, event.data.offerId);
        return;
      case 'ReplyQueued':
        if (event.data.agentId !== undefined) this.answer(id, at);
        return;
      case 'ControlPassed':
        if (event.data.to === 'bot') this.leave(id, at);
        return;
      case 'ConversationSnoozed':
      case 'ConversationClosed':
        this.leave(id, at);
        return;
      default:
        if (wait && before && before.language !== language) wait.changes.push({ at, language: before.language ?? undefined });
    }
  }

  addAgentEvent(event: Recorded<AgentEvent>, at: number): void {
    const agentId = idOf(event.stream);
    this.routing.fold(event);
    switch (event.type) {
      case 'WorkOffered': {
        const { offerId, queueId, explanation, weight = WHOLE_PLACE, interruptible = false } = event.data;
        const { rule, ring, policyVersion } = explanation;
        this.offers.set(offerId, { queueId, rule, ring, policyVersion, weight, interruptible, offeredAt: at });
        return;
      }
      case 'OfferAccepted': {
        const offer = this.offers.get(event.data.offerId);
        if (offer) offer.takenAt = at;
        return;
      }
      case 'OfferDeclined':
      case 'OfferLapsed': {
        const offer = this.offers.get(event.data.offerId);
        const wait = this.current.get(event.data.conversationId);
        if (wait && offer) wait.refusals.push({ agentId, afterMs: at - offer.offeredAt });
        this.offers.delete(event.data.offerId);
        return;
      }
      case 'OfferWithdrawn':
        this.offers.delete(event.data.offerId);
        return;
      case 'WorkReleased': {
        const key = `${agentId} ${event.data.conversationId}`;
        const held = this.inHand.get(key);
        if (held) held.releasedAt = at;
        this.inHand.delete(key);
        return;
      }
      default:
        return;
    }
  }

  private start(row: RoutingConversationRow, beganAt: number, event?: AgentRequested): void {
    if (!row.queueId) return;
    // Whom the last policy preferred is known; whom another would, follows from who had the customer before.
    const lastOwner = event?.data.reason === 'first message' ? this.routing.rows.lastOwners.get(row.contactId) : undefined;
    const preferredAgentId = event ? event.data.preferredAgentId : (row.preferredAgentId ?? undefined);
    const wait: Wait = {
      conversationId: row.id,
      channel: row.channel,
      beganAt,
      waitingSince: row.waitingSince?.getTime() ?? beganAt,
      queuedAt: row.queuedAt?.getTime() ?? beganAt,
      queueId: row.queueId,
      hadBefore: row.hadBefore,
      changes: [],
      refusals: [],
      ...(row.language === null ? {} : { language: row.language }),
      ...(row.skills.length === 0 ? {} : { skills: row.skills }),
      ...(preferredAgentId === undefined ? {} : { preferredAgentId }),
      ...(lastOwner ? { lastOwner: { agentId: lastOwner.agentId, closedAt: lastOwner.closedAt.getTime() } } : {}),
    };
    this.waits.push(wait);
    this.current.set(row.id, wait);
  }

  /** What waits in another queue because the first one overflowed is decided again, not repeated. */
  private change(wait: Wait, { data }: AgentRequested, at: number): void {
    if (data.reason === 'overflow') return;
    const { queueId, language, skills, preferredAgentId } = data;
    const wish: Partial<Wish> = Object.fromEntries(
      Object.entries({ queueId, language, skills, preferredAgentId }).filter(([, value]) => value !== undefined),
    );
    wait.changes.push({ at, ...wish });
  }

  private assign(conversationId: string, agentId: string, offerId: string): void {
    const offer = this.offers.get(offerId);
    this.offers.delete(offerId);
    if (offer?.takenAt === undefined) return;
    const { takenAt, weight, interruptible } = offer;
    const wait = this.current.get(conversationId);
    this.current.delete(conversationId);
    if (!wait) {
      this.hold(agentId, conversationId, { takenAt, weight, interruptible });
      return;
    }
    const outcome: Writable<Outcome> = { agentId, ...offer, takenAt };
    wait.outcome = outcome;
    if (offer.rule === CLAIMED) wait.claimed = true;
    this.inHand.set(`${agentId} ${conversationId}`, outcome);
    this.unanswered.set(conversationId, outcome);
  }

  private hold(agentId: string, conversationId: string, work: Omit<OtherWork, 'agentId'>): void {
    const held: Writable<OtherWork> = { agentId, ...work };
    this.otherWork.push(held);
    this.inHand.set(`${agentId} ${conversationId}`, held);
  }

  private answer(conversationId: string, at: number): void {
    const outcome = this.unanswered.get(conversationId);
    if (outcome) outcome.answeredAt = at;
    this.unanswered.delete(conversationId);
  }

  private leave(conversationId: string, at: number): void {
    this.unanswered.delete(conversationId);
    const wait = this.current.get(conversationId);
    if (wait) wait.leftAt = at;
    this.current.delete(conversationId);
  }
}
