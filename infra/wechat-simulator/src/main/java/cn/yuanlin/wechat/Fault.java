package cn.yuanlin.wechat;

import java.time.Duration;

/** Something that goes wrong with one request. */
sealed interface Fault {
    /** Nothing is done, and this error is answered. */
    record Failure(int errcode) implements Fault {}

    /** It is done and answered, but late. */
    record Latency(Duration delay) implements Fault {}

    /** It is done, and the answer gets lost: the connection ends. */
    record Cut() implements Fault {}
}
