package cn.yuanlin.platform.committee;

/** 主任, 副主任, 委员. */
enum Office {
    CHAIR,
    DEPUTY,
    MEMBER
}
