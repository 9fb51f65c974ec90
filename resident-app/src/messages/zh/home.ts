export const tabs = { home: '首页', shop: '商城', commons: '大家的事', me: '我的' } as const;

export const home = {
  switch: '切换小区',
  noEstate: '先选一个小区',
  noEstateNext: '选好之后，这里是小区的公告和要您办的事。',
  choose: '选择小区',
  needsMe: '要我办的',
  nothingNeeded: '现在没有要您办的事',
  signIn: '登录后绑定房屋',
  signInWhy: '登录后可以表决、报修，查看账本。',
  bind: '绑定房屋',
  bindWhy: '绑定后可以表决、报修，查看账本。',
  guest: '您现在是邻居，可以用商城和小店。',
  pending: (door: string | null) => `${door ? `${door} ` : '您'}的绑定正在审核`,
  pendingWhy: '业委会核对后会通知您。上传证明可以快一些。',
  rejected: (door: string | null) => `${door ? `${door} ` : '您'}的绑定没有通过`,
  rejectedWhy: (reason: string) => `原因：${reason}`,
  unread: (n: number) => `${n} 条未读消息`,
  unreadWhy: '点开查看',
  shortcutList: { units: '我的房屋', notices: '公告', inbox: '消息', invite: '邀请家人' },
  notices: '最新公告',
  allNotices: '全部公告',
  noNotices: '还没有公告',
  noNoticesNext: '业委会、物业和社区发布的公告会放在这里。',
  suspended: '小区暂停办理，只能查看。',
} as const;

export const shop = {
  empty: '商城还没有开张',
  emptyNext: '开张后，这里是小区自己的商品：看参考价、下单、到自提点取货。',
} as const;

export const commons = {
  empty: '现在没有进行中的表决',
  emptyNext: '表决、账本和公示会放在这里，每位业主都能查、能核对。',
} as const;

export const notices = {
  title: '公告',
  by: (publisher: string, day: string) => `${publisher} · ${day}`,
  end: '没有更早的公告了',
} as const;

export const inbox = {
  title: '消息',
  empty: '还没有消息',
  emptyNext: '绑定结果、表决开始、取货通知会放在这里。',
  unread: '未读',
  settings: '消息设置',
} as const;

export const settings = {
  title: '消息设置',
  channels: '除了这里，还用什么通知您',
  inbox: '每条消息都会放在“消息”里，不能关闭。',
  channel: { WECHAT: '微信', SMS: '短信' },
  quiet: '免打扰',
  quietWhy: '这段时间不发微信和短信，过后再发。',
  quietFrom: '从几点',
  quietTo: '到几点',
  timeHint: '例如 22:00',
  timeWrong: '请按 22:00 这样填写',
  save: '保存设置',
  saved: '已保存',
} as const;
