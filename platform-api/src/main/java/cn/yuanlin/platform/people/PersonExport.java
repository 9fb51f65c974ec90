package cn.yuanlin.platform.people;

import cn.yuanlin.platform.export.SecretColumns;
import cn.yuanlin.platform.keys.EstateKeys;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The roll leaves with its estate readable: the committee owns it. */
@Component
class PersonExport implements SecretColumns {
    static final String PHONE = "phone_cipher";
    private static final String DOCUMENT = "id_cipher";

    private final EstateKeys keys;

    PersonExport(EstateKeys keys) {
        this.keys = keys;
    }

    @Override
    public String table() {
        return "person";
    }

    @Override
    public Map<String, String> plainNames() {
        return Map.of(PHONE, "phone", DOCUMENT, "id_number");
    }

    @Override
    public Set<String> leftOut() {
        return Set.of("identity_hash", "phone_hash");
    }

    @Override
    public Reading open() {
        var secrets = new PersonSecrets(keys.current());
        return (column, row) -> {
            var identity = bytes(row, "identity_hash");
            return column.equals(PHONE)
                    ? secrets.decryptPhone(bytes(row, column), identity)
                    : secrets.decryptDocument(bytes(row, column), identity);
        };
    }

    static byte[] bytes(JsonNode row, String column) {
        return HexFormat.of().parseHex(row.path(column).asString().substring("\\x".length()));
    }
}
