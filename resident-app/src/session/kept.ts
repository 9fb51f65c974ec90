import { storage } from '@/platform/storage';
import { session } from './session';

const INDEX = 'kept';
/** A phone keeps the last answers of this many questions. */
const AT_MOST = 12;

export interface Kept<T> {
  value: T;
  at: string;
}

/** Last good answers, to be shown while there is no network. They go when the sign-in ends. */
export const keptAnswers = {
  read<T>(name: string): Kept<T> | null {
    return storage.read<Kept<T>>(`${INDEX}.${name}`);
  },

  write(name: string, value: unknown, now = new Date()): void {
    const names = [name, ...keptNames().filter((n) => n !== name)];
    names.slice(AT_MOST).forEach((old) => storage.remove(`${INDEX}.${old}`));
    storage.write(INDEX, names.slice(0, AT_MOST));
    storage.write(`${INDEX}.${name}`, { value, at: now.toISOString() });
  },

  clear(): void {
    keptNames().forEach((name) => storage.remove(`${INDEX}.${name}`));
    storage.remove(INDEX);
  },
};

session.onEnd(keptAnswers.clear);

function keptNames(): string[] {
  return storage.read<string[]>(INDEX) ?? [];
}
