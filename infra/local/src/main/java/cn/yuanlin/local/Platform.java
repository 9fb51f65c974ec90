package cn.yuanlin.local;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The whole platform on this machine: PostgreSQL, Keycloak, a played WeChat, tenant-admin, platform-api per cell and
 * gateway, each a real process. Parts are named {@code postgres}, {@code keycloak}, {@code wechat},
 * {@code tenant-admin}, {@code platform-api-c1}, {@code gateway}.
 */
public final class Platform implements AutoCloseable {
    private final Settings settings;
    private final Progress progress;
    private final Home home;
    private final Supervisor supervisor;
    private final Map<String, ServiceProcess> services = new TreeMap<>();
    private final Housekeeping housekeeping;
    private @Nullable PostgresServer postgres;
    private @Nullable KeycloakServer keycloak;
    private @Nullable WechatServer wechat;
    private int cells;
    private boolean closed;

    /** Takes the home for itself and clears away what a killed launcher left running there; starts nothing yet. */
    Platform(Settings settings, Progress progress) {
        this.settings = settings;
        this.progress = progress;
        this.home = Home.open(settings.home());
        this.housekeeping = new Housekeeping(progress);
        this.supervisor = new Supervisor(home.processes(), progress, settings.restart());
        var leftovers = home.processes().stopLeftovers();
        if (!leftovers.isEmpty()) {
            progress.say("Stopped what an earlier run left behind: " + String.join(", ", leftovers));
        }
    }

