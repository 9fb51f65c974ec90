import { Blob as FileBlob } from 'node:buffer';
import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { Sha256, sha256Of } from './sha256';

const bytes = (length: number) => Uint8Array.from({ length }, (_, i) => (i * 31 + 7) % 256);
const expected = (of: Uint8Array) => createHash('sha256').update(of).digest('hex');

it('is the SHA-256 of any number of bytes', () => {
  for (let length = 0; length < 260; length++) {
    expect(new Sha256().update(bytes(length)).hex()).toBe(expected(bytes(length)));
  }
});

it('is the same in whatever pieces the bytes come', () => {
  const all = bytes(1000);
  for (const size of [1, 3, 63, 64, 65, 129, 999]) {
    const digest = new Sha256();
    for (let from = 0; from < all.length; from += size) digest.update(all.subarray(from, from + size));
    expect(digest.hex()).toBe(expected(all));
  }
});

it('reads a large file piece by piece', async () => {
  const large = new Uint8Array(5 * 1024 * 1024);
  large.set(bytes(1000), 4 * 1024 * 1024 - 500);
  expect(await sha256Of(new FileBlob([large]) as Blob)).toBe(expected(large));
});
