import { readonly, ref } from 'vue';

const connected = ref(true);

/** False while the phone has no network at all. */
export const online = readonly(connected);

/** Follows the phone's network from now on. */
export function watchNetwork(): void {
  uni.getNetworkType({ success: ({ networkType }) => (connected.value = networkType !== 'none') });
  uni.onNetworkStatusChange(({ isConnected }) => (connected.value = isConnected));
}
