const encoder = new TextEncoder();
const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

export function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff;
  for (const byte of bytes) c = crcTable[(c ^ byte) & 0xff]! ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}

/** A zip archive of texts, stored without compression: enough for a workbook of a list. */
export function zip(files: Record<string, string>): Uint8Array<ArrayBuffer> {
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const path = encoder.encode(name);
    const data = encoder.encode(text);
    const crc = crc32(data);
    const local = concat([
      header(0x04034b50, 30, [20, 0x0800, 0, 0, 0x21], crc, data.length, path.length),
      path,
      data,
    ]);
    directory.push(concat([centralHeader(crc, data.length, path.length, offset), path]));
    parts.push(local);
    offset += local.length;
  }
  const central = concat(directory);
  return concat([...parts, central, end(parts.length, central.length, offset)]);
}

function header(
  signature: number,
  size: number,
  shorts: number[],
  crc: number,
  length: number,
  pathLength: number,
): Uint8Array {
  const view = new DataView(new ArrayBuffer(size));
  view.setUint32(0, signature, true);
  shorts.forEach((value, i) => view.setUint16(4 + 2 * i, value, true));
  view.setUint32(14, crc, true);
  view.setUint32(18, length, true);
  view.setUint32(22, length, true);
  view.setUint16(26, pathLength, true);
  return new Uint8Array(view.buffer);
}

function centralHeader(crc: number, length: number, pathLength: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(46));
  view.setUint32(0, 0x02014b50, true);
  [20, 20, 0x0800, 0, 0, 0x21].forEach((value, i) => view.setUint16(4 + 2 * i, value, true));
  view.setUint32(16, crc, true);
  view.setUint32(20, length, true);
  view.setUint32(24, length, true);
  view.setUint16(28, pathLength, true);
  view.setUint32(42, offset, true);
  return new Uint8Array(view.buffer);
}

function end(count: number, size: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}

function concat(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
