import { session } from '@/auth/session';
import { ApiProblem, type Problem } from './problem';

/** Sends a file as the request body. Progress is a fraction from 0 to 1. */
export async function uploadFile<T>(
  path: string,
  file: File,
  onProgress: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<T> {
  const first = await send(path, file, await session.token(), onProgress, signal);
  const renewed = first.status === 401 ? await session.renew() : null;
  const last = renewed ? await send(path, file, renewed, onProgress, signal) : first;
  const body = parse(last.responseText);
  if (last.status >= 200 && last.status < 300) return body as T;
  throw new ApiProblem({
    type: 'about:blank',
    title: '',
    requestId: last.getResponseHeader('X-Request-Id') ?? undefined,
    ...(body as Partial<Problem> | null),
    status: last.status,
  });
}

// fetch can't tell how much of a body has been sent; XMLHttpRequest can.
function send(
  path: string,
  file: File,
  token: string | null,
  onProgress: (fraction: number) => void,
  signal?: AbortSignal,
): Promise<XMLHttpRequest> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('Content-Type', 'application/octet-stream');
    if (token) request.setRequestHeader('Authorization', `Bearer ${token}`);
    request.upload.onprogress = (e) => e.lengthComputable && onProgress(e.loaded / e.total);
    request.onload = () => resolve(request);
    request.onerror = () => reject(new TypeError('upload failed'));
    request.onabort = () => reject(new DOMException('aborted', 'AbortError'));
    signal?.addEventListener('abort', () => request.abort(), { once: true });
    request.send(file);
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
