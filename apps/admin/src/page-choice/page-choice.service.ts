import { Inject, Injectable } from '@nestjs/common';
import { pageChoiceDecider, pageChoiceStream } from '@madoguchi/accounts';
import type { EventStore } from '@madoguchi/event-sourcing';
import { asCommand } from '../as-command.js';
import { CLOCK, type Clock } from '../scheduler/clock.js';
import type { SignedInAdmin } from '../signed-in.js';
import { EVENT_STORE } from '../tokens.js';
import { ChosenPages } from './chosen-pages.js';
import { currentPageChoice } from './current-page-choice.js';
import { pageHolderHere } from './page-holder-here.js';
import { type PageChoiceView, pageChoiceView, type PageView } from './page-choice-view.js';
import type { ChoosePagesRequest } from './requests.js';

/** The desk waits for fifteen seconds; what takes longer goes on, and is seen when the choice is asked for again. */
const PATIENCE_MS = 8_000;

/** Steps 2 and 3 of 3: pages are chosen, and it is seen what became of each. */
@Injectable()
export class PageChoices {
  constructor(
    @Inject(EVENT_STORE) private readonly store: EventStore,
    @Inject(ChosenPages) private readonly chosen: ChosenPages,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async show(admin: SignedInAdmin, id: string, search?: string): Promise<PageChoiceView> {
    const { choice } = await currentPageChoice(this.store, admin.tenantId, id);
    const holders = new Map(
      await Promise.all(choice.pages.map(async ({ pageId }) => [pageId, await this.holderOf(admin, pageId)] as const)),
    );
    return pageChoiceView(id, choice, (pageId) => holders.get(pageId) ?? null, search);
  }

  async choose(admin: SignedInAdmin, id: string, request: ChoosePagesRequest, key: string): Promise<PageChoiceView> {
    const pages = request.pages.map(({ pageId, takeOver = false }) => ({ pageId, takeOver }));
    const mayRenew = admin.permissions.includes('integration-accounts.change');
    const command = { type: 'ChoosePages', pages, mayRenew, at: this.clock.now().toISOString() } as const;
    await currentPageChoice(this.store, admin.tenantId, id);
    await asCommand(this.store, admin, pageChoiceDecider, pageChoiceStream(id), command, key, { now: () => this.clock.now() });
    await within(PATIENCE_MS, this.chosen.connect(admin.tenantId, id));
    return this.show(admin, id);
  }

  /** Of another tenant nothing is told, not even since when. */
  private async holderOf({ tenantId, permissions }: SignedInAdmin, pageId: string): Promise<PageView['heldHere']> {
    const { holder, heldSince } = await pageHolderHere(this.store, pageId);
    if (!holder) return null;
    if (holder.tenantId !== tenantId) return { by: 'somebody else', accountId: null, since: null };
    const maySee = permissions.includes('integration-accounts.view');
    return { by: 'this tenant', accountId: maySee ? holder.accountId : null, since: maySee ? (heldSince ?? null) : null };
  }
}

/** Until it is done or the time is over; it goes on all the same. */
const within = async (milliseconds: number, work: Promise<void>): Promise<void> => {
  let timer: NodeJS.Timeout | undefined;
  const patience = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, patience]).finally(() => clearTimeout(timer));
};
