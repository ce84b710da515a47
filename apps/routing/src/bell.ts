/** Wakes a loop that sleeps. A ring while it works is heard when it sleeps next. */
export class Bell {
  private rung = false;
  private wake = (): void => undefined;

  ring(): void {
    this.rung = true;
    this.wake();
  }

  /** Until somebody rings, the time is over, or the signal aborts. */
  async wait(milliseconds: number, signal: AbortSignal): Promise<void> {
    if (!this.rung && !signal.aborted) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, milliseconds);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
        signal.addEventListener('abort', this.wake, { once: true });
      });
      signal.removeEventListener('abort', this.wake);
    }
    this.rung = false;
  }
}
