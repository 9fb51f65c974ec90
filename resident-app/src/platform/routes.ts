/** Every page, by what it is for. */
export const routes = {
  home: '/home/home',
  welcome: '/first/welcome',
  signIn: '/signin/signin',
  estates: '/estates/choose',
  bind: '/membership/bind',
  units: '/membership/units',
  invite: '/membership/invite',
  accept: '/membership/accept',
  objections: '/roll/objections',
  notices: '/notices/list',
  notice: '/notices/read',
  inbox: '/inbox/inbox',
  messageSettings: '/inbox/settings',
  profile: '/me/profile',
  phone: '/me/phone',
  weChat: '/me/wechat',
  looks: '/me/looks',
  disclosures: '/me/disclosures',
  privacy: '/me/privacy',
  data: '/me/data',
  closing: '/me/closing',
  design: '/design/design',
} as const;

export type Route = (typeof routes)[keyof typeof routes];
export type Query = Record<string, string | undefined>;

export function address(route: Route, query: Query = {}): string {
  const pairs = Object.entries(query).flatMap(([key, value]) =>
    value === undefined ? [] : [`${key}=${encodeURIComponent(value)}`],
  );
  return pairs.length > 0 ? `${route}?${pairs.join('&')}` : route;
}

export function go(route: Route, query?: Query): void {
  uni.navigateTo({ url: address(route, query) });
}

/** Goes on without a way back to this page. */
export function replace(route: Route, query?: Query): void {
  uni.redirectTo({ url: address(route, query) });
}

/** Leaves every page behind. */
export function restart(url: string): void {
  uni.reLaunch({ url });
}

/** Back; from a page that was opened first, home. */
export function back(): void {
  if (getCurrentPages().length > 1) uni.navigateBack();
  else restart(routes.home);
}

/** The address of the page that is open, to come back to. */
export function here(): string {
  const pages = getCurrentPages() as { route?: string; options?: Query }[];
  const page = pages[pages.length - 1];
  const route = `/${page?.route ?? ''}`;
  return isRoute(route) ? address(route, page?.options) : routes.home;
}

/** Only a page of this app, whatever a link asks for; home for everything else. */
export function safeNext(target: string | undefined): string {
  // Only once: what it is opened with itself stays encoded.
  const wanted = /^%2f/i.test(target ?? '') ? decoded(target) : (target ?? '');
  return isRoute(wanted.split('?')[0] ?? '') ? wanted : routes.home;
}

/** What a page was opened with: WeChat hands it over as it was written, browsers decode it. */
export function decoded(text: string | undefined): string {
  try {
    return decodeURIComponent(text ?? '');
  } catch {
    return text ?? '';
  }
}

function isRoute(path: string): path is Route {
  return (Object.values(routes) as string[]).includes(path);
}
