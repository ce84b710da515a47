import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { comparedName, nameClaimDecider, nameClaimStream } from '@madoguchi/accounts';
import { type Cause, type EventStore, handleCommand, Refusal } from '@madoguchi/event-sourcing';
import { ProblemException } from '@madoguchi/service-kit';
import { EVENT_STORE } from '../tokens.js';

/** A name that no two of a scope may have. */
export interface ScopedName {
  /** What is called so: the category of its stream, and whatever divides it. */
  readonly scope: string;
  readonly name: string;
  /** What is told to whom it is refused; left out: that the name is taken. */
  taken?(): ProblemException;
}

export interface NameHolder {
  readonly id: string;
  /** For problems: `queue`. */
  readonly title: string;
  /** The names that another holder has now, from its stream: a claim that it does not use was left over. */
  namesOf(id: string): Promise<readonly ScopedName[]>;
}

/**
 * Names that hold also when many want the same one at once: each is claimed in a stream of its own before the thing itself is written, and
 * let go when the thing is called otherwise. What a request left over that ended between the two is taken after a minute.
 */
@Injectable()
export class Names {
  constructor(@Inject(EVENT_STORE) private readonly store: EventStore) {}

  /** @throws ProblemException 409 `name-taken`, or as the name says */
  async claim(cause: Cause, names: readonly ScopedName[], holder: NameHolder): Promise<void> {
    for (const name of names) await this.claimOne(cause, name, holder);
  }

  async release(cause: Cause, names: readonly ScopedName[], holderId: string): Promise<void> {
    for (const { scope, name } of names) await this.command(cause, scope, name, { type: 'ReleaseName', holderId });
  }

  private async claimOne(cause: Cause, { scope, name, taken }: ScopedName, { id: holderId, title, namesOf }: NameHolder): Promise<void> {
    const claim = { type: 'ClaimName', scope, name, holderId } as const;
    const refused = () => taken?.() ?? nameTaken(title);
    try {
      await this.command(cause, scope, name, claim);
    } catch (error) {
      const other = holderIn(error);
      if (other === undefined) throw error;
      const used = (await namesOf(other)).some((one) => one.scope === scope && comparedName(one.name) === comparedName(name));
      if (used) throw refused();
      await this.command(cause, scope, name, { ...claim, leftOverBy: other }).catch((again: unknown) => {
        throw holderIn(again) === undefined ? again : refused();
      });
    }
  }

  /** Not under the request's own key: a request that comes again must hold the name again, not be told that it once did. */
  private async command(cause: Cause, scope: string, name: string, command: Parameters<ReturnType<typeof nameClaimDecider>['decide']>[0]) {
    const now = new Date();
    const stream = nameClaimStream(cause.tenantId, scope, comparedName(name));
    await handleCommand(this.store, nameClaimDecider(now), stream, command, { ...cause, commandId: randomUUID() }, { now: () => now });
  }
}

const holderIn = (error: unknown): string | undefined =>
  error instanceof Refusal && error.code === 'name-taken' ? String(error.details?.holderId) : undefined;

export const nameTaken = (title: string): ProblemException =>
  new ProblemException(409, 'name-taken', `Another ${title} of this name is there already. Choose another name.`);

export const isNameTaken = (error: unknown): boolean =>
  error instanceof ProblemException && (error.getResponse() as { readonly code?: string }).code === 'name-taken';

/** Those of the first that are not among the second. */
export const namesBeside = (names: readonly ScopedName[], others: readonly ScopedName[]): readonly ScopedName[] =>
  names.filter(({ scope, name }) => !others.some((other) => other.scope === scope && comparedName(other.name) === comparedName(name)));
