package cn.yuanlin.admin.route;

import cn.yuanlin.admin.security.Access;
import cn.yuanlin.admin.security.Grant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

@RestController
class RouteController {
    private final RouteStore store;

    RouteController(RouteStore store) {
        this.store = store;
    }

    /** Asked every few seconds by every gateway: "nothing new" costs one row. */
    @Access(Grant.ROUTE_READER)
    @GetMapping("/internal/routes")
    ResponseEntity<RouteTable> routes(
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String known) {
        if (known != null && known.equals(tag(store.version()))) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(known).build();
        }
        var table = store.table();
        return ResponseEntity.ok()
                .eTag(tag(table.version()))
                .cacheControl(CacheControl.noCache())
                .body(table);
    }

    private static String tag(long version) {
        return "\"routes-" + version + "\"";
    }
}
