package cn.yuanlin.platform.people;

import cn.yuanlin.platform.export.SecretColumns;
import cn.yuanlin.platform.keys.EstateKeys;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Objections leave with their estate readable. */
@Component
class ObjectionExport implements SecretColumns {
    private final EstateKeys keys;

    ObjectionExport(EstateKeys keys) {
        this.keys = keys;
    }

    @Override
    public String table() {
        return "objection";
    }

    @Override
    public Map<String, String> plainNames() {
        return Map.of("text_cipher", "text");
    }

    @Override
    public Set<String> leftOut() {
        return Set.of();
    }

    @Override
    public Reading open() {
        var secrets = new ObjectionSecrets(keys.current());
        return (column, row) -> secrets.decryptText(cipher(row), id(row, "id"));
    }

    static byte[] cipher(JsonNode row) {
        return HexFormat.of().parseHex(row.path("text_cipher").asString().substring("\\x".length()));
    }

    static UUID id(JsonNode row, String column) {
        return UUID.fromString(row.path(column).asString());
    }
}
