package cn.yuanlin.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Stands in for the control plane's list of people, and for Keycloak where it gives this service its token. */
public final class TestPeople {
    public static final String SECRET = "test-secret";
    private static final String TOKEN = "token-of-this-service";
    private static final Pattern PERSON = Pattern.compile("/internal/people/([^/]+)");
    private static final Pattern PLACE = Pattern.compile("/internal/people/([^/]+)/estates/([^/]+)");
    private static final Pattern PROOF = Pattern.compile("/internal/people/([^/]+)/reverification");
    private static final JsonMapper JSON = new JsonMapper();

    private static final Map<String, Map<String, Object>> PEOPLE = new ConcurrentHashMap<>();
    private static final Set<String> PLACES = ConcurrentHashMap.newKeySet();
    private static final List<String> GRANTS = new CopyOnWriteArrayList<>();
    private static volatile boolean away;
    private static volatile CountDownLatch answering = new CountDownLatch(0);
    private static volatile String accepted = TOKEN;
    private static final HttpServer SERVER = serve();

    private TestPeople() {}

    public static String url() {
        return "http://127.0.0.1:" + SERVER.getAddress().getPort();
    }

    public static String tokenUrl() {
        return url() + "/token";
    }

    /** The person proved to have this phone. */
    public static void verified(String subject, String phone) {
        PEOPLE.put(subject, person(phone, false));
    }

    /** The person has this phone, which somebody else may have had before. */
    public static void recycled(String subject, String phone) {
        PEOPLE.put(subject, person(phone, true));
    }

    /** Nobody said a code of the person's phone for so long. */
    public static void quietFor(String subject, Duration time) {
        PEOPLE.computeIfPresent(
                subject,
                (same, person) ->
                        with(person, "phoneShownAt", Instant.now().minus(time).toString()));
    }

    /** Somebody of whom nothing was known came in by this person's phone. */
    public static void mark(String subject) {
        PEOPLE.computeIfPresent(subject, (same, person) -> with(person, "reverifyNeeded", true));
    }

    /** The person, who is verified, uses the mini program too. */
    public static void inWeChat(String subject, String openid) {
        PEOPLE.computeIfPresent(subject, (same, person) -> with(person, "openid", openid));
    }

    /** Whether the person's tokens would name the estate. */
    public static boolean belongs(String subject, Object estate) {
        return PLACES.contains(subject + " " + estate);
    }

    /** The forms with which tokens were asked for. */
    public static List<String> grants() {
        return List.copyOf(GRANTS);
    }

    /** Answers with faults while the work runs. */
    public static void whileAway(Runnable work) {
        away = true;
        try {
            work.run();
        } finally {
            away = false;
        }
    }

    /** Takes questions and answers none while the work runs. */
    public static void whileHanging(Runnable work) {
        answering = new CountDownLatch(1);
        try {
            work.run();
        } finally {
            answering.countDown();
        }
    }

    /** From now on only a token that is fetched anew is good. */
    public static void changeToken() {
        accepted = TOKEN + "-" + GRANTS.size();
    }

    private static HttpServer serve() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", TestPeople::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var bearer = exchange.getRequestHeaders().getFirst("Authorization");
        hang();
        if (away) send(exchange, 503, "{}");
        else if (path.equals("/token")) grant(exchange, body);
        else if (!("Bearer " + accepted).equals(bearer)) send(exchange, 401, "{}");
        else if (PLACE.matcher(path).matches()) place(exchange, path);
        else if (PROOF.matcher(path).matches()) prove(exchange, path);
        else person(exchange, path);
    }

    private static void hang() {
        try {
            answering.await();
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private static void grant(HttpExchange exchange, String form) throws IOException {
        GRANTS.add(form);
        send(exchange, 200, JSON.writeValueAsString(Map.of("access_token", accepted, "expires_in", 300)));
    }

    private static void place(HttpExchange exchange, String path) throws IOException {
        var match = PLACE.matcher(path);
        match.matches();
        var place = match.group(1) + " " + match.group(2);
        if (exchange.getRequestMethod().equals("PUT")) PLACES.add(place);
        else PLACES.remove(place);
        send(exchange, 204, "");
    }

    private static void prove(HttpExchange exchange, String path) throws IOException {
        var match = PROOF.matcher(path);
        match.matches();
        PEOPLE.computeIfPresent(match.group(1), (subject, person) -> with(person, "reverifyNeeded", false));
        send(exchange, 204, "");
    }

    /** Has just signed in by SMS. */
    private static Map<String, Object> person(String phone, boolean marked) {
        return Map.of(
                "phone",
                phone,
                "phoneVerifiedAt",
                "2026-01-01T00:00:00Z",
                "reverifyNeeded",
                marked,
                "phoneShownAt",
                Instant.now().toString());
    }

    private static Map<String, Object> with(Map<String, Object> person, String name, Object value) {
        var changed = new HashMap<>(person);
        changed.put(name, value);
        return changed;
    }

    private static void person(HttpExchange exchange, String path) throws IOException {
        var match = PERSON.matcher(path);
        var person = match.matches() ? PEOPLE.get(match.group(1)) : null;
        if (person == null) send(exchange, 404, "{}");
        else send(exchange, 200, JSON.writeValueAsString(person));
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        var bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
