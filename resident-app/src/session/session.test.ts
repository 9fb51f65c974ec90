import { beforeEach, describe, expect, it, vi } from 'vitest';
import { answering, keptOnPhone } from '../../tests/platform';

const REFRESH = 'POST /api/identity/sessions/refresh';
const given = (accessToken: string, refreshToken: string | null = null, expiresIn = 300) => ({
  accessToken,
  refreshToken,
  expiresIn,
  newAccount: false,
});

async function sessionOn(platform: 'h5' | 'mp-weixin') {
  vi.resetModules();
  vi.stubEnv('UNI_PLATFORM', platform);
  const { session } = await import('./session');
  session.restore();
  return session;
}

beforeEach(() => vi.unstubAllEnvs());

describe('in a browser', () => {
  it('keeps no token where scripts could read it', async () => {
    const session = await sessionOn('h5');
    session.begin(given('access-1'));
    expect(await session.token()).toBe('access-1');
    expect(JSON.stringify(keptOnPhone())).not.toContain('access-1');
  });

  it('renews by its cookie after a restart', async () => {
    (await sessionOn('h5')).begin(given('access-1'));
    const { asked } = answering({ [REFRESH]: given('access-2') });
    const session = await sessionOn('h5');
    expect(session.signedIn.value).toBe(true);
    expect(await session.token()).toBe('access-2');
    expect(asked.map((q) => q.body)).toEqual([{}]);
  });

  it('asks nobody for someone who never signed in', async () => {
    const { asked } = answering({});
    const session = await sessionOn('h5');
    expect(await session.token()).toBeNull();
    expect(asked).toEqual([]);
  });

  it('renews once for callers at once', async () => {
    const { asked } = answering({ [REFRESH]: given('access-2') });
    const session = await sessionOn('h5');
    session.begin(given('access-1', null, 20));
    expect(await Promise.all([session.token(), session.token(), session.renew()])).toEqual([
      'access-2',
      'access-2',
      'access-2',
    ]);
    expect(asked).toHaveLength(1);
  });
});

describe('in the mini program', () => {
  it('keeps each new refresh token and never uses one twice', async () => {
    const session = await sessionOn('mp-weixin');
    session.begin(given('access-1', 'refresh-1'));
    let turn = 1;
    const { asked } = answering({
      [REFRESH]: () => {
        turn += 1;
        return given(`access-${turn}`, `refresh-${turn}`);
      },
    });
    await session.renew();
    await session.renew();
    expect(asked.map((q) => q.body)).toEqual([{ refreshToken: 'refresh-1' }, { refreshToken: 'refresh-2' }]);
    expect(keptOnPhone()['yuanlin.session']).toBe('refresh-3');
  });
});

describe('the end', () => {
  it('comes with a refusal, and what was kept goes', async () => {
    answering({ [REFRESH]: { status: 401, body: {} } });
    const session = await sessionOn('h5');
    const cleared = vi.fn();
    session.onEnd(cleared);
    session.begin(given('access-1', null, 20));
    expect(await session.token()).toBeNull();
    expect(session.signedIn.value).toBe(false);
    expect(session.expired.value).toBe(true);
    expect(cleared).toHaveBeenCalledOnce();
  });

  it('does not come with a busy server or a broken line', async () => {
    answering({ [REFRESH]: { status: 503, body: {} } });
    const session = await sessionOn('h5');
    session.begin(given('access-1', null, 20));
    await expect(session.token()).rejects.toThrow();
    answering({ [REFRESH]: 'cut' });
    await expect(session.token()).rejects.toThrow();
    expect(session.signedIn.value).toBe(true);
  });

  it('comes here even when nobody answers, but everywhere only when the platform says so', async () => {
    answering({ 'POST /api/identity/sessions/sign-out': 'cut' });
    const session = await sessionOn('h5');
    session.begin(given('access-1'));
    await expect(session.end(true)).rejects.toThrow();
    expect(session.signedIn.value).toBe(true);
    await session.end(false);
    expect(session.signedIn.value).toBe(false);
  });
});
