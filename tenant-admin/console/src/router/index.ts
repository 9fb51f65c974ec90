import {
  createRouter,
  createWebHistory,
  type RouteLocationNormalized,
  type Router,
  type RouteRecordRaw,
} from 'vue-router';
import { useMe } from '@/auth/me';
import { session } from '@/auth/session';

declare module 'vue-router' {
  interface RouteMeta {
    /** Nobody needs to sign in. */
    open?: boolean;
    /** Shown without the navigation. */
    bare?: boolean;
    /** For platform administrators only. */
    platform?: boolean;
    /** For members of estates, who need no office. */
    member?: boolean;
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/', name: 'overview', component: () => import('@/overview/OverviewPage.vue') },
  { path: '/estates', name: 'estates', component: () => import('@/estates/EstatesPage.vue') },
  {
    path: '/estates/:estate',
    name: 'estate',
    component: () => import('@/estates/EstatePage.vue'),
    props: true,
  },
  { path: '/onboarding', name: 'onboarding', component: () => import('@/onboarding/NewEstatePage.vue') },
  {
    path: '/onboarding/:estate',
    name: 'onboarding-estate',
    component: () => import('@/onboarding/OnboardingPage.vue'),
    props: true,
  },
  {
    path: '/applications',
    name: 'applications',
    component: () => import('@/applications/ApplicationsPage.vue'),
  },
  { path: '/offices', name: 'offices', component: () => import('@/offices/OfficesPage.vue') },
  { path: '/audit', name: 'audit', component: () => import('@/audit/AuditPage.vue') },
  {
    path: '/cells',
    name: 'cells',
    component: () => import('@/cells/CellsPage.vue'),
    meta: { platform: true },
  },
  {
    path: '/rollouts',
    name: 'rollouts',
    component: () => import('@/rollouts/RolloutsPage.vue'),
    meta: { platform: true },
  },
  {
    path: '/rollouts/new',
    name: 'new-rollout',
    component: () => import('@/rollouts/NewRolloutPage.vue'),
    meta: { platform: true },
  },
  {
    path: '/rollouts/:rollout',
    name: 'rollout',
    component: () => import('@/rollouts/RolloutPage.vue'),
    props: true,
    meta: { platform: true },
  },
  {
    path: '/my',
    name: 'my-estates',
    component: () => import('@/committee/MyEstatesPage.vue'),
    meta: { member: true },
  },
  {
    path: '/my/:slug',
    name: 'my-estate',
    component: () => import('@/committee/MyEstatePage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/roll',
    name: 'roll',
    component: () => import('@/roll/RollPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/roll/import',
    name: 'roll-import',
    component: () => import('@/roll/RollImportPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/roll/versions',
    name: 'roll-versions',
    component: () => import('@/roll/VersionsPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/roll/objections',
    name: 'roll-objections',
    component: () => import('@/roll/ObjectionsPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/roll/units/:unit',
    name: 'roll-unit',
    component: () => import('@/roll/UnitPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/roll/units/:unit/change',
    name: 'roll-change',
    component: () => import('@/roll/RollChangePage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/requests',
    name: 'binding-requests',
    component: () => import('@/requests/RequestsPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/officers',
    name: 'officers',
    component: () => import('@/officers/OfficersPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/staff',
    name: 'staff',
    component: () => import('@/officers/StaffPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/standing',
    name: 'standing',
    component: () => import('@/standing/StandingPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/disclosures',
    name: 'disclosures',
    component: () => import('@/standing/DisclosuresPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/my/:slug/audit',
    name: 'estate-audit',
    component: () => import('@/standing/AuditPage.vue'),
    props: true,
    meta: { member: true },
  },
  {
    path: '/apply',
    name: 'apply',
    component: () => import('@/apply/ApplyPage.vue'),
    meta: { open: true, bare: true },
  },
  {
    path: '/e/:slug',
    name: 'public-estate',
    component: () => import('@/publicEstate/PublicEstatePage.vue'),
    props: true,
    meta: { open: true, bare: true },
  },
  {
    path: '/signed-in',
    name: 'signed-in',
    component: () => import('@/auth/SignedInPage.vue'),
    meta: { open: true, bare: true },
  },
  {
    path: '/signed-out',
    name: 'signed-out',
    component: () => import('@/auth/SignedOutPage.vue'),
    meta: { open: true, bare: true },
  },
  {
    path: '/no-office',
    name: 'no-office',
    component: () => import('@/auth/NoOfficePage.vue'),
    meta: { open: true, bare: true },
  },
  {
    path: '/sign-in-failed',
    name: 'sign-in-failed',
    component: () => import('@/auth/SignInFailedPage.vue'),
    meta: { open: true, bare: true },
  },
  {
    path: '/:rest(.*)*',
    name: 'not-found',
    component: () => import('@/shell/NotFoundPage.vue'),
    meta: { open: true, bare: true },
  },
];

export function makeRouter(): Router {
  const router = createRouter({
    history: createWebHistory(import.meta.env.BASE_URL),
    routes,
    scrollBehavior: (to, from, saved) => (saved ? saved : to.path === from.path ? false : { top: 0 }),
  });
  router.beforeEach(async (to) => {
    if (to.meta.open) return true;
    return guard(to);
  });
  return router;
}

async function guard({ fullPath, meta, name }: RouteLocationNormalized) {
  try {
    if (!(await session.isSignedIn())) {
      await session.signIn(fullPath);
      return false;
    }
  } catch {
    return { name: 'sign-in-failed', query: { from: fullPath } };
  }
  const my = useMe();
  try {
    await my.load();
  } catch {
    // The page asks for the same and shows what is wrong, with a retry.
    return true;
  }
  const only = my.estates.length === 1 ? my.estates[0] : undefined;
  if (only && name === 'my-estates') return { name: 'my-estate', params: { slug: only.slug } };
  if (meta.member) return true;
  if (!my.me) return { name: my.estates.length ? 'my-estates' : 'no-office' };
  return meta.platform && !my.isPlatform ? { name: 'overview' } : true;
}
