export const me = {
  visitor: '还没有登录',
  signIn: '登录',
  units: '我的房屋',
  inbox: '消息',
  accept: '输入邀请码',
  estates: '切换小区',
  profile: '个人信息',
  looks: '字体与显示',
  disclosures: '谁看过我的信息',
  privacy: '隐私说明',
  roles: {
    COMMITTEE: '业委会',
    PROPERTY: '物业',
    SHOP_CLERK: '店员',
    AUDITOR: '审计',
    OWNER: '业主',
    RESIDENT: '住户',
    GUEST: '邻居',
  },
} as const;

export const profile = {
  title: '个人信息',
  name: '姓名',
  estate: '小区',
  roles: '身份',
  noName: '绑定房屋后显示',
  leave: '退出登录',
  leaveEverywhere: '在所有设备上退出',
  leaveEverywhereTitle: '在所有设备上退出登录',
  leaveEverywhereText: '手机丢了或换了人，请用这个。您在每一台设备上都要重新登录。',
  left: '已退出登录',
  phone: '更换手机号',
  weChat: '微信登录',
  data: '导出我的信息',
  closing: '注销账号',
} as const;

export const phone = {
  title: '更换手机号',
  lead: '换了号码，房屋、消息和微信登录都还在。',
  old: '现在的手机号',
  oldState: '它还能收短信吗',
  olds: { here: '能收到短信', gone: '已经不用了' },
  oldHints: { here: '两个号码各收一条验证码，换好接着用。', gone: '换号后要重新登录，并重新核验身份。' },
  oldCode: '现在手机号的验证码',
  fresh: '新手机号',
  freshHint: '以后用它登录。业主名册上的手机号不会跟着改，请告诉业委会。',
  freshCode: '新手机号的验证码',
  codeRefused: '验证码不正确或已过期，连续输错请重新获取',
  act: '更换手机号',
  done: '手机号已更换',
} as const;

export const weChat = {
  title: '微信登录',
  linked: '已绑定微信',
  linkedText: '您可以在微信小程序里直接登录，不用短信验证码。',
  notLinked: '没有绑定微信',
  notLinkedText: '在微信小程序里用“微信快捷登录”登录一次，就绑定好了。',
  lost: '微信号丢了、被盗或给了别人，请解除绑定。',
  act: '解除微信绑定',
  actText: '这个微信不能再登录您的账号；您在每一台设备上都会退出登录，再用短信验证码登录。',
  done: '已解除绑定',
} as const;

export const data = {
  title: '导出我的信息',
  lead: (estate: string) =>
    `${estate}保存的、关于您的全部信息：绑定和历史、业主名册上您的信息、同意记录、谁看过您的信息、消息。`,
  care: '里面有您的手机号等信息，请自己收好，不要转发。',
  act: '导出',
  saved: '已下载',
  copied: '已复制，可以粘贴到备忘录',
  fileName: (slug: string, day: string) => `${slug}-我的信息-${day}.json`,
} as const;

export const looks = {
  title: '字体与显示',
  care: '关怀版',
  careHint: '字大、对比强、一页一件事，没有滑动操作。',
  theme: '深浅色',
  themes: { system: '跟随手机', light: '浅色', dark: '深色' },
  sample: '看看效果',
  sampleText: '11月22日 周日 12:00 ¥12.50',
} as const;

export const disclosures = {
  title: '谁看过我的信息',
  lead: '工作人员看到的都是遮住的信息。每次查看完整内容，都要写明原因，并记在这里。',
  fields: { PHONE: '看了您的手机号', ID_NUMBER: '看了您的身份证号', EVIDENCE: '看了您提交的证明材料' },
  reason: (text: string) => `原因：${text}`,
  empty: '还没有人看过您的完整信息',
  emptyNext: '有人查看时，会在这里写明是谁、什么时候、为什么。',
} as const;

export const privacy = {
  title: '隐私说明',
  version: (v: string) => `版本 ${v}`,
  parts: [
    {
      title: '我们用哪些信息',
      text: '登录用手机号；绑定房屋用姓名、房号和身份证号后 6 位（只核对，不保存）；上传证明用您选的照片。没有您的操作，不读取通讯录、位置和相册。',
    },
    {
      title: '谁能看到',
      text: '别的住户看不到您的手机号、身份证号。业委会看到的是遮住的信息；确需完整信息时要写明原因，每次都记在“谁看过我的信息”里。物业不参与房屋绑定的审核。',
    },
    {
      title: '保存在哪里，保存多久',
      text: '保存在中国境内，手机号和身份证号按小区加密。绑定时上传的证明在审核结束 30 天后删除，注销账号时立即删除。注销账号后删除其余信息；法律要求保留的表决和账目记录，换成不能认出您的编号。',
    },
    {
      title: '您的权利',
      text: '您可以查看、导出、更正自己的信息，撤回同意，注销账号。不同意不影响看公告和商品。',
    },
  ],
  agreedOn: (when: string) => `您已于 ${when} 同意`,
  notAgreed: '您还没有同意',
  withdraw: '撤回同意',
  withdrawTitle: '撤回同意',
  withdrawText:
    '撤回后会退出登录，仍然可以看公告和商品。已绑定的房屋不受影响，重新同意并登录后可以继续使用。',
} as const;

export const closing = {
  title: '注销账号',
  lead: '注销之后：',
  points: [
    '您在所有小区的绑定立即解除，同户成员会收到通知；',
    '手机号、姓名等个人信息删除；',
    '已经投出的表决票和账目按法律保留，换成不能认出您的编号；',
    '不能恢复。再次使用要重新登录、重新绑定。',
  ],
  act: '注销账号',
  typed: '请输入“注销”',
  codeWhy: '为防止他人代您注销，请填写发到您手机的验证码。',
  typedWord: '注销',
  typedWrong: '请输入“注销”两个字',
  done: '账号已注销',
} as const;
