import { onScopeDispose } from 'vue';

type Handler = () => void;

const handlers = new Map<string, Handler[]>();
const CHORD_MS = 1200;
let prefix = '';
let prefixAt = 0;

/** Registers a shortcut while the calling component lives. The newest one for a key wins. */
export function useKey(key: string, handler: Handler): void {
  handlers.set(key, [handler, ...(handlers.get(key) ?? [])]);
  onScopeDispose(() => {
    handlers.set(
      key,
      (handlers.get(key) ?? []).filter((h) => h !== handler),
    );
  });
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName);
}

export function onKeydown(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key !== 'Escape' && (isTyping(event.target) || dialogIsOpen())) return;
  const key = prefix && event.timeStamp - prefixAt < CHORD_MS ? `${prefix} ${event.key}` : event.key;
  prefix = event.key === 'g' && key === 'g' ? 'g' : '';
  prefixAt = event.timeStamp;
  const handler = handlers.get(key)?.[0];
  if (!handler) return;
  event.preventDefault();
  handler();
}

function dialogIsOpen(): boolean {
  return document.querySelector('.el-overlay:not([style*="display: none"]) [role="dialog"]') !== null;
}
