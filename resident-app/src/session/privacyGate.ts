import { readonly, ref } from 'vue';
import { MINI_PROGRAM } from '@/platform/platform';

type Resolve = (answer: { event: 'agree' | 'disagree' | 'exposureAuthorization'; buttonId?: string }) => void;

interface WechatPrivacy {
  onNeedPrivacyAuthorization?: (ask: (resolve: Resolve) => void) => void;
  openPrivacyContract?: (options: object) => void;
}

declare const wx: WechatPrivacy;

/** The button of the popup that agrees: WeChat demands its id. */
export const AGREE_BUTTON = 'agree-privacy';

const waiting = ref<Resolve | null>(null);
const asking = ref(false);

/** WeChat asks before it hands over a phone number or a photo; the page that is open shows a popup. */
export const privacyGate = {
  asking: readonly(asking),

  start(): void {
    if (!MINI_PROGRAM) return;
    wx.onNeedPrivacyAuthorization?.((resolve) => {
      waiting.value = resolve;
      asking.value = true;
    });
  },

  answer(agreed: boolean): void {
    waiting.value?.(agreed ? { event: 'agree', buttonId: AGREE_BUTTON } : { event: 'disagree' });
    waiting.value = null;
    asking.value = false;
  },

  /** Opens the notice as it was filed with WeChat. */
  openContract(): void {
    if (MINI_PROGRAM) wx.openPrivacyContract?.({});
  },
};
