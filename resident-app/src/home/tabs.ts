import { m } from '@/messages';
import type { IconName } from '@/ui/icons';

export type TabKey = 'home' | 'shop' | 'commons' | 'me';

/** What stands at the foot of the first page. */
export const tabs: { key: TabKey; label: string; icon: IconName }[] = [
  { key: 'home', label: m.tabs.home, icon: 'home' },
  { key: 'shop', label: m.tabs.shop, icon: 'shop' },
  { key: 'commons', label: m.tabs.commons, icon: 'commons' },
  { key: 'me', label: m.tabs.me, icon: 'me' },
];
