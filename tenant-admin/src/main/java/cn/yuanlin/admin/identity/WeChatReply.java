package cn.yuanlin.admin.identity;

/** What WeChat said to a code. */
sealed interface WeChatReply<T> {
    record Told<T>(T value) implements WeChatReply<T> {}

    /** Unknown, used or too old: 40029, 40163. */
    record CodeRefused<T>() implements WeChatReply<T> {}

    /** This person asks too often: 45011. */
    record TooOften<T>() implements WeChatReply<T> {}

    record Away<T>() implements WeChatReply<T> {}
}
