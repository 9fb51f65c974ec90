export const estates = {
  title: '选择小区',
  mine: '我的小区',
  find: '查找小区',
  search: '小区名称',
  searchHint: '输入名称里的一两个字，例如“缘园”',
  searchAct: '查找',
  nothing: (q: string) => `没有找到名称里有“${q}”的小区`,
  nothingNext: '请换一个字再试；小区还没有开通，请联系社区。',
  none: '还没有加入小区',
  noneNext: '在下面查找您的小区。',
  place: (community: string, street: string) => `${street} · ${community}`,
  here: '正在查看',
} as const;