    /** A started platform for tests. The services must have been built. */
    public static Platform start(Settings settings) {
        var platform = new Platform(settings, Progress.silent());
        Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "stop the platform"));
        platform.start();
        return platform;
    }

    /** Starts all of it and returns when every part is ready. */
    void start() {
        // Cells never vanish: an estate may live there.
        cells = Math.max(Math.max(settings.cells(), settings.fresh() ? 0 : knownCells()), 1);
        var ports = settings.basePort() == 0 ? PortPlan.random(cells) : PortPlan.from(settings.basePort(), cells);
        ports.requireFree();
        if (settings.fresh()) {
            progress.say("Starting over: forgetting the data in " + settings.home());
            home.empty();
        }
        home.logs().startAnew();
        housekeeping.limit(home.logs());
        var cluster = prepareCluster();
        home.note("cells", Integer.toString(cells));
        var database =
                new PostgresServer(cluster, ports.of("postgres"), home.log("postgres"), PostgresServer.Durability.FULL);
        postgres = database;
        var identity = new KeycloakServer(database, home.secrets(), ports.of("keycloak"), home.log("keycloak"));
        keycloak = identity;
        supervisor.launch(Part.of(database));
        var played = new WechatServer(
                WechatImage.of(settings.root()), home.secrets(), ports.of("wechat"), home.log("wechat"));
        wechat = played;
        supervisor.launch(Part.of(played));
        housekeeping.show(home.log("wechat"), WechatServer.MARK);
        var plan = new ServicePlan(settings, home, ports, database, identity, played, cells);
        var images = CompletableFuture.supplyAsync(plan::services);
        database.program().awaitReady();
        progress.say("PostgreSQL answers");
        supervisor.launch(Part.of(identity));
        plan.createDatabases();
        images.join().forEach(service -> services.put(service.name(), service));
        // A test starts a build a few times at most; recording would never pay for itself.
        if (!settings.isForTests()) {
            train();
        }
        services.values().forEach(service -> supervisor.launch(Part.of(service)));
        awaitAll(identity, played);
    }

    private PostgresCluster prepareCluster() {
        var cluster = home.cluster();
        if (!cluster.exists()) {
            if (!KeycloakDistribution.isBuilt()) {
                progress.say(
                        "Unpacking and building Keycloak " + Versions.keycloak() + " (once per machine, about 1 min)");
                KeycloakDistribution.folder();
            }
            if (!KeycloakCluster.isCached()) {
                progress.say("Importing the realm into Keycloak (once per realm file, about 30 s)");
            }
            KeycloakCluster.template().copyTo(home.folder());
            home.note("realm", KeycloakCluster.name());
        } else if (!KeycloakCluster.name().equals(home.note("realm"))) {
            progress.say(
                    "Note: this home's realm was made from another infra/keycloak/realm.json; --fresh takes the new one");
        }
        return cluster;
    }

    private int knownCells() {
        var known = home.note("cells");
        return known == null ? 0 : Integer.parseInt(known);
    }

    /** Records the start of every service that has no cache yet, all at once, since a start keeps one core busy. */
    private void train() {
        var untrained = new LinkedHashMap<Path, ServiceProcess>();
        services.values().stream()
                .filter(service -> !service.image().hasCache())
                .forEach(service -> untrained.putIfAbsent(service.image().folder(), service));
        if (untrained.isEmpty()) {
            return;
        }
        progress.say("Recording how " + names(untrained.values()) + " start, to start faster from now on"
                + " (once per build, about 1 min)");
        inParallel(untrained.values().stream().map(service -> () -> train(service)));
    }

    private void train(ServiceProcess service) {
        var log = home.log(service.name() + "-training");
        if (!service.image().train(service.environment(), log)) {
            progress.say("That failed for " + service.name() + ", which goes on without; the log is " + log);
        }
    }

    private static String names(Collection<ServiceProcess> some) {
        return some.stream().map(service -> service.image().service()).collect(Collectors.joining(", "));
    }

    private void awaitAll(KeycloakServer identity, WechatServer played) {
        var waits = services.values().stream().<Runnable>map(service -> () -> await(Part.of(service)));
        Runnable identityReady = () -> {
            await(Part.of(identity));
            configure(identity);
        };
        inParallel(Stream.concat(waits, Stream.<Runnable>of(identityReady, () -> await(Part.of(played)))));
    }

    private static void inParallel(Stream<Runnable> tasks) {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(tasks.map(task -> CompletableFuture.runAsync(task, threads))
                            .toArray(CompletableFuture[]::new))
                    .join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private void await(Part part) {
        part.awaitReady().run();
        progress.say(part.name() + " is ready");
    }

    private void configure(KeycloakServer identity) {
        var wanted = gatewayUrl() + (settings.demo() ? " with demo-cli" : "");
        if (wanted.equals(home.note("configured"))) {
            return;
        }
        identity.admin().publicUrl(gatewayUrl());
        if (settings.demo()) {
            identity.admin().allowPasswordTokens();
            identity.admin().passwordsSuffice();
        }
        home.note("configured", wanted);
    }

    /** Loads the demo, or what is missing of it. @return who can sign in, besides the platform's administrator */
    public List<Account> loadDemo() {
        return new Demo(this, settings, progress).load();
    }

    /** Where people and programs come in. */
    public String gatewayUrl() {
        return service("gateway").url();
    }

    /** @throws IllegalArgumentException if there is none of this name */
    public ServiceProcess service(String name) {
        var service = services.get(name);
        if (service == null) {
            throw new IllegalArgumentException("No such service: " + name + "; there are " + services.keySet());
        }
        return service;
    }

    /** The services, by name. */
    public Stream<ServiceProcess> services() {
        return services.values().stream();
    }

    public PostgresServer postgres() {
        if (postgres == null) {
            throw new IllegalStateException("Not started");
        }
        return postgres;
    }

    public KeycloakServer keycloak() {
        if (keycloak == null) {
            throw new IllegalStateException("Not started");
        }
        return keycloak;
    }

    /** WeChat and the provider of text messages, as played here. */
    public WechatServer wechat() {
        if (wechat == null) {
            throw new IllegalStateException("Not started");
        }
        return wechat;
    }

    public Path folder() {
        return home.folder();
    }

    public Secrets secrets() {
        return home.secrets();
    }

    /** Codes of the cells: {@code c1}, {@code c2}... */
    public List<String> cells() {
        return Stream.iterate(1, cell -> cell <= cells, cell -> cell + 1)
                .map(cell -> "c" + cell)
                .toList();
    }

    Home home() {
        return home;
    }

    /** Process numbers by part. */
    public Map<String, Long> processes() {
        return supervisor.processes();
    }

    /** SIGKILL to one part; it stays down until {@link #start(String)}. */
    public void kill(String part) {
        supervisor.kill(part);
    }

    /** Asks one part to end, and waits for it; it stays down until {@link #start(String)}. */
    public void stop(String part) {
        supervisor.stop(part);
    }

    /** Starts one part again and returns when it is ready. */
    public void start(String name) {
        var part = supervisor.part(name);
        supervisor.launch(part);
        part.awaitReady().run();
    }

    void afterRestart(Runnable action) {
        supervisor.afterRestart(action);
    }

    CompletableFuture<String> failure() {
        return supervisor.failure();
    }

    /** Stops everything: the door first, the database last. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        supervisor.stopAll();
        housekeeping.close();
        home.close();
    }
}
