package cn.yuanlin.platform.message;

/** A way out of the house. The inbox is none: there everything is, always and at once. */
public enum Channel {
    WECHAT,
    SMS
}
