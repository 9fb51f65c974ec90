const WORDS_PER_BLOCK = 16;
const BLOCK = 64;
const ROUNDS = 64;
const MARK_AND_LENGTH = 9;
/** Much of a file at once, little of a computer's memory. */
const PIECE = 4 * 1024 * 1024;

/** The first 32 bits behind the point of the roots of the first primes, as the standard has them. */
function fractions(count: number, root: (prime: number) => number): Uint32Array {
  const found: number[] = [];
  for (let n = 2; found.length < count; n++) {
    let prime = true;
    for (let d = 2; d * d <= n; d++) if (n % d === 0) prime = false;
    if (prime) found.push((root(n) % 1) * 2 ** 32);
  }
  return Uint32Array.from(found);
}

const START = fractions(8, Math.sqrt);
const CONSTANTS = fractions(ROUNDS, Math.cbrt);

const turned = (word: number, by: number) => (word >>> by) | (word << (32 - by));

/**
 * SHA-256 (FIPS 180-4) piece by piece. The browser's own takes a file in one array only, which a whole estate may be
 * too large for, and is not there at all on pages without HTTPS.
 */
export class Sha256 {
  private readonly state = START.slice();
  private readonly rest = new Uint8Array(BLOCK);
  private readonly words = new Uint32Array(ROUNDS);
  private length = 0;

  update(bytes: Uint8Array): this {
    let from = 0;
    const begun = this.length % BLOCK;
    this.length += bytes.length;
    if (begun > 0) {
      const room = BLOCK - begun;
      this.rest.set(bytes.subarray(0, room), begun);
      if (bytes.length < room) return this;
      this.block(this.rest, 0);
      from = room;
    }
    for (; from + BLOCK <= bytes.length; from += BLOCK) this.block(bytes, from);
    this.rest.set(bytes.subarray(from));
    return this;
  }

  /** In hex; ask once, at the end. */
  hex(): string {
    const bits = this.length * 8;
    const padding = new Uint8Array(
      MARK_AND_LENGTH + ((2 * BLOCK - MARK_AND_LENGTH - (this.length % BLOCK)) % BLOCK),
    );
    padding[0] = 0x80;
    const tail = new DataView(padding.buffer);
    tail.setUint32(padding.length - 8, Math.floor(bits / 2 ** 32));
    tail.setUint32(padding.length - 4, bits % 2 ** 32);
    this.update(padding);
    return [...this.state].map((word) => word.toString(16).padStart(8, '0')).join('');
  }

  private block(bytes: Uint8Array, from: number): void {
    const w = this.words;
    const view = new DataView(bytes.buffer, bytes.byteOffset + from, BLOCK);
    for (let i = 0; i < WORDS_PER_BLOCK; i++) w[i] = view.getUint32(i * 4);
    for (let i = WORDS_PER_BLOCK; i < ROUNDS; i++) {
      const x = w[i - 15]!;
      const y = w[i - 2]!;
      const s0 = turned(x, 7) ^ turned(x, 18) ^ (x >>> 3);
      const s1 = turned(y, 17) ^ turned(y, 19) ^ (y >>> 10);
      w[i] = w[i - 16]! + s0 + w[i - 7]! + s1;
    }
    const s = this.state;
    let a = s[0]!;
    let b = s[1]!;
    let c = s[2]!;
    let d = s[3]!;
    let e = s[4]!;
    let f = s[5]!;
    let g = s[6]!;
    let h = s[7]!;
    for (let i = 0; i < ROUNDS; i++) {
      const s1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
      const one = (h + s1 + ((e & f) ^ (~e & g)) + CONSTANTS[i]! + w[i]!) | 0;
      const s0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
      const two = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + one) | 0;
      d = c;
      c = b;
      b = a;
      a = (one + two) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach((word, i) => (s[i] = s[i]! + word));
  }
}

/** The file's SHA-256 in hex, however large it is. */
export async function sha256Of(file: Blob): Promise<string> {
  const digest = new Sha256();
  for (let from = 0; from < file.size; from += PIECE) {
    digest.update(new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer()));
  }
  return digest.hex();
}
