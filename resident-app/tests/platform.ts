import { vi } from 'vitest';

/** What the phone keeps, by name. */
let kept: Record<string, unknown> = {};

export interface Asked {
  key: string;
  query: string;
  body: unknown;
  token: string | undefined;
}

/** Answers by "METHOD /path": a body, {status, body}, a function of the question, or 'cut' for a broken line. */
export type Answers = Record<string, unknown>;

interface Request {
  url: string;
  method: string;
  data?: string | ArrayBuffer;
  header: Record<string, string>;
  success: (answer: { statusCode: number; data: unknown; header: object }) => void;
  fail: (failure: { errMsg: string }) => void;
}

/** Calls of the phone's own functions that pages make. */
export const phone = {
  navigateTo: vi.fn(),
  redirectTo: vi.fn(),
  reLaunch: vi.fn(),
  navigateBack: vi.fn(),
  showToast: vi.fn(),
  setClipboardData: vi.fn(({ success }: { success?: () => void }) => success?.()),
};

/** Puts a phone in place that keeps nothing and reaches nobody. */
export function newPhone(): void {
  kept = {};
  Object.values(phone).forEach((call) => call.mockClear());
  vi.stubGlobal('getCurrentPages', () => [{ route: 'home/home', options: {} }]);
  vi.stubGlobal('uni', {
    ...phone,
    getStorageSync: (name: string) => kept[name] ?? '',
    setStorageSync: (name: string, value: unknown) => (kept[name] = JSON.parse(JSON.stringify(value))),
    removeStorageSync: (name: string) => delete kept[name],
    setNavigationBarTitle: () => {},
    stopPullDownRefresh: () => {},
    pageScrollTo: () => {},
    getWindowInfo: () => ({ statusBarHeight: 0 }),
    request: ({ fail }: Request) => fail({ errMsg: 'request:fail' }),
  });
}

export function keptOnPhone(): Record<string, unknown> {
  return kept;
}

/** From now on the platform answers like this; what is not listed is a 404. */
export function answering(table: Answers): { asked: Asked[] } {
  const asked: Asked[] = [];
  uni.request = ((request: Request) => {
    const url = new URL(request.url, 'http://platform');
    const question: Asked = {
      key: `${request.method} ${url.pathname}`,
      query: url.search,
      body: typeof request.data === 'string' ? JSON.parse(request.data) : request.data,
      token: request.header.Authorization?.replace('Bearer ', ''),
    };
    asked.push(question);
    const found = table[question.key];
    const answer: unknown = typeof found === 'function' ? found(question) : found;
    queueMicrotask(() => deliver(request, answer));
  }) as unknown as typeof uni.request;
  return { asked };
}

function deliver({ success, fail }: Request, answer: unknown): void {
  const header = { 'x-request-id': 'req-1' };
  if (answer === 'cut') return fail({ errMsg: 'request:fail' });
  if (answer === undefined) return success({ statusCode: 404, data: {}, header });
  const told = answer as { status?: number; body?: unknown };
  if (typeof told.status === 'number') success({ statusCode: told.status, data: told.body, header });
  else success({ statusCode: 200, data: answer, header });
}
