package cn.yuanlin.platform.personaldata;

/** What people are asked to consent to. */
enum Document {
    PRIVACY,
    TERMS
}
