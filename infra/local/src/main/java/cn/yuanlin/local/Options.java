package cn.yuanlin.local;

import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/** The command line of {@code ./run}. */
final class Options {
    static final String HELP = """
            ./run [options]      starts the whole platform on this machine; Ctrl-C stops all of it

              --fresh            forgets the data of earlier runs first
              --cells N          at least N cells (each a database and a platform-api); estates are spread over them
              --home DIR         where data, secrets and logs live (default .run)
              --base-port N      moves all ports: gateway N (default 8080), tenant-admin N+1, WeChat simulator
                                 N+3, cells N+11 up, Keycloak N+100, PostgreSQL N-2600; health and metrics 1000 above
                                 each service
              --no-demo          starts empty: no demo estates, no demo accounts
              --no-restart       a part that dies stays dead (default: it is started again, up to three times)
              --no-build         takes what was built before, without asking whether it is stale
              --help             says this

            While all is ready, .run/platform.json tells scripts the addresses and accounts. What is dear to make and
            the same for every home (unpacked PostgreSQL, built Keycloak) is kept in ~/.cache/yuanlin ($YUANLIN_CACHE).
            Exit code: 0 stopped by hand or --help, 1 a part failed for good, 2 it could not start.
            """;

    private Options() {}

    /** @throws LocalException naming the option that is wrong */
    static Settings parse(List<String> arguments, Path root, Path workingFolder) {
        var home = root.resolve(".run");
        var base = PortPlan.DEFAULT_BASE;
        var cells = 0;
        var fresh = false;
        var demo = true;
        var restart = true;
        var rest = arguments.iterator();
        while (rest.hasNext()) {
            var option = rest.next();
            switch (option) {
                case "--fresh" -> fresh = true;
                case "--no-demo" -> demo = false;
                case "--no-restart" -> restart = false;
                case "--cells" -> cells = number(option, rest, 1, 64);
                case "--base-port" -> base = number(option, rest, PortPlan.LOWEST_BASE, PortPlan.HIGHEST_BASE);
                case "--home" ->
                    home = workingFolder.resolve(value(option, rest)).normalize();
                default -> throw new LocalException("Unknown option " + option + "; ./run --help lists them");
            }
        }
        return new Settings(root, home, base, cells, fresh, demo, restart);
    }

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new LocalException(option + " needs a value; see ./run --help");
        }
        return rest.next();
    }

    private static int number(String option, Iterator<String> rest, int lowest, int highest) {
        var text = value(option, rest);
        try {
            var number = Integer.parseInt(text);
            if (number >= lowest && number <= highest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new LocalException("%s takes a number from %d to %d, not %s".formatted(option, lowest, highest, text));
    }
}
