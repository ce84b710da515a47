import { ProblemException } from '@madoguchi/service-kit';

/** Each reads the log and writes as fast as it can; more of them would be felt by everybody else. */
const MOST_OF_A_TENANT = 2;
const MOST_OF_ALL = 8;

/** How many exports run at once in this process, for each tenant. */
export class ExportPlaces {
  private readonly taken = new Map<string, number>();

  /**
   * @returns gives the place back; once, however often it is called
   * @throws ProblemException 429 `too-many-exports`
   */
  take(tenantId: string): () => void {
    const ofTenant = this.taken.get(tenantId) ?? 0;
    const ofAll = [...this.taken.values()].reduce((sum, count) => sum + count, 0);
    if (ofTenant >= MOST_OF_A_TENANT || ofAll >= MOST_OF_ALL)
      throw new ProblemException(429, 'too-many-exports', 'Other exports are running. Start this one when they have ended.');
    this.taken.set(tenantId, ofTenant + 1);
    let isTaken = true;
    return () => {
      if (isTaken) this.giveBack(tenantId);
      isTaken = false;
    };
  }

  private giveBack(tenantId: string): void {
    const left = (this.taken.get(tenantId) ?? 0) - 1;
    if (left > 0) this.taken.set(tenantId, left);
    else this.taken.delete(tenantId);
  }
}
