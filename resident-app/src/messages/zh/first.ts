// The first run and the sign-in.

export const welcome = {
  title: '欢迎使用缘邻',
  lead: '小区的公告、表决、账本、商城和报修，都在这里。',
  before: '开始之前，请您了解我们怎样使用您的信息：',
  points: [
    { icon: 'phone', what: '手机号', why: '用来登录，并与业主名册核对。' },
    { icon: 'home', what: '姓名和房屋', why: '用来确认您是哪一户的业主、家人或租户。' },
    { icon: 'eye', what: '谁看过', why: '工作人员每次查看您的完整信息都有记录，您随时看得到。' },
    { icon: 'lock', what: '加密保存', why: '手机号、身份证号加密保存，别的住户看不到。' },
  ],
  more: '阅读完整的隐私说明',
  agree: '同意并继续',
  refuse: '不同意，先随便看看',
  refuseHint: '不同意也能看公告和商品；登录时会再问您。',
  larger: '字太小？打开关怀版',
  smaller: '关闭关怀版',
} as const;

export const privacyPopup = {
  title: '需要您同意隐私说明',
  why: '微信要求：使用手机号、照片之前，先征得您的同意。',
  agree: '同意',
  refuse: '不同意',
} as const;

export const signIn = {
  title: '登录',
  lead: '第一次登录会自动建立账号，不用设密码。',
  phone: '手机号',
  phoneHint: '请用在业主名册上登记的手机号，绑定房屋时会自动核对。',
  phoneWrong: '请填写 11 位手机号',
  code: '短信验证码',
  codeWrong: '验证码是 6 位数字',
  send: '获取验证码',
  sendAgain: '重新获取验证码',
  wait: (seconds: number) => `${seconds} 秒后可以重新获取`,
  sent: (phone: string) => `验证码已发到 ${phone}，5 分钟内有效。`,
  enter: '登录',
  wechat: '微信快捷登录',
  wechatPhone: '用微信绑定的手机号登录',
  wechatPhoneWhy: '第一次用微信登录，需要您同意提供手机号。',
  wechatPhoneRefused: '您没有提供手机号，也可以用短信验证码登录。',
  or: '或用短信验证码登录',
  consent: '登录即表示同意',
  consentLink: '《隐私说明》',
} as const;
