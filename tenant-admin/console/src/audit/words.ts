import { m } from '@/messages';

/** An act in words; one this console does not know yet is shown by its name. */
export function actWords(act: string): string {
  return m.acts[act] ?? act;
}

export const knownActs = Object.keys(m.acts);
