package cn.yuanlin.wechat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The simulator, on 127.0.0.1: a program of its own for {@code ./run}, or inside a test. */
public final class WechatSimulator implements AutoCloseable {
    private static final String LOCALHOST = "127.0.0.1";
    private static final int BACKLOG = 200;
    private static final int REMEMBERED_SMS = 20_000;
    private static final int REMEMBERED_MESSAGES = 50_000;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WechatSimulator(SimulatorSettings settings, Clock clock, PrintStream screen) {
        try {
            server = HttpServer.create(
                    new InetSocketAddress(InetAddress.ofLiteral(LOCALHOST), settings.port()), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("Port " + settings.port() + " can't be had", e);
        }
        var faults = new Faults();
        var routes = new Routes();
        endpoints(settings, new MovableClock(clock), faults, screen).forEach(group -> group.addTo(routes));
        routes.on("GET", "/_simulator/health", request -> Answer.of(Map.of("ok", true)));
        server.createContext("/", new Door(routes, faults, screen));
        server.setExecutor(threads);
        server.start();
    }

    private static List<Endpoints> endpoints(
            SimulatorSettings settings, MovableClock clock, Faults faults, PrintStream screen) {
        var people = new People(settings, clock);
        var loginCodes = new Codes(clock);
        var phoneCodes = new Codes(clock);
        var consents = new Consents();
        var verdicts = new Verdicts();
        var sms = new Recent<SmsApi.Sms>(REMEMBERED_SMS);
        var messages = new Recent<SubscribeMessage>(REMEMBERED_MESSAGES);
        var mediaChecks = new MediaChecks(new Pushes(settings, clock, screen));
        var tokens = new AccessTokenApi(settings, new AccessTokens(clock));
        return List.of(
                tokens,
                new SignInApi(settings, tokens, people, loginCodes, phoneCodes, clock),
                new SubscribeMessageApi(tokens, people, consents, messages, clock),
                new ContentCheckApi(tokens, people, verdicts, mediaChecks, clock),
                new SmsApi(sms, clock, screen),
                new PeopleControl(people, loginCodes, phoneCodes, consents),
                new OutboxControl(sms, messages, mediaChecks),
                new TroubleControl(faults, verdicts, clock));
    }

    /** Starts one, with the time of this machine. Text messages are printed on {@code System.out}. */
    public static WechatSimulator start(SimulatorSettings settings) {
        return start(settings, System.out);
    }

    /** @param screen where text messages are printed, one line each */
    static WechatSimulator start(SimulatorSettings settings, PrintStream screen) {
        return new WechatSimulator(settings, Clock.systemUTC(), screen);
    }

    /** Runs until somebody stops it; see {@link SimulatorSettings} for the environment. */
    public static void main(String[] args) {
        var simulator = start(SimulatorSettings.of(System.getenv()));
        System.out.println("Listening at " + simulator.url());
    }

    /** Takes the place of {@code https://api.weixin.qq.com}. */
    public String url() {
        return "http://" + LOCALHOST + ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
