/** Cursors walked so far. A keyset can't be read backwards, so the way back is remembered. */
export class Trail {
  readonly #walked: readonly (string | undefined)[];

  constructor(
    readonly current: string | undefined,
    walked: readonly (string | undefined)[] = [],
  ) {
    this.#walked = walked;
  }

  forward(cursor: string): Trail {
    return new Trail(cursor, [...this.#walked, this.current]);
  }

  back(): Trail {
    return new Trail(this.#walked.at(-1), this.#walked.slice(0, -1));
  }

  get hasPrevious(): boolean {
    return this.#walked.length > 0;
  }

  /** Counted from 1; null when the list was entered in the middle, by a shared address. */
  get number(): number | null {
    const start = this.hasPrevious ? this.#walked[0] : this.current;
    return start === undefined ? this.#walked.length + 1 : null;
  }
}
