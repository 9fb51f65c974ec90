// Stands in for @dcloudio/uni-app: the hooks of a page run when the component is made.
import { onMounted } from 'vue';

export const onLoad = (hook: (query: Record<string, string>) => void) => onMounted(() => hook(queryOfPage));
export const onShow = (hook: () => void) => onMounted(hook);
export const onLaunch = (hook: () => void) => onMounted(hook);
export const onPullDownRefresh = () => {};
export const onShareAppMessage = () => {};

let queryOfPage: Record<string, string> = {};

/** What the next page is opened with. */
export function openWith(query: Record<string, string>): void {
  queryOfPage = query;
}
