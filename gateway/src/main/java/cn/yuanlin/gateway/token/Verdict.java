package cn.yuanlin.gateway.token;

/** What became of a token that was shown. */
sealed interface Verdict {
    record Valid(Caller caller) implements Verdict {}

    record Invalid() implements Verdict {}

    /** No key was ever fetched: nobody can say. */
    record Unknown() implements Verdict {}
}
