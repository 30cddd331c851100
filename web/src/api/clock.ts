/**
 * The server's clock, as far as the `Date` headers of its answers tell it. Each answer bounds how far this machine's
 * clock is off; the bounds of many answers together are narrower than the header's whole seconds.
 */
export class ServerClock {
  #low = Number.NEGATIVE_INFINITY;
  #high = Number.POSITIVE_INFINITY;

  constructor(private readonly local: () => number = Date.now) {}

  /** @param date the header; @param sentAt when the request left, by this machine's clock */
  observe(date: string | null, sentAt: number): void {
    const said = date === null ? Number.NaN : Date.parse(date);
    if (Number.isNaN(said)) return;
    // the header is cut to the second, and was written some time between sending and now
    const low = said - this.local();
    const high = said + 1000 - sentAt;
    const clockWasSet = low > this.#high || high < this.#low;
    this.#low = clockWasSet ? low : Math.max(low, this.#low);
    this.#high = clockWasSet ? high : Math.min(high, this.#high);
  }

  /** Milliseconds since 1970: this machine's own time wherever that may be right. */
  now(): number {
    return this.local() + Math.min(Math.max(0, this.#low), this.#high);
  }
}
