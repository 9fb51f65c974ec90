const PREFIX = 'yuanlin.';

/** What this phone keeps. A full or forbidden storage keeps nothing, and nothing else breaks. */
export const storage = {
  read<T>(name: string): T | null {
    try {
      const value: unknown = uni.getStorageSync(PREFIX + name);
      return value === '' || value === undefined || value === null ? null : (value as T);
    } catch {
      return null;
    }
  },

  write(name: string, value: unknown): void {
    try {
      uni.setStorageSync(PREFIX + name, value);
    } catch {
      // Private windows have no storage: it is asked again next time.
    }
  },

  remove(name: string): void {
    try {
      uni.removeStorageSync(PREFIX + name);
    } catch {
      // Nothing was kept.
    }
  },
};
