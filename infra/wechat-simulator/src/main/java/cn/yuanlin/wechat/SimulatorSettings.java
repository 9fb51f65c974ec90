package cn.yuanlin.wechat;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * What the simulator is started with.
 *
 * @param port on 127.0.0.1; 0 takes a free one
 * @param appId the one mini program there is
 * @param push where results of media checks are pushed; they are not while it is empty
 */
public record SimulatorSettings(int port, String appId, String appSecret, Optional<Push> push) {
    public static final String TEST_APP_ID = "wx0000000000000000";
    public static final String TEST_APP_SECRET = "no-secret-but-for-tests";

    /**
     * Where WeChat pushes events to.
     *
     * @param token with which it signs them
     */
    public record Push(URI address, String token) {}

    /** A free port, and the constants of this class. */
    public static SimulatorSettings forTests() {
        return new SimulatorSettings(0, TEST_APP_ID, TEST_APP_SECRET, Optional.empty());
    }

    public SimulatorSettings pushingTo(URI address, String token) {
        return new SimulatorSettings(port, appId, appSecret, Optional.of(new Push(address, token)));
    }

    /**
     * Reads {@code SIMULATOR_PORT}, {@code SIMULATOR_APP_ID}, {@code SIMULATOR_APP_SECRET}, and, where pushes are
     * wanted, {@code SIMULATOR_PUSH_URL} and {@code SIMULATOR_PUSH_TOKEN}.
     *
     * @throws IllegalArgumentException naming the variable that is missing or wrong
     */
    static SimulatorSettings of(Map<String, String> environment) {
        var push = environment.containsKey("SIMULATOR_PUSH_URL")
                ? Optional.of(new Push(
                        URI.create(required(environment, "SIMULATOR_PUSH_URL")),
                        required(environment, "SIMULATOR_PUSH_TOKEN")))
                : Optional.<Push>empty();
        return new SimulatorSettings(
                port(required(environment, "SIMULATOR_PORT")),
                required(environment, "SIMULATOR_APP_ID"),
                required(environment, "SIMULATOR_APP_SECRET"),
                push);
    }

    private static String required(Map<String, String> environment, String name) {
        var value = environment.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException("SIMULATOR_PORT is no port: " + text);
        }
        return Integer.parseInt(text);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
        return "SimulatorSettings[port=" + port + ", appId=" + appId + "]";
    }
}
