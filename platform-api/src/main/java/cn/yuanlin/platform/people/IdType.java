package cn.yuanlin.platform.people;

/** Kinds of documents by which a holder is told from another of the same name. */
public enum IdType {
    ID_CARD,
    PASSPORT,
    HK_MACAO_PERMIT,
    TAIWAN_PERMIT,
    CREDIT_CODE,
    OTHER
}
