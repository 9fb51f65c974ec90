package cn.yuanlin.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** One of our services as a process of its own. */
public final class ServiceProcess {
    private static final Duration START = Duration.ofSeconds(180);

    private final String name;
    private volatile ServiceImage image;
    private final Map<String, String> environment;
    private final int port;
    private final int managementPort;
    private final Program process;

    ServiceProcess(
            String name, ServiceImage image, Map<String, String> environment, int port, int managementPort, Path log) {
        this.name = name;
        this.image = image;
        this.environment = environment;
        this.port = port;
        this.managementPort = managementPort;
        this.process = new Program(
                name, log, START, () -> ChildProcess.start(this.image.command(), environment, log), this::answers);
    }

    public String name() {
        return name;
    }

    public String url() {
        return "http://" + Ports.LOCALHOST + ":" + port;
    }

    /** Where Prometheus finds its metrics. */
    public String metricsUrl() {
        return "http://" + Ports.LOCALHOST + ":" + managementPort + "/actuator/prometheus";
    }

    /** The folder of the program it runs: its jar, and its libraries in {@code lib}. */
    public Path program() {
        return image.folder();
    }

    /** From its next start on it runs the program in this folder, e.g. the next release. */
    public void replaceProgram(Path folder) {
        image = new ServiceImage(image.service(), folder);
    }

    ServiceImage image() {
        return image;
    }

    Map<String, String> environment() {
        return environment;
    }

    Program process() {
        return process;
    }

    private boolean answers() {
        return Http.status(
                        URI.create("http://" + Ports.LOCALHOST + ":" + managementPort + "/actuator/health/readiness"))
                == 200;
    }
}
