package cn.yuanlin.admin.office;

/** A city whose rules the platform knows. */
public enum City {
    NINGBO,
    HANGZHOU
}
