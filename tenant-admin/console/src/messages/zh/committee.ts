/** What members of an estate see of their own estate. */
export const committee = {
  nav: '我的小区',
  title: '我的小区',
  lead: '您参与管理或居住的小区。',
  caption: '我的小区列表',
  empty: '您还没有加入任何小区',
  emptyLead: '小区上线后，社区会把第一位业委会成员加进来；其他成员由业委会添加。',
  roles: {
    COMMITTEE: '业委会',
    PROPERTY: '物业',
    SHOP_CLERK: '店员',
    AUDITOR: '监事',
    OWNER: '业主',
    RESIDENT: '住户',
    GUEST: '访客',
  } as Record<string, string>,
  asRole: (roles: string) => `您的身份：${roles}`,
  open: '打开小区公开页',
  suspended: '小区已暂停：可以看，不能改。恢复由街道社区办理。',

  units: '户数',
  owners: '业主数',
  area: '专有部分面积',
  buildings: '楼幢',
  rollVersion: (n: number, at: string) => `业主名册第 ${n} 版，${at} 定稿`,
  noRoll: '还没有定稿的业主名册。',

  funds: (total: string) => `各项资金结余 ${total}`,
  fundsTitle: '各项资金结余',
  fund: '资金',
  balance: '结余',
  noFunds: '还没有登记资金',
  noFundsLead: '工作簿里的“资金期初”导入后会显示在这里。',

  notices: '公告',
  allNotices: '全部公告',
  noNotices: '还没有公告。',

  profile: '小区信息',
  address: '地址',
  developer: '建设单位',
  completedIn: '建成年份',
  propertyCompany: '物业公司',
  propertyPhone: '物业电话',
  unknown: '未填写',

  passphrase: {
    title: '归档口令',
    lead: '小区归档时，全部数据打成一个加密的压缩包。打开它只能用这个口令；平台只在小区里保存它，归档文件里没有。',
    steps: [
      '请抄在纸上，与业委会公章放在一起，换届时一并移交。',
      '口令不会改变，也无法找回：归档以后，这里不能再看。',
      '打开压缩包可用 7-Zip、WinRAR、Bandizip 或 Keka；系统自带的解压打不开。',
    ],
    honest:
      '在您设好自己的密码之前，谁拿着社区生成的一次性密码（每次生成都有记录），谁就能看到名册和这个口令；设好之后，机构的页面都看不到。请收到一次性密码就马上登录改掉。',
    show: '显示归档口令',
    showLead: '请确认旁边没有别人。每次查看都会记入小区的操作记录。',
    take: '已抄好，收起',
    hide: '还没抄好，先收起',
    noted: '已记下：归档口令已由业委会抄存',
    label: '归档口令，短横线也要输入',
    notTaken: '还没有人确认抄好。抄好后请点“已抄好”，社区才能按常规归档。',
    takenAt: (at: string) =>
      `${at} 已有人确认抄好。如果这在您第一次查看之前，又不是其他业委会成员，请马上告诉社区。`,
  },
} as const;
