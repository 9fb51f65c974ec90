package cn.yuanlin.platform.directory;

import static cn.yuanlin.platform.access.Access.Level.PUBLIC;
import static cn.yuanlin.platform.access.Access.Level.SERVICE;

import cn.yuanlin.platform.access.Access;
import cn.yuanlin.platform.shared.CommonProblem;
import cn.yuanlin.platform.shared.Keyset;
import cn.yuanlin.platform.shared.Page;
import cn.yuanlin.platform.tenancy.CurrentEstate;
import cn.yuanlin.platform.tenancy.EstateRegistry;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class DirectoryController {
    private final Directory directory;
    private final EstateRegistry registry;

    DirectoryController(Directory directory, EstateRegistry registry) {
        this.directory = directory;
        this.registry = registry;
    }

    @GetMapping("/api/estates/{slug}/shops")
    @Access(PUBLIC)
    Page<ShopEntry> listShops(
            @RequestParam(required = false) @Size(max = 20) @Nullable String kind,
            @RequestParam(required = false) @Size(max = 40) @Nullable String q,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        return directory.list(blankAsNone(kind), blankAsNone(q), Keyset.of(limit, after, 1));
    }

    @PutMapping("/internal/estates/{id}/directory")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Access(SERVICE)
    void replaceDirectory(@PathVariable UUID id, @RequestBody @Valid DirectoryProjection projection) {
        var estate = registry.byId(id)
                .filter(found -> found.schemaVersion() != null)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.problem().raise());
        CurrentEstate.run(estate, () -> directory.replace(projection.version(), projection.entries()));
    }

    /** Control signs are in no name, and one of them the database can't even compare. */
    private static @Nullable String blankAsNone(@Nullable String text) {
        if (text == null) return null;
        var plain = text.replaceAll("\\p{Cntrl}", "").strip();
        return plain.isEmpty() ? null : plain;
    }
}
