import type { Rollout } from '@/api/types';

type Waves = Pick<Rollout, 'waves'>;

export interface Progress {
  done: number;
  failed: number;
  total: number;
}

export function progressOf(rollout: Waves): Progress {
  return rollout.waves.reduce(
    (sum, wave) => ({
      done: sum.done + wave.done,
      failed: sum.failed + wave.failed,
      total: sum.total + wave.total,
    }),
    { done: 0, failed: 0, total: 0 },
  );
}

/** A share in whole percent; complete only when it is, nothing only when there is nothing. */
export function percentOf(done: number, total: number): number {
  if (total === 0) return 0;
  if (done >= total) return 100;
  return done === 0 ? 0 : Math.min(99, Math.max(1, Math.round((done / total) * 100)));
}

/** Sizes as typed, e.g. "10, 50，200"; undefined leaves the choice to the platform, null is not a list of sizes. */
export function parseSizes(text: string): number[] | undefined | null {
  const parts = text
    .split(/[\s,，、]+/)
    .filter(Boolean)
    .map((part) => (/^\d{1,6}$/.test(part) ? Number(part) : 0));
  if (parts.length === 0) return undefined;
  return parts.every((size) => size > 0) ? parts : null;
}

export function fingerprint(rollout: Rollout): string {
  return JSON.stringify([rollout.state, rollout.waves, rollout.failures.length]);
}
