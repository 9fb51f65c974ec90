import { MINI_PROGRAM } from '@/platform/platform';
import { NoAnswer, NoConnection } from './problem';

const WAIT_AT_MOST_MS = 15_000;

export type Method = 'get' | 'post' | 'put' | 'delete';

export interface Question {
  method: Method;
  /** Below the gateway, with its query. */
  path: string;
  /** Sent as JSON; an ArrayBuffer as it is. */
  body?: unknown;
  token?: string | null;
}

export interface Answer {
  status: number;
  body: unknown;
  requestId: string | undefined;
}

// A browser asks where it came from; the refresh cookie goes along by itself.
const BASE = MINI_PROGRAM ? (import.meta.env.VITE_API_BASE ?? 'http://127.0.0.1:8080') : '';

/**
 * Asks once.
 * @throws NoAnswer when the time is over: it may have been done or not
 * @throws NoConnection when it could not be sent
 */
export function ask({ method, path, body, token }: Question): Promise<Answer> {
  const raw = body instanceof ArrayBuffer;
  const header: Record<string, string> = {
    Accept: 'application/json, application/problem+json',
    'Content-Type': raw ? 'application/octet-stream' : 'application/json',
  };
  if (token) header.Authorization = `Bearer ${token}`;
  return new Promise((resolve, reject) => {
    uni.request({
      url: BASE + path,
      method: method.toUpperCase() as 'GET' | 'POST' | 'PUT' | 'DELETE',
      // A string, so that neither platform turns it into a form or a query.
      data: body === undefined ? undefined : raw ? body : JSON.stringify(body),
      header,
      timeout: WAIT_AT_MOST_MS,
      success: ({ statusCode, data, header: told }) =>
        resolve({ status: statusCode, body: parsed(data), requestId: requestIdIn(told) }),
      fail: ({ errMsg }) => reject(/time\s*out/i.test(errMsg) ? new NoAnswer() : new NoConnection()),
    });
  });
}

// Both platforms parse JSON by themselves, but one of them not problem+json.
function parsed(data: unknown): unknown {
  if (typeof data !== 'string' || !/^\s*[[{]/.test(data)) return data;
  try {
    return JSON.parse(data);
  } catch {
    return data;
  }
}

// Platforms disagree about the case of header names.
function requestIdIn(header: unknown): string | undefined {
  const entries = Object.entries((header ?? {}) as Record<string, string>);
  return entries.find(([name]) => name.toLowerCase() === 'x-request-id')?.[1];
}
