package cn.yuanlin.gateway.route;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready means: there is a table, however old. Without one every estate would be answered 503. */
@Component
class RoutesHealthIndicator implements HealthIndicator {
    private final Routes routes;

    RoutesHealthIndicator(Routes routes) {
        this.routes = routes;
    }

    @Override
    public Health health() {
        var table = routes.current();
        return table == null
                ? Health.outOfService().build()
                : Health.up()
                        .withDetail("version", table.version())
                        .withDetail("estates", table.bySlug().size())
                        .build();
    }
}
