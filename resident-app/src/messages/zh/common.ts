// What every page says: acts, fields, lists, dates.

export const product = '缘邻';

export const format = {
  year: (y: number) => `${y}年`,
  day: (month: number, day: number) => `${month}月${day}日`,
  weekdays: ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  justNow: '刚刚',
  minutesAgo: (n: number) => `${n} 分钟前`,
  /** Also of what people type with its word, such as 3号楼. */
  door: (building: string, entrance: string | null, room: string) =>
    `${building.replace(/[幢栋号楼]+$/, '')}幢` +
    `${entrance ? `${entrance.replace(/单元$/, '')}单元` : ''}${room.replace(/室$/, '')}室`,
} as const;

export const act = {
  back: '返回',
  retry: '重新加载',
  later: '以后再说',
  more: '看更多',
  copied: '已复制',
} as const;

export const field = {
  required: (label: string) => `请填写${label}`,
  withHint: (label: string, hint: string) => `${label}，${hint}`,
} as const;

export const onOff = { on: '已打开', off: '已关闭' } as const;

export const page = {
  loading: '正在加载',
  offline: '手机没有联网，显示的可能不是最新内容。',
  keptAt: (when: string) => `没有连上，下面是 ${when} 的内容。`,
  expired: '登录已过期，请重新登录。',
  signInAgain: '重新登录',
} as const;
