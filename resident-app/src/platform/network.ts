import { readonly, ref } from 'vue';
import { MINI_PROGRAM } from './platform';

const connected = ref(true);

/** False while the phone has no network at all. */
export const online = readonly(connected);

/** Follows the phone's network from now on. */
export function watchNetwork(): void {
  if (MINI_PROGRAM) followWechat();
  else followBrowser();
}

function followWechat(): void {
  uni.getNetworkType({ success: ({ networkType }) => (connected.value = networkType !== 'none') });
  uni.onNetworkStatusChange(({ isConnected }) => (connected.value = isConnected));
}

// Not by uni-app: it asks the browser for the kind of connection, which stays "4g" without any.
function followBrowser(): void {
  const look = () => (connected.value = navigator.onLine);
  look();
  addEventListener('online', look);
  addEventListener('offline', look);
}
