package cn.yuanlin.platform.people;

/** Who holds a unit. */
public enum HolderKind {
    PERSON,
    COMPANY,
    DEVELOPER
}
