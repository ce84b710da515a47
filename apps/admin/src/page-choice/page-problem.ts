/** Why a page was not connected, as its row shows it. */
export class PageProblem extends Error {
  override readonly name = 'PageProblem';
  constructor(
    readonly code: string,
    readonly reason: string,
    readonly remedy: string,
  ) {
    super(reason);
  }
}
