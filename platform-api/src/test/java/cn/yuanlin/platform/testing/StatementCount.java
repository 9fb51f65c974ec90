package cn.yuanlin.platform.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/** Counts what one request asks of the database. */
public final class StatementCount {
    private static final List<String> SPEAKERS =
            List.of("org.springframework.jdbc.core.JdbcTemplate", "org.hibernate.SQL");

    private StatementCount() {}

    /** How many statements were sent for the request that the supplier makes. */
    public static long of(Supplier<Http.Answer> request) {
        var heard = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent event) {
                // The request's id is the thread's, and this is its thread.
                event.prepareForDeferredProcessing();
                super.append(event);
            }
        };
        heard.start();
        var speakers = SPEAKERS.stream()
                .map(name -> (Logger) LoggerFactory.getLogger(name))
                .toList();
        speakers.forEach(speaker -> {
            speaker.setLevel(Level.DEBUG);
            speaker.setAdditive(false);
            speaker.addAppender(heard);
        });
        try {
            var id = request.get().header("X-Request-Id");
            return List.copyOf(heard.list).stream()
                    .filter(event -> id.equals(event.getMDCPropertyMap().get("requestId")))
                    .filter(event -> event.getLoggerName().equals("org.hibernate.SQL")
                            || event.getFormattedMessage().startsWith("Executing prepared SQL statement"))
                    .count();
        } finally {
            speakers.forEach(speaker -> {
                speaker.detachAppender(heard);
                speaker.setAdditive(true);
                speaker.setLevel(null);
            });
        }
    }
}
