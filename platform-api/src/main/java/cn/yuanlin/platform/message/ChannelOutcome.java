package cn.yuanlin.platform.message;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import org.jspecify.annotations.Nullable;

/** What became of one attempt. Reasons are codes, without values of anybody. */
sealed interface ChannelOutcome {
    record Sent() implements ChannelOutcome {}

    /** Certainly not sent, and never will be this way: the next way is tried. */
    record NotReachable(String reason) implements ChannelOutcome {}

    /** Certainly not sent, for reasons that pass. */
    record TryLater(String reason) implements ChannelOutcome {}

    /** Perhaps sent: never sent again, on this way or another. It is in the inbox. */
    record Unknown(String reason) implements ChannelOutcome {}

    /** What a broken connection means: only one that was never made has certainly carried nothing. */
    static ChannelOutcome ofBrokenConnection(@Nullable Throwable fault) {
        for (var cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof NoRouteToHostException) return new TryLater("NOT_CONNECTED");
            if (cause instanceof IOException) return new Unknown("BROKEN_OFF");
        }
        return new Unknown("FAULT");
    }
}
