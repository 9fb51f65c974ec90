package cn.yuanlin.admin.office;

/** A street office (街道/镇), or a community office (社区) below one. */
public enum OfficeKind {
    STREET,
    COMMUNITY
}
