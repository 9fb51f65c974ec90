export const relation = { OWNER: '业主', FAMILY: '家人', TENANT: '租户', GUEST: '邻居' } as const;

export const bindingState = {
  PENDING: '审核中',
  VERIFIED: '已绑定',
  REJECTED: '未通过',
  REVOKED: '已解除',
} as const;

export const bind = {
  title: '绑定房屋',
  estate: (name: string) => `小区：${name}`,
  relation: '我是这户的',
  relationHint: {
    OWNER: '房产证上有我的名字。',
    FAMILY: '与业主同住的家人。业主直接邀请您更快。',
    TENANT: '租住在这里。业主直接邀请您更快。',
  },
  building: '幢',
  buildingHint: '只填数字，例如 3',
  entrance: '单元（没有可不填）',
  room: '室',
  roomHint: '例如 502',
  name: '姓名',
  nameHint: '与业主名册上的一致',
  idLastSix: '身份证号后 6 位',
  idLastSixHint: '只用来核对，不保存。不方便填写也可以留空，由业委会审核。',
  idLastSixWrong: '身份证号后 6 位是数字，最后一位可以是 X',
  submit: '提交绑定',
  neighbour: '我住在别的小区',
  neighbourWhy: '以邻居身份加入，可以用商城和小店。',
  joined: '已以邻居身份加入',
  verifiedTitle: '绑定成功',
  verifiedText: (door: string) => `您已绑定 ${door}。同户的其他人会收到通知。`,
  pendingTitle: '已提交，等待审核',
  pendingText: (door: string) => `${door} 的绑定交给业委会审核，结果会通知您。`,
  evidence: '上传证明',
  evidenceWhy:
    '房产证、购房合同或租赁合同的照片，只有业委会审核时能看，审核结束 30 天后删除。照片里的位置信息会去掉。',
  evidenceDone: '证明已交给业委会',
  toHome: '进入小区首页',
} as const;

export const prove = {
  title: '重新核验身份',
  why: '您的账号换了新的登录方式。为了保护您的房屋和表决权，请填写您名下的房屋，并核对身份证号后 6 位。只填一次。',
  submit: '核验',
  doneTitle: '身份已核验',
  doneText: '您可以接着办理刚才的事情了。',
  waitsTitle: '还没有核验成功',
  waitsText:
    '填写的内容与业主名册不符，或没有填身份证号，已交给业委会核实。可以上传房产证等证明，结果会通知您。',
} as const;

export const units = {
  title: '我的房屋',
  empty: '还没有绑定房屋',
  emptyNext: '绑定后，您的房屋和同户的家人会放在这里。',
  add: '绑定另一套房屋',
  addFirst: '绑定房屋',
  rights: {
    OWNER: '可以表决',
    RESIDENT: '可以使用住户服务；表决请业主办理',
    GUEST: '可以用商城和小店',
  },
  awaits: '业委会还在审核',
  noDoor: '没有对应的房屋',
  joined: '已加入',
  guestNumber: (number: string) => `邻居编号 ${number}，在小区任职时告诉业委会`,
  until: (day: string) => `到 ${day} 为止`,
  asked: (when: string) => `${when} 提交`,
  reason: (text: string) => `原因：${text}`,
  evidence: (n: number) => `已交 ${n} 份证明`,
  roll: '业主名册公示',
  rollNote: '核对名册上您的房屋，提出异议',
  members: '同户成员',
  invite: '邀请家人或租户',
  remove: '移出',
  removeTitle: (name: string) => `把 ${name} 移出这户`,
  removeText: (name: string, door: string) =>
    `${name} 将不能再以 ${door} 住户的身份使用小区服务，一分钟内生效。需要时可以重新邀请。`,
  removeAct: '移出这户',
} as const;

export const invite = {
  title: '邀请家人或租户',
  for: (door: string) => `邀请加入 ${door}`,
  relation: '邀请的是',
  until: '租期到哪一天',
  untilHint: '到期后自动退出这户，例如 2027-06-30',
  untilWrong: '请按 2027-06-30 这样填写，且不早于今天',
  make: '生成邀请码',
  code: '邀请码',
  spelled: (code: string) => `邀请码 ${code.split('').join(' ')}`,
  expires: (when: string) => `${when} 前有效，只能用一次。`,
  how: '请对方打开缘邻，登录后在“我的”里输入邀请码。',
  copy: '复制邀请码',
  share: '发给微信好友',
  shareTitle: (estate: string) => `邀请您加入${estate}`,
} as const;

export const accept = {
  title: '接受邀请',
  code: '邀请码',
  codeHint: '业主发给您的一串字母和数字',
  nameHint: '让同户的人认得您',
  submit: '加入这户',
  done: '已加入',
  doneText: '您现在是这户的成员，可以使用小区服务了。',
} as const;
