package cn.yuanlin.platform.people;

/** Where an exclusive area comes from, best first: register, else survey, else contract (SPC art. 8). */
public enum AreaSource {
    REGISTER,
    SURVEY,
    CONTRACT
}
