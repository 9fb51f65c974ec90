import type { Binding, BindingState, Me } from '@/api/types';
import { m } from '@/messages';
import { routes, type Route } from '@/platform/routes';
import type { IconName } from '@/ui/icons';

/** Something that waits for the person. */
export interface Need {
  key: string;
  title: string;
  note: string;
  icon: IconName;
  to: Route;
  urgent: boolean;
}

export interface Situation {
  signedIn: boolean;
  roles: Me['roles'];
  bindings: Binding[];
  unread: number;
}

/** What waits for the person in an estate, the most pressing first. */
export function needsOf({ signedIn, roles, bindings, unread }: Situation): Need[] {
  if (!signedIn) {
    return [need('sign-in', m.home.signIn, m.home.signInWhy, 'me', routes.signIn, true)];
  }
  const units = (state: BindingState) => bindings.filter((b) => b.state === state && b.relation !== 'GUEST');
  const refused = units('REJECTED').map((b) =>
    need(
      `rejected-${b.id}`,
      m.home.rejected(b.door),
      m.home.rejectedWhy(b.reason ?? ''),
      'bad',
      routes.units,
      true,
    ),
  );
  const waiting = units('PENDING').map((b) =>
    need(`pending-${b.id}`, m.home.pending(b.door), m.home.pendingWhy, 'warn', routes.units, false),
  );
  const belongs = units('VERIFIED').length + waiting.length > 0 || roles.some((role) => role !== 'GUEST');
  const why = roles.includes('GUEST') ? m.home.guest : m.home.bindWhy;
  const bind = belongs ? [] : [need('bind', m.home.bind, why, 'home', routes.bind, true)];
  const messages =
    unread > 0 ? [need('unread', m.home.unread(unread), m.home.unreadWhy, 'inbox', routes.inbox, false)] : [];
  return [...refused, ...bind, ...waiting, ...messages];
}

function need(key: string, title: string, note: string, icon: IconName, to: Route, urgent: boolean): Need {
  return { key, title, note, icon, to, urgent };
}
