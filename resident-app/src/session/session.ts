import { computed, readonly, ref } from 'vue';
import { ApiProblem, hasStatus, problemOf } from '@/api/problem';
import { ask } from '@/api/transport';
import type { SessionGiven } from '@/api/types';
import { MINI_PROGRAM } from '@/platform/platform';
import { storage } from '@/platform/storage';
import { alone } from './alone';

/** A token that ends this soon is renewed before it is used. */
const RENEW_BEFORE_END_MS = 30_000;
const REFRESH = '/api/identity/sessions/refresh';
const SIGN_OUT = '/api/identity/sessions/sign-out';

/** H5 keeps that there is a cookie, never the token: scripts can't read it. The mini program keeps the token itself. */
const KEPT = 'session';
type Kept = true | string;

const kept = ref<Kept | null>(null);
let access: { token: string; endsAt: number } | null = null;
let renewing: Promise<string | null> | undefined;
const leaving: (() => void)[] = [];

const expired = ref(false);

export const session = {
  signedIn: computed(() => kept.value !== null),

  /** True from the moment the sign-in could not be prolonged until the person signs in again. */
  expired: readonly(expired),

  /** Takes up the sign-in of the last time; asks nobody. */
  restore(): void {
    kept.value = storage.read<Kept>(KEPT);
    access = null;
  },

  /** Someone signed in. */
  begin(given: SessionGiven): void {
    take(given);
    expired.value = false;
  },

  /** A token that is good for now, or null for somebody who is not signed in. */
  async token(): Promise<string | null> {
    if (kept.value === null) return null;
    return access && Date.now() < access.endsAt - RENEW_BEFORE_END_MS ? access.token : session.renew();
  },

  /** A fresh token, with what the person may do by now; null when the sign-in is over. Callers at once share it. */
  renew(): Promise<string | null> {
    renewing ??= alone(renewOnce).finally(() => (renewing = undefined));
    return renewing;
  },

  /** Ends the sign-in here, or on every device. What this phone kept of the person goes, whoever answers. */
  async end(everywhere: boolean): Promise<void> {
    const token = everywhere ? await session.token() : null;
    const refreshToken = typeof kept.value === 'string' ? kept.value : undefined;
    try {
      const { status, body, requestId } = await ask({
        method: 'post',
        path: SIGN_OUT,
        body: { refreshToken, everywhere },
        token,
      });
      if (everywhere && status >= 300) throw new ApiProblem(problemOf(status, body, requestId));
    } catch (error) {
      // Elsewhere it goes on: the person must know. Here it ends in any case.
      if (everywhere) throw error;
    }
    forget();
  },

  /** Runs when a sign-in ends: what was kept of the person goes. */
  onEnd(clear: () => void): void {
    leaving.push(clear);
  },
};

async function renewOnce(): Promise<string | null> {
  // Another window may have renewed, or signed out, while this one waited.
  const before = MINI_PROGRAM ? kept.value : storage.read<Kept>(KEPT);
  if (before === null) {
    forget();
    return null;
  }
  const refreshToken = typeof before === 'string' ? before : undefined;
  const { status, body, requestId } = await ask({ method: 'post', path: REFRESH, body: { refreshToken } });
  if (status === 200) return take(body as SessionGiven);
  const problem = new ApiProblem(problemOf(status, body, requestId));
  // Only this refusal ends the sign-in; a broken line, a busy server or a wall in between does not.
  if (!hasStatus(problem, 401)) throw problem;
  forget();
  expired.value = true;
  return null;
}

function take({ accessToken, expiresIn, refreshToken }: SessionGiven): string {
  // First kept, then used: each refresh token is good once.
  kept.value = MINI_PROGRAM && refreshToken ? refreshToken : true;
  storage.write(KEPT, kept.value);
  access = { token: accessToken, endsAt: Date.now() + expiresIn * 1000 };
  return accessToken;
}

function forget(): void {
  kept.value = null;
  access = null;
  storage.remove(KEPT);
  leaving.forEach((clear) => clear());
}
