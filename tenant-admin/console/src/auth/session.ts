import { ErrorResponse, UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { ref } from 'vue';
import { consoleConfig } from './config';

const RENEW_BEFORE_EXPIRY_SECONDS = 60;

/** True from the moment the sign-in could not be prolonged until the person signs in again. */
export const signInExpired = ref(false);

export interface Person {
  name: string;
  /** Member of at least one estate, by the token; what they are there the estate itself says. */
  belongsToEstates: boolean;
}

let manager: Promise<UserManager> | undefined;
let renewing: Promise<string | null> | undefined;

function userManager(): Promise<UserManager> {
  manager ??= makeManager().catch((error: unknown) => {
    manager = undefined;
    throw error;
  });
  return manager;
}

async function makeManager(): Promise<UserManager> {
  const config = await consoleConfig();
  const home = new URL(import.meta.env.BASE_URL, location.origin);
  const made = new UserManager({
    authority: config.issuer,
    client_id: config.clientId,
    redirect_uri: new URL('signed-in', home).href,
    post_logout_redirect_uri: new URL('signed-out', home).href,
    // organization:* names the estates one belongs to.
    scope: 'openid profile organization:*',
    automaticSilentRenew: true,
    accessTokenExpiringNotificationTimeInSeconds: RENEW_BEFORE_EXPIRY_SECONDS,
    userStore: new WebStorageStateStore({ store: sessionStorage }),
    stateStore: new WebStorageStateStore({ store: sessionStorage }),
  });
  made.events.addUserLoaded(() => {
    signInExpired.value = false;
  });
  return made;
}

async function currentUser(): Promise<User | null> {
  return (await userManager()).getUser();
}

export const session = {
  /** A token that is good for now, or null for somebody who is not signed in. */
  async token(): Promise<string | null> {
    if (!hasStoredSession()) return null;
    const user = await currentUser();
    if (!user) return null;
    return user.expired ? session.renew() : user.access_token;
  },

  /** A fresh token by the refresh token; null when the sign-in is over. Callers at once share one renewal. */
  async renew(): Promise<string | null> {
    renewing ??= renewOnce().finally(() => (renewing = undefined));
    return renewing;
  },

  async isSignedIn(): Promise<boolean> {
    return (await session.token()) !== null;
  },

  /** Who signed in, as the identity provider knows them; null for nobody. */
  async person(): Promise<Person | null> {
    const profile = (await currentUser())?.profile;
    if (!profile) return null;
    const username = profile.preferred_username ?? '';
    return { name: profile.name || username, belongsToEstates: profile.organization !== undefined };
  },

  async signIn(returnTo: string): Promise<void> {
    await (await userManager()).signinRedirect({ state: { returnTo }, ui_locales: 'zh-CN' });
  },

  /** Completes the sign-in; answers with the page that was asked for first. */
  async completeSignIn(): Promise<string> {
    const user = await (await userManager()).signinCallback();
    return safeReturn((user?.state as { returnTo?: unknown } | undefined)?.returnTo);
  },

  async signOut(): Promise<void> {
    const users = await userManager();
    sessionStorage.removeItem('drafts');
    await users.signoutRedirect();
  },
};

async function renewOnce(): Promise<string | null> {
  try {
    const user = await (await userManager()).signinSilent();
    return user?.access_token ?? null;
  } catch (error) {
    // Only the identity provider's own refusal ends the sign-in; a broken line does not.
    if (!(error instanceof ErrorResponse)) throw error;
    signInExpired.value = true;
    return null;
  }
}

// Public pages never need the identity provider: don't even load its address for them.
function hasStoredSession(): boolean {
  return Object.keys(sessionStorage).some((key) => key.startsWith('oidc.user:'));
}

/** Only a path of this console; never another site. */
export function safeReturn(target: unknown): string {
  return typeof target === 'string' && /^\/(?![/\\])/.test(target) ? target : '/';
}
