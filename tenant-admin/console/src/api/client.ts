import createClient from 'openapi-fetch';
import { session } from '@/auth/session';
import { ApiProblem, NoAnswer, readProblem } from './problem';
import type { paths as EstatePaths } from './estate-schema';
import type { paths } from './schema';

const WAIT_AT_MOST_MS = 30_000;
/** A whole estate in one file may be large and the line slow. */
const WAIT_FOR_FILE_MS = 30 * 60_000;

/** Fetch with the caller's token; a refused token is renewed once and the request sent again. */
export async function authorisedFetch(request: Request, patienceMs = WAIT_AT_MOST_MS): Promise<Response> {
  const again = request.clone();
  const response = await send(request, await session.token(), patienceMs);
  if (response.status !== 401) return response;
  const renewed = await session.renew();
  if (!renewed) return response;
  return send(again, renewed, patienceMs);
}

async function send(request: Request, token: string | null, patienceMs: number): Promise<Response> {
  const headers = new Headers(request.headers);
  if (!headers.has('Accept')) headers.set('Accept', 'application/json, application/problem+json');
  if (token) headers.set('Authorization', `Bearer ${token}`);
  const patience = AbortSignal.timeout(patienceMs);
  try {
    return await fetch(new Request(request, { headers, signal: patience }));
  } catch (error) {
    if (patience.aborted) throw new NoAnswer();
    throw error;
  }
}

/** The control plane. */
export const api = createClient<paths>({
  baseUrl: location.origin,
  fetch: (request) => authorisedFetch(request),
});

/** What anybody may read of an estate; asked without a token, so that everybody gets the same. */
export const estateApi = createClient<EstatePaths>({
  baseUrl: location.origin,
  fetch: (request) => send(request, null, WAIT_AT_MOST_MS),
});

/** The body of a good answer; anything else is thrown as {@link ApiProblem}. */
export async function answer<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  throw new ApiProblem(problemOf(error, response));
}

function problemOf(error: unknown, response: Response) {
  const requestId = response.headers.get('X-Request-Id') ?? undefined;
  const body = typeof error === 'object' && error !== null ? error : {};
  return { type: 'about:blank', title: '', requestId, ...body, status: response.status };
}

/** A file of the platform, for saving; with a form where what is said in it has to be sent first. */
export async function fetchFile(path: string, form?: object): Promise<Blob> {
  // Whatever the file is: a refusal is told by its status.
  const headers = { Accept: '*/*', ...(form && { 'Content-Type': 'application/json' }) };
  const sent = form && { method: 'POST', body: JSON.stringify(form) };
  const request = new Request(new URL(path, location.origin), { headers, ...sent });
  const response = await authorisedFetch(request, WAIT_FOR_FILE_MS);
  if (!response.ok) throw new ApiProblem(await readProblem(response));
  return response.blob();
}
