package cn.yuanlin.gateway.route;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads tenant-admin's answer. A single row that makes no sense costs one estate, not all of them. */
@Component
class RouteTableParser {
    /** Ten times what the platform is planned for. */
    private static final int MOST_ROUTES = 100_000;

    private static final Logger log = LoggerFactory.getLogger(RouteTableParser.class);

    private final JsonMapper json;

    RouteTableParser(JsonMapper json) {
        this.json = json;
    }

    /** @throws IllegalArgumentException if the text is no route table at all */
    RouteTable parse(String text) {
        JsonNode root;
        try {
            root = json.readTree(text);
        } catch (JacksonException notJson) {
            throw new IllegalArgumentException("not JSON", notJson);
        }
        var rows = root.path("routes");
        if (!rows.isArray() || rows.size() > MOST_ROUTES) {
            throw new IllegalArgumentException("no list of routes, or too long a one: " + rows.size());
        }
        var version = root.path("version");
        if (!version.canConvertToLong()) {
            throw new IllegalArgumentException("no version");
        }
        List<EstateRoute> routes = new ArrayList<>(rows.size());
        for (var row : rows) {
            try {
                routes.add(route(row));
            } catch (IllegalArgumentException senseless) {
                log.atWarn().log("Route left out: {}", senseless.toString());
            }
        }
        var gone = root.path("gone")
                .valueStream()
                .map(JsonNode::asString)
                .map(UUID::fromString)
                .toList();
        return RouteTable.of(version.asLong(), routes, gone);
    }

    private static EstateRoute route(JsonNode row) {
        return new EstateRoute(
                row.path("slug").asString(""),
                UUID.fromString(row.path("estateId").asString("")),
                row.path("cell").asString(""),
                address(row.path("url").asString("")),
                row.path("state").asString(""));
    }

    private static URI address(String text) {
        return URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }
}
